import type { Language, ValueType } from "@evenhand/domain";
import { figure } from "../reading/figures.ts";
import type { Side, Sides } from "./sides.ts";

/**
 * By how much a figure changed, always signed, as the end of a sentence; nothing where the two are no figures of one unit
 * and one currency.
 *
 * @example differenceText({ before: 0.18, after: 0.2, type: "rate", sides }, "en") // ", +2 percentage points"
 */
export function differenceText(
  { before, after, type, sides }: Figures & { readonly sides: Sides },
  language: Language,
): string {
  if (typeof before !== "number" || typeof after !== "number" || !COUNTED.has(type)) return "";
  if (type === "money" && currencyOf(sides.before) !== currencyOf(sides.after)) return "";
  const difference = Number((after - before).toFixed(MOST_PLACES));
  if (difference === 0) return "";
  const length = lengthText(Math.abs(difference), type, { language, currency: currencyOf(sides.after) });
  const signed = `${difference > 0 ? "+" : "−"}${length}`;
  return language === "zh" ? `，变动${signed}` : `, ${signed}`;
}

export type Figures = { readonly before: unknown; readonly after: unknown; readonly type: ValueType };

/** Figures of documents have at most six places; what adding leaves beyond them is no difference. */
const MOST_PLACES = 7;

const COUNTED: ReadonlySet<ValueType> = new Set([
  "money",
  "rate",
  "ratio",
  "months",
  "integer",
  "decimal",
  "calendar-days",
  "working-days",
  "hours",
  "minutes",
]);

function currencyOf({ policy }: Side): string {
  return policy.currency;
}

/** A rate differs by percentage points: from 18% to 20% is no difference of 2%. */
function lengthText(
  length: number,
  type: ValueType,
  context: { readonly language: Language; readonly currency: string },
): string {
  const said = figure(length, type, context);
  if (type !== "rate" && type !== "ratio") return said;
  const points = said.slice(0, -"%".length);
  if (context.language === "zh") return `${points}个百分点`;
  return `${points} percentage ${points === "1" ? "point" : "points"}`;
}
