import { formatDay, localDay, parseDay } from "@evenhand/domain";
import type { PastCaseRow } from "@evenhand/store";

const HOUR_MS = 3_600_000;

/** When a past case was decided, or would have been. */
export type PastDay = {
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
  /** Epoch milliseconds. */
  readonly evaluatedAt: number;
};

/**
 * The day of a past case: that of its first decision. Of a case that was kept and never decided the day of the decision
 * that it states, else the day that decides the version, else the day on which it came in.
 */
export function pastDayOf(row: PastCaseRow, timeZone: string): PastDay {
  if (row.decided_on !== null && row.recorded_at !== null)
    return { decidedOn: row.decided_on, evaluatedAt: row.recorded_at };
  const day = [row.stated_on, row.applies_on].find((one) => one !== null && isDay(one));
  if (day === undefined || day === null)
    return { decidedOn: formatDay(localDay(row.created_at, timeZone)), evaluatedAt: row.created_at };
  return { decidedOn: day, evaluatedAt: noonOf(day, timeZone) };
}

/** What a case states there may be anything. */
function isDay(value: unknown): boolean {
  return typeof value === "string" && parseDay(value) !== undefined;
}

/** A moment of a day wherever the policy's clocks are: noon in Greenwich, or half a day around it. */
function noonOf(day: string, timeZone: string): number {
  const midnight = (parseDay(day) ?? 0) * 24 * HOUR_MS;
  const moments = [12, 0, 24].map((hours) => midnight + hours * HOUR_MS);
  return moments.find((at) => formatDay(localDay(at, timeZone)) === day) ?? midnight + 12 * HOUR_MS;
}
