import {
  type LocalizedText,
  alternatives,
  isIdentifier,
  isTimeZone,
  parseDay,
  parseMonth,
} from "@evenhand/domain";
import type { ParameterReader } from "./parameters.ts";

/** A day, `YYYY-MM-DD`. */
export const DAY: ParameterReader<string> = {
  read: (text) => (parseDay(text) === undefined ? undefined : text),
  wanted: { en: "a day such as `2026-07-10`", zh: "日期，如`2026-07-10`" },
};

/** A time zone, as the IANA names it. */
export const TIME_ZONE: ParameterReader<string> = {
  read: (text) => (isTimeZone(text) ? text : undefined),
  wanted: { en: "a time zone such as `Asia/Shanghai`", zh: "时区名称，如`Asia/Shanghai`" },
};

/** A payroll month, `YYYY-MM`. */
export const MONTH: ParameterReader<string> = {
  read: (text) => (parseMonth(text) === undefined ? undefined : text),
  wanted: { en: "a month such as `2026-07`", zh: "月份，如`2026-07`" },
};

/** Something that people or systems named, at most 200 characters. */
export const NAME: ParameterReader<string> = {
  read: (text) => (text.length > 0 && text.length <= 200 && isPlainText(text) ? text : undefined),
  wanted: { en: "a text of 1 to 200 characters", zh: "1至200个字符的文本" },
};

/** A text of any length up to one, the empty one included. */
export function textUpTo(longest: number): ParameterReader<string> {
  return {
    read: (text) => (text.length <= longest && isPlainText(text) ? text : undefined),
    wanted: { en: `a text of at most ${longest} characters`, zh: `不超过${longest}个字符的文本` },
  };
}

/** A difference of amounts, which may be below zero. */
export const DIFFERENCE: ParameterReader<number> = {
  read: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined),
  wanted: { en: "a whole number of minor units, such as -5000", zh: "以分为单位的整数，如-5000" },
};

/** Whether a text can be asked of every database: NUL and half of a surrogate pair are not text to all of them. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}

export const POLICY: ParameterReader<string> = {
  read: (text) => (isIdentifier(text) ? text : undefined),
  wanted: { en: "the id of a policy", zh: "制度编号" },
};

/** How many entries a page of a list has. */
export function pageSize(most: number): ParameterReader<number> {
  return wholeFrom(1, most);
}

/** Where a page begins, as the page before it said in `next`. */
export const CURSOR: ParameterReader<number> = {
  read: (text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined),
  wanted: { en: "what the page before gave as `next`", zh: "上一页返回的`next`值" },
};

export function oneOf<Choice extends string>(choices: readonly Choice[]): ParameterReader<Choice> {
  const listed = choices.map((choice) => `\`${choice}\``);
  return {
    read: (text) => choices.find((choice) => choice === text),
    wanted: { en: `one of ${listed.join(", ")}`, zh: alternatives(listed).zh },
  };
}

function wholeFrom(least: number, most: number): ParameterReader<number> {
  const wanted: LocalizedText = {
    en: `a whole number from ${least} to ${most}`,
    zh: `${least}至${most}之间的整数`,
  };
  return {
    read: (text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    },
    wanted,
  };
}
