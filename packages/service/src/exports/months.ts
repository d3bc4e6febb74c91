import { formatDay, formatMonth, instantOn, localDay, parseDay, parseMonth } from "@evenhand/domain";
import type { StatisticsSpan } from "@evenhand/store";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** The moments from which and until which (not included) a month lasts on the clocks of a time zone, epoch milliseconds. */
export function monthSpan(
  month: string,
  timeZone: string,
): { readonly from: number; readonly until: number } {
  const number = parseMonth(month);
  if (number === undefined) throw new RangeError(`\`${month}\` is no month`);
  return { from: startOf(number, timeZone), until: startOf(number + 1, timeZone) };
}

function startOf(month: number, timeZone: string): number {
  return instantOn(firstDay(month), "00:00", timeZone);
}

function firstDay(month: number): number {
  const day = parseDay(`${formatMonth(month)}-01`);
  if (day === undefined) throw new RangeError(`${month} is beyond the calendar`);
  return day;
}

/** The months of every policy, each by the clocks of its own time zone, put together where they are the same. */
export function policySpans(rules: Rulebook, month: string): readonly StatisticsSpan[] {
  const zones = rules.policies().flatMap(({ id }) => {
    const found = rules.version(id);
    return "refusal" in found ? [] : [{ id, timeZone: found.version.policy.timeZone }];
  });
  return [...Map.groupBy(zones, ({ timeZone }) => timeZone)].map(([timeZone, policies]) => ({
    policyIds: policies.map(({ id }) => id),
    ...monthSpan(month, timeZone),
  }));
}

/** A day of the month after this one, `YYYY-MM-DD`. */
export function dayOfNextMonth(month: string, day: number): string {
  const number = parseMonth(month);
  if (number === undefined) throw new RangeError(`\`${month}\` is no month`);
  return `${formatMonth(number + 1)}-${String(day).padStart(2, "0")}`;
}

/** The day that it is at a moment, `YYYY-MM-DD`. */
export function dayAt(at: number, timeZone: string): string {
  return formatDay(localDay(at, timeZone));
}
