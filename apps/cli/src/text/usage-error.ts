import { type LocalizedText, quote } from "@evenhand/domain";
import type { CommanderError } from "commander";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT } from "../exit-code.ts";

/** What is wrong with how the command was called, in our words and in both languages. */
export function usageError(error: CommanderError): CannotGoOn {
  const names = Array.from(error.message.matchAll(/'([^']*)'/g), ([, name]) => quote(name ?? ""));
  const meant = /Did you mean (?:one of )?(.+?)\?/.exec(error.message)?.[1];
  const help: LocalizedText | undefined =
    meant === undefined ? undefined : { en: `did you mean \`${meant}\`?`, zh: `是不是\`${meant}\`？` };
  return new CannotGoOn(EXIT.invalid, textOf(error, names), { help });
}

function textOf(
  { code, message }: CommanderError,
  [first = "", second = ""]: readonly string[],
): LocalizedText {
  switch (code) {
    case "commander.unknownOption":
      return { en: `there is no option ${first}`, zh: `没有选项${first}` };
    case "commander.unknownCommand":
      return { en: `there is no command ${first}`, zh: `没有命令${first}` };
    case "commander.missingArgument":
      return { en: `${first} is missing`, zh: `缺少${first}` };
    case "commander.optionMissingArgument":
      return { en: `the option ${first} needs a value`, zh: `选项${first}缺少取值` };
    case "commander.missingMandatoryOptionValue":
      return { en: `the option ${first} is missing`, zh: `缺少选项${first}` };
    case "commander.conflictingOption":
      return {
        en: `${first} and ${second} cannot be used together`,
        zh: `${first}与${second}不能同时使用`,
      };
    case "commander.excessArguments":
      return { en: "there are more arguments than the command takes", zh: "参数过多" };
    default:
      return { en: message, zh: message };
  }
}
