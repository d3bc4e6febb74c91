import { type ValueType, hasAtMostSixPlaces, readWrittenDay } from "@evenhand/domain";
import type { ParameterUnit } from "@evenhand/domain";
import { readFigure, writtenFigure } from "../figure.ts";

/** A type of figures, and the currency of amounts. */
export type FigureMeasure = { readonly type: ValueType; readonly currency: string };

/** A figure as it stands in a cell, its unit left to the head of the column: `1,000`, `12.5%`, `2026-07-01`. */
export function writeFigure(value: number | string, { type, currency }: FigureMeasure): string {
  if (typeof value === "string") return value;
  const unit = unitOf(type);
  const [whole = "", places] = writtenFigure(value, { unit, currency }).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${grouped}${places === undefined ? "" : `.${places}`}${unit === "rate" ? "%" : ""}`;
}

export type FigureFault = "notFigure" | "notWhole" | "notDay" | "tooExact";

/** The value behind a figure that somebody typed, be it `1,000`, `¥1000`, `1千元`, `10%` or `3个工作日`. */
export function readTypedFigure(
  text: string,
  { type, currency }: FigureMeasure,
): { readonly value: number | string } | { readonly fault: FigureFault } {
  const unit = unitOf(type);
  if (unit === "date") return readDay(text);
  if (unit === "money") return readTypedAmount(text, currency);
  if (text.includes("%") && unit !== "rate") return { fault: "notFigure" };
  const [, digits = "", factor = ""] = /^([-\d.,\s]+)([千万]?)$/.exec(withoutUnit(text, type)) ?? [];
  const value = digits === "" ? undefined : readFigure(digits, { unit, currency });
  if (typeof value !== "number") return { fault: "notFigure" };
  const scaled = value * (FACTORS.get(factor) ?? 1);
  if (WHOLE.has(type) && !Number.isSafeInteger(scaled)) return { fault: "notWhole" };
  return hasAtMostSixPlaces(scaled) ? { value: scaled } : { fault: "tooExact" };
}

function readTypedAmount(
  text: string,
  currency: string,
): { readonly value: number | string } | { readonly fault: FigureFault } {
  const value = readFigure(text, { unit: "money", currency });
  if (value !== undefined) return { value };
  // A number it is, with more decimal places than the currency has.
  return { fault: /^-?[\d,]*\d\.\d+$/.test(withoutUnit(text, "money")) ? "notWhole" : "notFigure" };
}

const WHOLE: ReadonlySet<ValueType> = new Set<ValueType>(["integer"]);

const FACTORS: ReadonlyMap<string, number> = new Map([
  ["千", 1_000],
  ["万", 10_000],
]);

function unitOf(type: ValueType): ParameterUnit {
  switch (type) {
    case "money":
    case "rate":
    case "date":
    case "months":
    case "calendar-days":
    case "working-days":
    case "hours":
    case "minutes":
      return type;
    case "ratio":
      return "rate";
    default:
      return "count";
  }
}

/** What people write behind or before a figure of a type. */
const UNITS: Readonly<Partial<Record<ValueType, RegExp>>> = {
  money: /^(?:¥|￥|RMB|CNY|[$€£])\s*|\s*(?:元|圆|块|RMB|CNY)$/gi,
  integer: /\s*(?:次|件|人|个|项|times?)$/i,
  months: /\s*(?:个?月|months?)$/i,
  "calendar-days": /\s*(?:个?自然日|日|天|(?:calendar )?days?)$/i,
  "working-days": /\s*(?:个?工作日|working days?)$/i,
  hours: /\s*(?:个?小时|hours?|h)$/i,
  minutes: /\s*(?:分钟|minutes?|min)$/i,
  rate: /\s*%$/,
  ratio: /\s*%$/,
};

function withoutUnit(text: string, type: ValueType): string {
  const unit = UNITS[type];
  return unit ? text.trim().replace(unit, "") : text.trim();
}

function readDay(text: string): { readonly value: string } | { readonly fault: FigureFault } {
  const read = readWrittenDay(text);
  return "day" in read && read.rest === "" ? { value: read.day } : { fault: "notDay" };
}
