import { formatMonth } from "./date.ts";
import type { Instalment } from "./outcome.ts";

/** A schedule never reaches further than this many months, the first one included (shared arithmetic, 6). */
export const MOST_MONTHS = 600;

export type InstalmentPlan = { readonly schedule: readonly Instalment[]; readonly outstandingMinor: number };

/**
 * Spreads an amount over months: each takes what remains or the room it has, until nothing remains. A month without room
 * is passed over, so earlier decisions keep their place.
 *
 * ```ts
 * planInstalments({ amountMinor: 120_000, fromMonth: parseMonth("2026-07"), months: 600, roomIn: () => 100_000 })
 * // { schedule: [{ month: "2026-07", amountMinor: 100000 }, { month: "2026-08", amountMinor: 20000 }], outstandingMinor: 0 }
 * ```
 *
 * @param roomIn room of a month (months since year 0) in minor units; below 0 counts as none
 */
export function planInstalments(ask: {
  readonly amountMinor: number;
  readonly fromMonth: number;
  readonly months: number;
  readonly roomIn: (month: number) => number;
}): InstalmentPlan {
  const schedule: Instalment[] = [];
  let remains = ask.amountMinor;
  for (let month = ask.fromMonth; remains > 0 && month < ask.fromMonth + ask.months; month += 1) {
    const amountMinor = Math.min(remains, ask.roomIn(month));
    if (amountMinor <= 0) continue;
    schedule.push({ month: formatMonth(month), amountMinor });
    remains -= amountMinor;
  }
  return { schedule, outstandingMinor: remains };
}
