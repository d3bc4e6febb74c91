import { type DeductionTerms, formatMonth, monthOf, parseDay } from "@evenhand/domain";
import { type Run, numberOf } from "../run.ts";
import type { Entry } from "./entries.ts";
import type { Limits } from "./guard-limits.ts";

/** The terms of what is charged to one person, with whose they are. */
export type PersonTerms = DeductionTerms & { readonly person: string };

/** Months are written with four digits of the year. */
export const LAST_MONTH = monthOf(parseDay("9999-12-31") ?? 0);

/**
 * What the ledger may do with a person's amount in months to come. Limits that are a part of the bonus lower the rate,
 * since they follow whatever the bonus turns out to be; those that come from the wage or are fixed stay figures.
 */
export function termsOf(run: Run, { blocked }: Entry, limits: Limits): DeductionTerms {
  const ofBonus = limits.monthly.flatMap((limit) => limit.ofBonus ?? []);
  const ofWage = limits.monthly.filter((limit) => limit.ofBonus === undefined);
  return {
    capRate: Math.min(capRateOf(run), ...ofBonus),
    mostInMonthMinor: orNull(Math.min(...ofWage.map(({ amountMinor }) => amountMinor))),
    mostInAllMinor: orNull(limits.mostInAllMinor),
    lastMonth: limits.untilDay === undefined ? null : formatMonth(lastMonthOf(limits)),
    oneSum: limits.oneSum,
    blocked,
  };
}

/** The part of a month's bonus that the policy lets a month take, 0 to 1. */
export function capRateOf(run: Run): number {
  return numberOf(run, run.loaded.version.policy.cap.rate, run.facts.caseSlots) ?? 0;
}

/** The last month that may hold an instalment, in months since year 0. */
export function lastMonthOf({ untilDay }: Limits): number {
  return untilDay === undefined ? LAST_MONTH : Math.min(LAST_MONTH, monthOf(untilDay));
}

function orNull(minor: number): number | null {
  return minor === Infinity ? null : minor;
}
