import { describe, expect, it } from "vitest";
import type { CalendarDocument } from "./calendar-document.ts";
import { readCalendar } from "./calendar.ts";
import { daysOfYear, withYear, yearProblems, yearsFor } from "./calendar-year.ts";

const CALENDAR: CalendarDocument = {
  id: "cn",
  version: 3,
  title: { en: "China", zh: "中国" },
  coverage: { from: "2025-01-01", to: "2026-06-30" },
  source: "notices",
  holidays: ["2025-01-01", "2026-01-01", "2026-05-01"],
  makeUpDays: ["2025-01-26", "2026-05-09"],
};
const YEAR = { year: 2026, holidays: ["2026-01-02"], makeUpDays: ["2026-01-04"], source: "notice 7" };

describe("a year taken into a calendar", () => {
  it("takes the place of what the calendar had for it, and leaves every other year as it was", () => {
    const next = withYear(CALENDAR, YEAR);
    expect(next).toEqual({
      ...CALENDAR,
      version: 4,
      coverage: { from: "2025-01-01", to: "2026-12-31" },
      source: "notices; 2026: notice 7",
      holidays: ["2025-01-01", "2026-01-02"],
      makeUpDays: ["2025-01-26", "2026-01-04"],
    });
    expect(readCalendar(next)).toHaveProperty("calendar");
    expect(daysOfYear(next, 2026)).toEqual({ holidays: YEAR.holidays, makeUpDays: YEAR.makeUpDays });
  });

  it("replaces, taken in again, where it was announced; the other years keep theirs", () => {
    const first = withYear(withYear(CALENDAR, YEAR), { ...YEAR, year: 2027, source: "notice 9" });
    expect(withYear(first, { ...YEAR, source: "notice 8" }).source).toBe(
      "notices; 2026: notice 8; 2027: notice 9",
    );
  });

  it("names where it was announced without the sign that parts the years", () => {
    expect(yearProblems(CALENDAR, { ...YEAR, source: "notice 7; corrected" })).toMatchObject([
      { code: "wrong-shape", at: "/source" },
    ]);
    expect(yearProblems(CALENDAR, { ...YEAR, source: "notice 7；corrected" })).toEqual([]);
  });

  it("is one that the calendar covers, or the next", () => {
    expect(yearsFor(CALENDAR)).toEqual({ first: 2025, last: 2027 });
    expect(withYear(CALENDAR, { ...YEAR, year: 2027, holidays: [], makeUpDays: [] }).coverage.to).toBe(
      "2027-12-31",
    );
  });

  it("says of each day by its place what is wrong with it", () => {
    expect(yearProblems(CALENDAR, YEAR)).toEqual([]);
    const wrong = {
      ...YEAR,
      holidays: ["2026-01-03", "2026-02-30", "2025-12-31"],
      makeUpDays: ["2026-01-05"],
    };
    expect(yearProblems(CALENDAR, wrong).map(({ code, at }) => [code, at])).toEqual([
      ["out-of-range", "/holidays/0"],
      ["not-a-date", "/holidays/1"],
      ["out-of-range", "/holidays/2"],
      ["out-of-range", "/holidays/2"],
      ["out-of-range", "/makeUpDays/0"],
    ]);
  });
});
