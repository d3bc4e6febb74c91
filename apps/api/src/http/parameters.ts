import type { Language, LocalizedText } from "@evenhand/domain";
import { pointer, quote, suggest } from "@evenhand/domain";
import type { SentProblem } from "@evenhand/service";
import type { ApiContext } from "./env.ts";
import { Refused } from "./problem.ts";

/** Reads one parameter, or says what it should be. */
export type ParameterReader<Value> = {
  readonly read: (text: string) => Value | undefined;
  readonly wanted: LocalizedText;
};

export const VERSION: ParameterReader<number> = {
  read: (text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined),
  wanted: { en: "a version number, a whole number from 1 on", zh: "版本号，即不小于1的整数" },
};

export const LANGUAGE: ParameterReader<Language> = {
  read: (text) => (text === "zh" || text === "en" ? text : undefined),
  wanted: { en: "`zh` or `en`", zh: "`zh`或`en`" },
};

type Readers = Readonly<Record<string, ParameterReader<unknown>>>;
type Values<Of extends Readers> = {
  readonly [Name in keyof Of]?: Of[Name] extends ParameterReader<infer Value> ? Value : never;
};

/**
 * The query of a request, each parameter at most once. One that is not known is refused rather than passed over: a
 * misspelt `verison=1` must not be answered as if nothing had been asked. Pointers name the parameter.
 *
 * @throws Refused as `invalid-parameter`, with every problem there is
 */
export function readQuery<Of extends Readers>(c: ApiContext, readers: Of): Values<Of> {
  const values: Record<string, unknown> = {};
  const problems: SentProblem[] = [];
  const seen = new Set<string>();
  for (const [name, text] of new URL(c.req.url).searchParams) {
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (!reader) problems.push(unknownParameter(name, Object.keys(readers)));
    else if (seen.has(name))
      problems.push(invalid(name, { en: `\`${name}\` is given twice`, zh: `\`${name}\`重复出现` }));
    else values[name] = readOne({ name, text, reader }, problems);
    seen.add(name);
  }
  if (problems.length > 0) throw new Refused(problems.slice(0, MOST_PROBLEMS));
  return values as Values<Of>;
}

const MOST_PROBLEMS = 20;

/**
 * A parameter of the path.
 *
 * @throws Refused as `invalid-parameter`
 */
export function readPathParameter<Value>(c: ApiContext, name: string, reader: ParameterReader<Value>): Value {
  const problems: SentProblem[] = [];
  const value = readOne({ name, text: c.req.param(name) ?? "", reader }, problems);
  if (value === undefined) throw new Refused(problems);
  return value;
}

function readOne<Value>(
  {
    name,
    text,
    reader,
  }: { readonly name: string; readonly text: string; readonly reader: ParameterReader<Value> },
  problems: SentProblem[],
): Value | undefined {
  const value = reader.read(text);
  if (value === undefined) {
    problems.push(
      invalid(name, {
        en: `${quote(text)} is not ${reader.wanted.en}`,
        zh: `${quote(text)}不是${reader.wanted.zh}`,
      }),
    );
  }
  return value;
}

function unknownParameter(name: string, known: readonly string[]): SentProblem {
  const meant = suggest(name, known);
  return {
    ...invalid(name, { en: `${quote(name)} is not a parameter here`, zh: `此处没有参数${quote(name)}` }),
    ...(meant === undefined
      ? {}
      : { help: { en: `did you mean \`${meant}\`?`, zh: `是不是\`${meant}\`？` } }),
  };
}

function invalid(name: string, message: LocalizedText): SentProblem {
  return { code: "invalid-parameter", at: pointer(name), message };
}
