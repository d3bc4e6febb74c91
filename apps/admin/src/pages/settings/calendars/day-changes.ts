import type { CalendarDocument } from "@evenhand/domain";

/** What becomes of a day where one calendar takes the place of another. */
export type DayChange = {
  readonly day: string;
  readonly change: "holidayAdded" | "holidayRemoved" | "makeUpAdded" | "makeUpRemoved";
};

type Days = Pick<CalendarDocument, "holidays" | "makeUpDays">;

/** Every day that two calendars have otherwise, in the order of time. */
export function dayChanges(before: Days, after: Days): readonly DayChange[] {
  return [
    ...missingIn(after.holidays, before.holidays, "holidayRemoved"),
    ...missingIn(before.holidays, after.holidays, "holidayAdded"),
    ...missingIn(after.makeUpDays, before.makeUpDays, "makeUpRemoved"),
    ...missingIn(before.makeUpDays, after.makeUpDays, "makeUpAdded"),
  ].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

function missingIn(
  known: readonly string[],
  days: readonly string[],
  change: DayChange["change"],
): readonly DayChange[] {
  const there = new Set(known);
  return days.filter((day) => !there.has(day)).map((day) => ({ day, change }));
}
