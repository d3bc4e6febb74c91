import { type AttributeDisparity, type GroupDisparity, isComputed, type Ratio } from "@evenhand/analysis";
import type { DotFigure, DotRow } from "../chart/dot-row.ts";

/** What groups are compared by: how often they are penalised, how often they are not, how much those pay who pay anything. */
export const MEASURES = ["penalty", "no-penalty", "amount"] as const;
export type Measure = (typeof MEASURES)[number];

type Compared = Extract<GroupDisparity, { readonly shown: "compared" }>;

/**
 * The groups of an attribute as rows of a chart: what a group's figure comes to among comparable cases, the reason where it
 * comes to none, and nothing but its name where it is small.
 */
export function disparityRows(
  { groups }: Pick<AttributeDisparity, "groups">,
  { measure, labelOf }: { readonly measure: Measure; readonly labelOf: (group: GroupDisparity) => string },
): readonly DotRow[] {
  return groups.map((group): DotRow => {
    const named = { id: group.group, label: labelOf(group) };
    if (group.shown === "n < 10") return { ...named, shown: "n < 10", isFinding: false };
    return {
      ...named,
      ...(measure === "amount" ? amountOf(group) : ratioOf(group, measure)),
      isFinding: standsOut(group, measure),
    };
  });
}

/** Whether what stands out of a group is about this measure. The two ratios are two sides of one test. */
function standsOut({ isFinding, rateP, amountP, rate }: Compared, measure: Measure): boolean {
  const own = measure === "amount" ? amountP : rateP;
  return isFinding && own !== null && own.adjusted <= 1 - rate.group.level + 1e-12;
}

type Figured =
  | Omit<Extract<DotRow, { readonly shown: "words" }>, "id" | "label" | "isFinding">
  | Omit<Extract<DotRow, { readonly shown: "figure" }>, "id" | "label" | "isFinding">;

function ratioOf({ n, rate: { stratified } }: Compared, measure: Exclude<Measure, "amount">): Figured {
  if (!isComputed(stratified)) return { shown: "words", n, words: stratified.notComputable };
  const ratio = measure === "penalty" ? stratified.penaltyRatio : stratified.noPenaltyRatio;
  if (!isComputed(ratio)) return { shown: "words", n: stratified.inGroup, words: ratio.notComputable };
  return { shown: "figure", n: stratified.inGroup, figure: figureOf(ratio) };
}

function amountOf({ n, amount }: Compared): Figured {
  if (!isComputed(amount)) return { shown: "words", n, words: amount.notComputable };
  const { inGroup, typical } = amount;
  if (!isComputed(typical)) return { shown: "words", n: inGroup, words: typical.notComputable };
  if (!isComputed(typical.interval)) {
    return { shown: "words", n: inGroup, words: typical.interval.notComputable };
  }
  const { lower, upper } = typical.interval;
  return { shown: "figure", n: inGroup, figure: { estimate: typical.estimate, lower, upper } };
}

function figureOf({ estimate, lower, upper }: Ratio): DotFigure {
  return { estimate, lower, upper };
}

/** How many groups there are of each sort, for a sentence about all of them. */
export function countRows(rows: readonly DotRow[]): {
  readonly compared: number;
  readonly findings: number;
  readonly small: number;
} {
  return {
    compared: rows.filter(({ shown }) => shown !== "n < 10").length,
    findings: rows.filter(({ isFinding }) => isFinding).length,
    small: rows.filter(({ shown }) => shown === "n < 10").length,
  };
}
