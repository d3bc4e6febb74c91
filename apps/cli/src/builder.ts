import { type Language, type LocalizedText, parseDay, quote } from "@evenhand/domain";
import type { Command } from "commander";
import { CannotGoOn } from "./cannot-go-on.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { Surroundings } from "./surroundings.ts";
import { HELP } from "./text/help-texts.ts";

/** What every command is built with. */
export type Builder = {
  readonly surroundings: Surroundings;
  /** Takes what the program ends with. */
  readonly end: (code: ExitCode) => void;
  readonly say: (text: LocalizedText) => string;
};

/** A subcommand with the program's way of ending and of writing. */
export function addCommand(
  program: Command,
  { say }: Builder,
  { name, text }: { readonly name: string; readonly text: LocalizedText },
): Command {
  return program
    .command(name)
    .description(say(text))
    .helpOption("--help", say(HELP.help))
    .copyInheritedSettings(program);
}

export function readLanguage(text: string): Language {
  if (text === "zh" || text === "en") return text;
  throw invalid(text, { en: "`zh` or `en`", zh: "`zh`或`en`" });
}

export function readVersion(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw invalid(text, { en: "a version number, from 1 on", zh: "版本号（不小于1的整数）" });
}

export function readDay(text: string): string {
  if (parseDay(text) !== undefined) return text;
  throw invalid(text, { en: "a day such as `2026-07-10`", zh: "日期，如`2026-07-10`" });
}

/** Only cases that state one of the values of a fact. */
export type ScopeAsked = { readonly fact: string; readonly values: readonly string[] };

/** Reads one more `fact=value`; values of one fact come together, however often it is named. */
export function readScope(text: string, before: readonly ScopeAsked[]): readonly ScopeAsked[] {
  const [, fact, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (fact === undefined || value === undefined)
    throw invalid(text, { en: "a fact and a value such as `site=north`", zh: "事实与取值，如`site=north`" });
  const known = before.find((one) => one.fact === fact);
  if (!known) return [...before, { fact, values: [value] }];
  return before.map((one) => (one === known ? { fact, values: [...one.values, value] } : one));
}

/** Reads an option that takes one of a few words. */
export function oneOf<Choice extends string>(choices: readonly Choice[]): (text: string) => Choice {
  const listed = choices.map((choice) => `\`${choice}\``);
  const [others, last] = [listed.slice(0, -1), listed.at(-1) ?? ""];
  return (text) => {
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    throw invalid(text, { en: `${others.join(", ")} or ${last}`, zh: `${others.join("、")}或${last}` });
  };
}

export function invalid(text: string, wanted: LocalizedText): CannotGoOn {
  return new CannotGoOn(EXIT.invalid, {
    en: `${quote(text)} is not ${wanted.en}`,
    zh: `${quote(text)}不是${wanted.zh}`,
  });
}
