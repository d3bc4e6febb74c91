import { type ScheduledDeduction, parseMonth } from "@evenhand/domain";

/** What one payroll month holds of somebody already, in minor units. */
export type Standing = {
  readonly takenMinor: number;
  /** The most that it may hold in all, by the terms of what stands in it; Infinity where they say nothing. */
  readonly atMostMinor: number;
};

/** By party and month (months since year 0). */
export type StandingIn = (party: string, month: number) => Standing;

const NOTHING: Standing = { takenMinor: 0, atMostMinor: Infinity };

/** Prior instalments summed by party and month, under the lowest of the ceilings that they name. */
export function standingIn(scheduled: readonly ScheduledDeduction[]): StandingIn {
  const standing = new Map<string, Map<number, Standing>>();
  for (const { party, month, amountMinor, atMostMinor = Infinity } of scheduled) {
    const months = standing.get(party) ?? new Map<number, Standing>();
    standing.set(party, months);
    const at = parseMonth(month) ?? 0;
    const known = months.get(at) ?? NOTHING;
    months.set(at, {
      takenMinor: known.takenMinor + amountMinor,
      atMostMinor: Math.min(known.atMostMinor, atMostMinor),
    });
  }
  return (party, month) => standing.get(party)?.get(month) ?? NOTHING;
}
