import {
  type LocalizedText,
  MAX_AMOUNT_MINOR,
  alternatives,
  hasAtMostSixPlaces,
  isTimeZone,
  parseDay,
  parseMonth,
  pointer,
  quote,
  suggest,
  untidyId,
} from "@evenhand/domain";
import type { ProblemCode } from "../problems/codes.ts";
import type { SentProblem } from "../problems/problem-document.ts";

type Place = readonly (string | number)[];

/**
 * The fields of a JSON object that somebody sent, read one by one: each reader gives the value, or `undefined` where the
 * field is absent or wrong, and notes what is wrong with it in `problems`, so that all of it can be told at once.
 */
export type Fields = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly at: Place;
  readonly problems: SentProblem[];
};

/**
 * Opens an object: unknown and missing fields are noted.
 *
 * @example
 * const problems: SentProblem[] = [];
 * const fields = openFields({ reson: "…" }, { required: ["reason"], problems });
 * // problems: unknown-field at /reson, did you mean `reason`?; missing-field at /reason
 */
export function openFields(
  value: unknown,
  given: {
    readonly required?: readonly string[];
    readonly optional?: readonly string[];
    readonly at?: Place;
    readonly problems: SentProblem[];
  },
): Fields | undefined {
  const { required = [], optional = [], at = [], problems } = given;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    problems.push(wrong("wrong-shape", at, value, { en: "an object", zh: "对象" }));
    return undefined;
  }
  const known = [...required, ...optional];
  // What stands there already was not meant by another name.
  const open = known.filter((name) => !Object.hasOwn(value, name));
  for (const name of Object.keys(value))
    if (!known.includes(name)) problems.push(unknown(name, { known, open, at }));
  for (const name of required)
    if (!Object.hasOwn(value, name))
      problems.push({
        code: "missing-field",
        at: pointer(...at, name),
        message: { en: `\`${name}\` is missing`, zh: `缺少\`${name}\`` },
      });
  return { values: value as Readonly<Record<string, unknown>>, at, problems };
}

/** A text that is not blank, of at most so many characters. */
export function textField(fields: Fields, name: string, longest = 200): string | undefined {
  return field(fields, name, {
    read: (value) =>
      typeof value === "string" &&
      value.trim() !== "" &&
      value.length <= longest &&
      value.isWellFormed() &&
      !value.includes("\u0000")
        ? value
        : undefined,
    wanted: { en: `a text of 1 to ${longest} characters`, zh: `1至${longest}个字符的文本` },
  });
}

/** A staff number or another id, in the one way in which it is written. */
export function idField(fields: Fields, name: string, longest?: number): string | undefined {
  const id = textField(fields, name, longest);
  const untidy = id === undefined ? undefined : untidyId(id);
  if (!untidy) return id;
  fields.problems.push({ code: "wrong-shape", at: pointer(...fields.at, name), ...untidy });
  return undefined;
}

/** An amount in whole minor units, 0 or more. */
export function amountField(fields: Fields, name: string): number | undefined {
  return field(fields, name, {
    read: (value) => (isWhole(value, 0, MAX_AMOUNT_MINOR) ? value : undefined),
    wanted: {
      en: "an amount in whole minor units of 0 or more",
      zh: "以分为单位、不小于0的整数金额",
    },
    code: "out-of-range",
  });
}

/** A whole number between two bounds, both included. */
export function wholeField(
  fields: Fields,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  return field(fields, name, {
    read: (value) => (isWhole(value, least, most) ? value : undefined),
    wanted: { en: `a whole number from ${least} to ${most}`, zh: `${least}至${most}之间的整数` },
    code: "out-of-range",
  });
}

/** A rate from 0 to 1, to the millionth. */
export function rateField(fields: Fields, name: string): number | undefined {
  return field(fields, name, {
    read: (value) =>
      typeof value === "number" && value >= 0 && value <= 1 && hasAtMostSixPlaces(value) ? value : undefined,
    wanted: { en: "a rate from 0 to 1 such as `0.5`", zh: "0至1之间的比率，如`0.5`" },
    code: "out-of-range",
  });
}

/** A day, `YYYY-MM-DD`. */
export function dayField(fields: Fields, name: string): string | undefined {
  return field(fields, name, {
    read: (value) => (typeof value === "string" && parseDay(value) !== undefined ? value : undefined),
    wanted: { en: "a day such as `2026-07-10`", zh: "日期，如`2026-07-10`" },
    code: "not-a-date",
  });
}

