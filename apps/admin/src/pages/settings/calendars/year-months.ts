import { type CalendarDocument, dayOfWeek, formatDay, isWeekend, parseDay } from "@evenhand/domain";

/** What a day is: worked or off as its day of the week says, or one of the two exceptions. */
export type DayKind = "working" | "weekend" | "holiday" | "makeUp" | "unknown";
export type CalendarDay = { readonly day: string; readonly dayOfMonth: number; readonly kind: DayKind };
export type Month = {
  readonly month: number;
  /** How many places stay empty before the first day, in weeks that begin on Monday. */
  readonly before: number;
  readonly days: readonly CalendarDay[];
};

/** The twelve months of a year under a calendar; days that it does not cover are `unknown`. */
export function monthsOf(calendar: CalendarDocument, year: number): readonly Month[] {
  const holidays = new Set(calendar.holidays);
  const makeUpDays = new Set(calendar.makeUpDays);
  const kindOf = (number: number, day: string): DayKind => {
    if (day < calendar.coverage.from || day > calendar.coverage.to) return "unknown";
    if (holidays.has(day)) return "holiday";
    if (makeUpDays.has(day)) return "makeUp";
    return isWeekend(number) ? "weekend" : "working";
  };
  return Array.from({ length: 12 }, (_, index) => {
    const first = dayNumber(year, index + 1);
    const next = index === 11 ? dayNumber(year + 1, 1) : dayNumber(year, index + 2);
    const days = Array.from({ length: next - first }, (_one, offset): CalendarDay => {
      const day = formatDay(first + offset);
      return { day, dayOfMonth: offset + 1, kind: kindOf(first + offset, day) };
    });
    return { month: index + 1, before: (dayOfWeek(first) + 6) % 7, days };
  });
}

/** How many days of each kind there are. */
export function countKinds(months: readonly Month[]): Readonly<Record<DayKind, number>> {
  const counts = { working: 0, weekend: 0, holiday: 0, makeUp: 0, unknown: 0 };
  for (const { days } of months) for (const { kind } of days) counts[kind] += 1;
  return counts;
}

function dayNumber(year: number, month: number): number {
  const day = parseDay(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`);
  if (day === undefined) throw new Error(`the year ${year} is none of the calendar`);
  return day;
}
