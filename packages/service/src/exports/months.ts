import {
  type Policy,
  formatDay,
  formatMonth,
  instantOn,
  localDay,
  parseDay,
  parseMonth,
} from "@evenhand/domain";
import { type Db, type StatisticsSpan, listVersions, versionRow } from "@evenhand/store";
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

/**
 * The months of every policy, each by the clocks of its own time zone, put together where they are the same. A policy of
 * which nothing can be decided under any more has its month as well.
 */
export async function policySpans(
  db: Db,
  rules: Rulebook,
  month: string,
): Promise<readonly StatisticsSpan[]> {
  const zones = rules.policies().flatMap(({ id }) => {
    const found = rules.version(id);
    return "refusal" in found ? [] : [{ id, timeZone: found.version.policy.timeZone }];
  });
  const published = new Set((await listVersions(db)).map(({ policy_id }) => policy_id));
  for (const { id } of zones) published.delete(id);
  for (const id of published) {
    const row = await versionRow(db, { policyId: id });
    if (row) zones.push({ id, timeZone: (JSON.parse(row.document) as Policy).timeZone });
  }
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
