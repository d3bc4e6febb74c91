import {
  type DeductionTerms,
  decimalFraction,
  floorOf,
  formatMonth,
  fraction,
  multiplyFractions,
} from "@evenhand/domain";
import { assertAmount, monthNumber } from "../state/invariant.ts";
import type { KnownBonus, MonthCeiling } from "../state/person-ledger.ts";

/**
 * The most that a month may hold in all as long as something under these terms stands in it, minor units: the whole minor
 * units of capRate × bonus, and no more than statutory guards leave.
 *
 * @example ceilingOf({ ...terms, capRate: 0.5, mostInMonthMinor: null }, 150_001) // 75_000
 */
export function ceilingOf(
  { capRate, mostInMonthMinor }: Pick<DeductionTerms, "capRate" | "mostInMonthMinor">,
  bonusMinor: number,
): number {
  const cap = floorOf(multiplyFractions(fraction(bonusMinor), decimalFraction(capRate)));
  return Math.min(cap, mostInMonthMinor ?? cap);
}

/** What is known of a person's bonus, by month. */
export type BonusView = {
  /** The word that counts for exactly this month (months since year 0). */
  readonly of: (month: number) => number | undefined;
  /** With what a month is planned: the bonus last known at or before it, else the first one known after it. */
  readonly forPlanning: (month: number) => number | undefined;
};

/** Of one month payroll's word counts before a case's, and the later before the earlier. */
export function bonusView(words: readonly KnownBonus[]): BonusView {
  const known = new Map<number, KnownBonus>();
  for (const word of words) {
    assertAmount(word.bonusMinor);
    const month = monthNumber(word.month);
    if (known.get(month)?.source === "payroll" && word.source === "case") continue;
    known.set(month, word);
  }
  const inOrder = [...known].sort(([a], [b]) => a - b);
  return {
    of: (month) => known.get(month)?.bonusMinor,
    forPlanning: (month) => (inOrder.findLast(([from]) => from <= month) ?? inOrder[0])?.[1].bonusMinor,
  };
}

/** Amounts of months as they are written, in order. */
export function asCeilings(byMonth: ReadonlyMap<number, number>): readonly MonthCeiling[] {
  return [...byMonth]
    .sort(([a], [b]) => a - b)
    .map(([month, capMinor]) => ({ month: formatMonth(month), capMinor }));
}
