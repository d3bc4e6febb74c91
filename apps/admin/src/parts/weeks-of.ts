import { addCalendarMonths, dayOfWeek, formatDay, parseDay } from "@evenhand/domain";

/** The days from Monday to Sunday; a place before the first day of a month or after its last is empty. */
export type Week = readonly (string | undefined)[];

/** The weeks of a month, given as `2026-07`; none of what is no month. */
export function weeksOf(month: string): readonly Week[] {
  const first = parseDay(`${month}-01`);
  if (first === undefined) return [];
  const length = addCalendarMonths(first, 1) - first;
  const before = daysSinceMonday(first);
  const dayAt = (place: number): string | undefined =>
    place < before || place >= before + length ? undefined : formatDay(first + place - before);
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_one, weekday) => dayAt(week * 7 + weekday)),
  );
}

/** How long the Monday of its week lies before a day, both counted as days since 1970-01-01. */
export function daysSinceMonday(day: number): number {
  return (dayOfWeek(day) + 6) % 7;
}
