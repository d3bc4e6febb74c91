import { type ParameterUnit, parseDay } from "@evenhand/domain";
import { readAmount } from "@evenhand/sheets";

/** By how many places a figure as written differs from its value: a rate by two, money by those of its currency. */
function placesOf(unit: ParameterUnit, currency: string): number {
  if (unit !== "money") return unit === "rate" ? 2 : 0;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** A figure as people write it: a rate in per cent, money in its main unit. No rounding, since digits are only moved. */
export function writtenFigure(
  value: number | string,
  { unit, currency }: { readonly unit: ParameterUnit; readonly currency: string },
): string {
  if (typeof value === "string") return value;
  const places = placesOf(unit, currency);
  return moved(decimal(value), unit === "money" ? -places : places);
}

/** The value behind what somebody wrote, `undefined` where that is no number of this unit. */
export function readFigure(
  text: string,
  { unit, currency }: { readonly unit: ParameterUnit; readonly currency: string },
): number | string | undefined {
  if (unit === "money") return readMoney(text, currency);
  const plain = text.trim().normalize("NFKC").replaceAll(/[,\s]/g, "").replace(/%$/, "");
  if (unit === "date") return parseDay(plain) === undefined ? undefined : plain;
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return undefined;
  return Number(moved(plain, -placesOf(unit, currency)));
}

/** Read as a sheet of cases is, so that `5,000元`, `￥5,000` and `1.2万` mean the same everywhere; one below zero has a minus. */
function readMoney(text: string, currency: string): number | undefined {
  const plain = text.normalize("NFKC").replaceAll(/\s/g, "");
  const isBelowZero = plain.startsWith("-");
  const read = readAmount({ kind: "text", text: isBelowZero ? plain.slice(1) : plain }, { currency });
  if (!("value" in read)) return undefined;
  return isBelowZero ? 0 - read.value : read.value;
}

/** A number in digits, where JavaScript writes a small one with an exponent: `5e-7` is `0.0000005`. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(MOST_PLACES).replace(/0+$/, "") : text;
}

const MOST_PLACES = 20;

/** A decimal number with its point moved: `moved("1.5", 2)` is `150`, `moved("40", -2)` is `0.4`. */
function moved(decimal: string, by: number): string {
  const [, sign = "", whole = "", part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const digits = whole + part;
  const point = whole.length + by;
  const padded = point <= 0 ? `${"0".repeat(1 - point)}${digits}` : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const [left, right] = [padded.slice(0, at), padded.slice(at).replace(/0+$/, "")];
  return `${sign}${left.replace(/^0+(?=\d)/, "")}${right === "" ? "" : `.${right}`}`;
}
