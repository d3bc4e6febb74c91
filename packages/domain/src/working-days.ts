import type { Calendar } from "./calendar.ts";

/** The longest count of working days: some forty years, far beyond any deadline, and short enough to walk day by day. */
export const MAX_WORKING_DAYS = 10_000;

/** Where a count of working days ends. */
export type WorkingDayCount = {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** A day was looked at that the calendar does not cover yet; there Monday to Friday were taken for working days. */
  readonly provisional: boolean;
  /** The working days that were counted, in order; the last of them is `day`. */
  readonly counted: readonly number[];
};

/**
 * The day some working days after an event. The day of the event is day 0 and is never counted itself, whether worked or
 * not; a count of 0 gives that day. Throws a `RangeError` on a count that is not a whole number from 0 to 10,000.
 *
 * Three working days after Tuesday 2026-09-29, over National Day: 30 September, 8 and 9 October, so 2026-10-09.
 */
export function addWorkingDays(calendar: Calendar, day: number, count: number): WorkingDayCount {
  if (!Number.isSafeInteger(day)) throw new RangeError(`\`${day}\` is not a day`);
  if (!Number.isInteger(count) || count < 0 || count > MAX_WORKING_DAYS) {
    throw new RangeError(`\`${count}\` is not a count of working days from 0 to ${MAX_WORKING_DAYS}`);
  }
  const counted: number[] = [];
  let reached = day;
  while (counted.length < count) {
    reached += 1;
    if (calendar.isWorkingDay(reached)) counted.push(reached);
  }
  // Every day after `day` up to `reached` was looked at, so the two ends tell about all of them.
  const { from, to } = calendar.coverage;
  return { day: reached, provisional: count > 0 && (day + 1 < from || reached > to), counted };
}
