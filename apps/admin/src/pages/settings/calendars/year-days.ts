import { type CalendarDocument, formatDay, isWeekend, parseDay } from "@evenhand/domain";

/** What a day is: worked or off as its day of the week says, or one of the two exceptions. */
export type DayKind = "working" | "weekend" | "holiday" | "makeUp" | "unknown";
export type CalendarDay = { readonly day: string; readonly kind: DayKind };

/** Every day of a year under a calendar, in their order; days that it does not cover are `unknown`. */
export function daysOf(calendar: CalendarDocument, year: number): readonly CalendarDay[] {
  const holidays = new Set(calendar.holidays);
  const makeUpDays = new Set(calendar.makeUpDays);
  const kindOf = (number: number, day: string): DayKind => {
    if (day < calendar.coverage.from || day > calendar.coverage.to) return "unknown";
    if (holidays.has(day)) return "holiday";
    if (makeUpDays.has(day)) return "makeUp";
    return isWeekend(number) ? "weekend" : "working";
  };
  const first = firstDayOf(year);
  return Array.from({ length: firstDayOf(year + 1) - first }, (_, offset) => {
    const day = formatDay(first + offset);
    return { day, kind: kindOf(first + offset, day) };
  });
}

/** How many days of each kind there are. */
export function countKinds(days: readonly CalendarDay[]): Readonly<Record<DayKind, number>> {
  const counts = { working: 0, weekend: 0, holiday: 0, makeUp: 0, unknown: 0 };
  for (const { kind } of days) counts[kind] += 1;
  return counts;
}

function firstDayOf(year: number): number {
  const day = parseDay(`${String(year).padStart(4, "0")}-01-01`);
  if (day === undefined) throw new Error(`the year ${year} is none of the calendar`);
  return day;
}