/** A time zone, as the IANA names it. */
export function timeZoneField(fields: Fields, name: string): string | undefined {
  return field(fields, name, {
    read: (value) => (typeof value === "string" && isTimeZone(value) ? value : undefined),
    wanted: { en: "a time zone such as `Asia/Shanghai`", zh: "时区名称，如`Asia/Shanghai`" },
    code: "unknown-value",
  });
}

/** A payroll month, `YYYY-MM`. */
export function monthField(fields: Fields, name: string): string | undefined {
  return field(fields, name, {
    read: (value) => (typeof value === "string" && parseMonth(value) !== undefined ? value : undefined),
    wanted: { en: "a month such as `2026-07`", zh: "月份，如`2026-07`" },
    code: "not-a-date",
  });
}

export function booleanField(fields: Fields, name: string): boolean | undefined {
  return field(fields, name, {
    read: (value) => (typeof value === "boolean" ? value : undefined),
    wanted: { en: "`true` or `false`", zh: "`true`或`false`" },
  });
}

/** One of a closed list of words. */
export function choiceField<Choice extends string>(
  fields: Fields,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const listed = choices.map((choice) => `\`${choice}\``);
  return field(fields, name, {
    read: (value) => choices.find((choice) => choice === value),
    wanted: { en: `one of ${listed.join(", ")}`, zh: alternatives(listed).zh },
    code: "unknown-value",
  });
}

/** A list of at most so many entries, each read by itself with its own place. */
export function listField<Entry>(
  fields: Fields,
  name: string,
  given: { readonly most: number; readonly read: (value: unknown, at: Place) => Entry | undefined },
): readonly Entry[] | undefined {
  const value = fields.values[name];
  if (value === undefined) return undefined;
  const at = [...fields.at, name];
  if (!Array.isArray(value)) {
    fields.problems.push(wrong("wrong-shape", at, value, { en: "a list", zh: "列表" }));
    return undefined;
  }
  if (value.length > given.most) {
    fields.problems.push({
      code: "too-many",
      at: pointer(...at),
      message: {
        en: `${value.length} entries are more than the ${given.most} allowed`,
        zh: `共${value.length}项，超过上限${given.most}项`,
      },
    });
    return undefined;
  }
  return (value as readonly unknown[]).flatMap((entry, index) => given.read(entry, [...at, index]) ?? []);
}

/** A list of at most so many texts, each of at most 200 characters. */
export function textsField(fields: Fields, name: string, most: number): readonly string[] | undefined {
  return listField(fields, name, {
    most,
    read: (value, at) => {
      if (typeof value === "string" && value.length <= 200 && value.isWellFormed()) return value;
      fields.problems.push({ ...NO_TEXT, at: pointer(...at) });
      return undefined;
    },
  });
}

const NO_TEXT: Omit<SentProblem, "at"> = {
  code: "wrong-shape",
  message: { en: "a text of at most 200 characters belongs here", zh: "此处应为不超过200个字符的文本" },
};

type Reading<Value> = {
  readonly read: (value: unknown) => Value | undefined;
  readonly wanted: LocalizedText;
  readonly code?: ProblemCode;
};

function field<Value>(
  { values, at, problems }: Fields,
  name: string,
  { read, wanted, code = "wrong-shape" }: Reading<Value>,
): Value | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) return undefined;
  const found = read(value);
  if (found === undefined) problems.push(wrong(code, [...at, name], value, wanted));
  return found;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most;
}

/** The value stands as JSON, so that a number written as text is seen to be one. */
function wrong(code: ProblemCode, at: Place, value: unknown, wanted: LocalizedText): SentProblem {
  const shown = quote(JSON.stringify(value));
  return {
    code,
    at: pointer(...at),
    message: {
      en: `${shown} stands where ${wanted.en} belongs`,
      zh: `此处应为${wanted.zh}，实为${shown}`,
    },
  };
}

function unknown(
  name: string,
  {
    known,
    open,
    at,
  }: { readonly known: readonly string[]; readonly open: readonly string[]; readonly at: Place },
): SentProblem {
  const meant = suggest(name, open);
  const listed = known.map((one) => `\`${one}\``);
  return {
    code: "unknown-field",
    at: pointer(...at, name),
    message: { en: `${quote(name)} is not a field here`, zh: `此处没有字段${quote(name)}` },
    help:
      meant === undefined
        ? { en: `known here: ${listed.join(", ")}`, zh: `此处可用：${listed.join("、")}` }
        : { en: `did you mean \`${meant}\`?`, zh: `是不是\`${meant}\`？` },
  };
}
