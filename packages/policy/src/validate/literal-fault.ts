import { type LocalizedText, type ValueType, MAX_AMOUNT_MINOR, hasAtMostSixPlaces } from "@evenhand/domain";
import { percentage } from "../reading/figures.ts";
import type { Finding, Report } from "./report.ts";
import { grouped, isNot, oneOf, shown, unquoted } from "./shape-words.ts";
import { TYPE_WORDS } from "./type-words.ts";

export type Complaint = Omit<Finding, "at">;

/** What a literal has to be: of a type, and where `values` are given one of them. */
export type WantedLiteral = { readonly type: ValueType; readonly values?: readonly string[] | undefined };

/**
 * What is wrong with a literal where something of a type is wanted; `undefined` where nothing is.
 *
 * @example literalFault(99.5, { type: "money" }, report)?.code // "type-mismatch": money is counted in whole minor units
 */
export function literalFault(value: unknown, wanted: WantedLiteral, report: Report): Complaint | undefined {
  switch (wanted.type) {
    case "boolean":
      return typeof value === "boolean" ? undefined : wrongType(value, wanted);
    case "text":
    case "enum":
    case "set":
    case "party":
      return typeof value === "string" ? wordFault(value, wanted, report) : wrongType(value, wanted);
    case "date":
    case "instant":
      return writtenDay(value);
    default:
      return typeof value === "number" ? numberFault(value, wanted.type) : wrongType(value, wanted);
  }
}

type NumberType = Exclude<ValueType, "boolean" | "text" | "enum" | "set" | "party" | "date" | "instant">;

/**
 * What is wrong with a number of a type: not exact, not whole where it must be, or outside what the type can hold.
 *
 * @example numberFault(1.2, "rate")?.code // "out-of-range"
 */
export function numberFault(value: number, type: NumberType): Complaint | undefined {
  if (type === "money") return moneyFault(value);
  if (type === "integer" && !Number.isSafeInteger(value)) return wrongType(value, { type });
  if (!hasAtMostSixPlaces(value)) {
    return {
      code: "type-mismatch",
      message: { en: `${shown(value)} has more than six decimal places`, zh: `${shown(value)}超过六位小数` },
    };
  }
  if (type === "rate" && (value < 0 || value > 1)) {
    return {
      code: "out-of-range",
      // Forms take percent and documents the part of one; said in percent, both are told what they wrote.
      message: {
        en: `${percentage(value)} is out of range: 0% to 100%`,
        zh: `${percentage(value)}超出范围，应在0%至100%之间`,
      },
    };
  }
  return undefined;
}

/** In a rule a day is a number of its own kind; one that is written out has neither name nor article either. */
function writtenDay(value: unknown): Complaint {
  return {
    code: "type-mismatch",
    message: {
      en: `a day or moment cannot be compared with ${shown(value)} as it is written here`,
      zh: `日期或时刻不能与此处直接写出的${shown(value)}比较`,
    },
    help: {
      en: "declare a parameter with unit `date` and compare with that",
      zh: "请声明单位为`date`的参数，再与该参数比较",
    },
  };
}

function moneyFault(value: number): Complaint | undefined {
  if (!Number.isInteger(value)) {
    return {
      code: "type-mismatch",
      message: { en: `${shown(value)} is not a whole amount`, zh: `${shown(value)}不是整数金额` },
      help: {
        en: "state money in minor units: 50.00 yuan is `5000`",
        zh: "金额以分为单位：50.00元写作`5000`",
      },
    };
  }
  if (value >= 0 && value <= MAX_AMOUNT_MINOR) return undefined;
  return {
    code: "out-of-range",
    message: {
      en: `${shown(value)} is no amount: amounts run from 0 to ${grouped(MAX_AMOUNT_MINOR)}`,
      zh: `${shown(value)}不是有效的金额：金额应在0至${grouped(MAX_AMOUNT_MINOR)}之间`,
    },
  };
}

function wordFault(value: string, { values }: WantedLiteral, report: Report): Complaint | undefined {
  if (!values || values.includes(value)) return undefined;
  const help = oneOf(values);
  return {
    code: "unknown-value",
    message: {
      en: `${shown(value)} is not one of the values it can take`,
      zh: `${shown(value)}不在其可取值之列`,
    },
    ...(report.didYouMean(value, values) ?? (help && { help })),
  };
}

function wrongType(value: unknown, { type }: WantedLiteral): Complaint {
  const help = helpFor(value, type);
  return { code: "type-mismatch", message: isNot(value, TYPE_WORDS[type]), ...(help && { help }) };
}

/**
 * How to mend a value that is of another type than the one wanted, where that can be told.
 *
 * @example helpFor("1,000", "money")?.en // "write it without quotation marks in minor units: 1,000.00 is written `100000`"
 */
export function helpFor(value: unknown, type: ValueType): LocalizedText | undefined {
  switch (type) {
    case "boolean":
      return (
        unquoted(value, "boolean") ?? {
          en: "write `true` or `false`",
          zh: "请写作`true`（是）或`false`（否）",
        }
      );
    case "text":
    case "enum":
    case "set":
    case "party":
      return typeof value === "number" || typeof value === "boolean"
        ? { en: "put it in quotation marks", zh: "请加上引号" }
        : undefined;
    case "date":
    case "instant":
      return undefined;
    case "money":
      return typeof value === "string" ? MINOR_UNITS : undefined;
    default:
      return unquoted(value, "number");
  }
}

const MINOR_UNITS: LocalizedText = {
  en: "write it without quotation marks in minor units: 1,000.00 is written `100000`",
  zh: "请去掉引号，并以分为单位：1,000.00元写作`100000`",
};
