import type { CalendarDocument } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { dayChanges } from "./day-changes.ts";
import { countKinds, daysOf } from "./year-days.ts";

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
  const days = daysOf(CALENDAR, 2026);

  it("has every day once", () => {
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([365, "2026-01-01", "2026-12-31"]);
    expect(new Set(days.map(({ day }) => day)).size).toBe(365);
  });

  it("says of each day what it is, and that it is not known outside of what the calendar covers", () => {
    expect(days.slice(0, 5).map(({ kind }) => kind)).toEqual([
      "holiday",
      "working",
      "weekend",
      "makeUp",
      "working",
    ]);
    expect(countKinds(days)).toEqual({ working: 259, weekend: 103, holiday: 1, makeUp: 1, unknown: 1 });
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
