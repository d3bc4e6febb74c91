import type { CalendarDocument } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { dayChanges } from "./day-changes.ts";
import { countKinds, monthsOf } from "./year-months.ts";

const CALENDAR: CalendarDocument = {
  id: "cn",
  version: 1,
  title: { en: "China", zh: "中国" },
  coverage: { from: "2026-01-01", to: "2026-12-30" },
  source: "notices",
  holidays: ["2026-01-01"],
  makeUpDays: ["2026-01-04"],
};

describe("a year of a calendar", () => {
  const months = monthsOf(CALENDAR, 2026);

  it("has every day once, under the day of the week it falls on", () => {
    expect(months.map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    // 1 January 2026 is a Thursday, 1 June a Monday.
    expect([months[0]?.before, months[5]?.before]).toEqual([3, 0]);
  });

  it("says of each day what it is, and that it is not known outside of what the calendar covers", () => {
    expect(months[0]?.days.slice(0, 5).map(({ kind }) => kind)).toEqual([
      "holiday",
      "working",
      "weekend",
      "makeUp",
      "working",
    ]);
    expect(countKinds(months)).toEqual({ working: 259, weekend: 103, holiday: 1, makeUp: 1, unknown: 1 });
  });
});

it("tells the days that two calendars have otherwise, in the order of time", () => {
  const after = { holidays: ["2026-01-02"], makeUpDays: ["2026-01-04", "2026-01-10"] };
  expect(dayChanges(CALENDAR, after)).toEqual([
    { day: "2026-01-01", change: "holidayRemoved" },
    { day: "2026-01-02", change: "holidayAdded" },
    { day: "2026-01-10", change: "makeUpAdded" },
  ]);
});
