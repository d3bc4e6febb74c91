import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CalendarDocument } from "./calendar-document.ts";
import { type Calendar, readCalendar } from "./calendar.ts";
import { contentHash } from "./canonical.ts";
import { formatDay, isWeekend, parseDay } from "./date.ts";

const cnText = readFileSync(new URL("../../../rules/calendars/cn.json", import.meta.url), "utf8");

const SMALL: CalendarDocument = {
  id: "small",
  version: 1,
  title: { en: "Small", zh: "小日历" },
  coverage: { from: "2026-05-01", to: "2026-05-31" },
  source: "made up for these tests",
  holidays: ["2026-05-01", "2026-05-04"],
  makeUpDays: ["2026-05-09"],
};

function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is not a day`);
  return parsed;
}

function calendarOf(document: unknown): Calendar {
  const read = readCalendar(document);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.calendar;
}

function problemsOf(document: unknown): readonly string[] {
  const read = readCalendar(document);
  return "problems" in read ? read.problems.map(({ code, at }) => `${code} ${at}`) : [];
}

/** The texts `YYYY-MM-DD` of a range on which the calendar works. */
function workedIn(calendar: Calendar, from: string, to: string): readonly string[] {
  const length = day(to) - day(from) + 1;
  const days = Array.from({ length }, (_, index) => day(from) + index);
  return days.filter((each) => calendar.isWorkingDay(each)).map((each) => formatDay(each).slice(5));
}

describe("a calendar", () => {
  it("works Monday to Friday but for its holidays, and on its make-up days", () => {
    const calendar = calendarOf(SMALL);
    expect(workedIn(calendar, "2026-05-01", "2026-05-10")).toEqual([
      "05-05",
      "05-06",
      "05-07",
      "05-08",
      "05-09",
    ]);
    expect(calendar).toMatchObject({
      id: "small",
      version: 1,
      coverage: { from: day("2026-05-01"), to: day("2026-05-31") },
    });
  });

  it("works Monday to Friday outside its coverage", () => {
    expect(workedIn(calendarOf(SMALL), "2026-06-05", "2026-06-09")).toEqual(["06-05", "06-08", "06-09"]);
  });

  it("is known by the hash of its document, whatever the order of its fields", () => {
    const { id, ...rest } = SMALL;
    expect(calendarOf({ ...rest, id }).hash).toBe(calendarOf(SMALL).hash);
    expect(calendarOf(SMALL).hash).toBe(contentHash(SMALL));
    expect(calendarOf({ ...SMALL, version: 2 }).hash).not.toBe(calendarOf(SMALL).hash);
  });
});

describe("readCalendar", () => {
  it.each([
    ["another thing than an object", ["cn"], ["wrong-shape "]],
    ["an empty object", {}, Array.from({ length: 7 }, () => "missing-field ")],
    ["an unknown field", { ...SMALL, holiday: [] }, ["unknown-field /holiday"]],
    ["an id that is none", { ...SMALL, id: "CN" }, ["wrong-shape /id"]],
    ["a version of zero", { ...SMALL, version: 0 }, ["wrong-shape /version"]],
    ["a title in one language", { ...SMALL, title: { en: "Small" } }, ["wrong-shape /title"]],
    ["days that are no texts", { ...SMALL, holidays: [20260501] }, ["wrong-shape /holidays"]],
    ["days of which one does not exist", { ...SMALL, holidays: ["2026-04-31"] }, ["not-a-date /holidays/0"]],
    [
      "a coverage that does not exist",
      { ...SMALL, coverage: { from: "2026-05", to: "2026-02-30" } },
      ["not-a-date /coverage/from", "not-a-date /coverage/to"],
    ],
    [
      "a coverage that ends before it begins",
      { ...SMALL, coverage: { from: "2026-05-31", to: "2026-05-30" }, holidays: [], makeUpDays: [] },
      ["out-of-range /coverage/to"],
    ],
    [
      "a day that stands twice",
      { ...SMALL, holidays: ["2026-05-04", "2026-05-04"] },
      ["out-of-range /holidays/1"],
    ],
    ["days out of order", { ...SMALL, holidays: ["2026-05-05", "2026-05-04"] }, ["out-of-range /holidays/1"]],
    ["a holiday at a weekend", { ...SMALL, holidays: ["2026-05-02"] }, ["out-of-range /holidays/0"]],
    ["a make-up day on a weekday", { ...SMALL, makeUpDays: ["2026-05-08"] }, ["out-of-range /makeUpDays/0"]],
    ["a day before the coverage", { ...SMALL, holidays: ["2026-04-30"] }, ["out-of-range /holidays/0"]],
    ["a day after the coverage", { ...SMALL, holidays: ["2026-06-01"] }, ["out-of-range /holidays/0"]],
  ])("refuses %s", (_, document, problems) => {
    expect(problemsOf(document)).toEqual(problems);
  });

  it("accepts days at both ends of the coverage", () => {
    const ends = { ...SMALL, holidays: ["2026-05-01", "2026-05-29"], makeUpDays: ["2026-05-31"] };
    expect(problemsOf(ends)).toEqual([]);
  });

  it("reports everything at once and says what was probably meant", () => {
    const read = readCalendar({ ...SMALL, makeupDays: [], version: "1" });
    expect(read).toMatchObject({
      problems: [
        {
          code: "unknown-field",
          at: "/makeupDays",
          help: { en: "did you mean `makeUpDays`?", zh: "是不是`makeUpDays`？" },
        },
        { code: "wrong-shape", at: "/version" },
      ],
    });
  });
});

describe("the calendar of mainland China", () => {
  const document = JSON.parse(cnText) as CalendarDocument;
  const cn = calendarOf(document);

  it("covers 2004 to 2026", () => {
    expect([cn.coverage.from, cn.coverage.to].map(formatDay)).toEqual(["2004-01-01", "2026-12-31"]);
  });

  it("has the days that the policies' examples rest on", () => {
    expect(workedIn(cn, "2026-09-18", "2026-09-21")).toEqual(["09-18", "09-20", "09-21"]);
    expect(workedIn(cn, "2026-09-30", "2026-10-11")).toEqual(["09-30", "10-08", "10-09", "10-10"]);
    expect(workedIn(cn, "2026-04-30", "2026-05-10")).toEqual(["04-30", "05-06", "05-07", "05-08", "05-09"]);
  });

  it("works on 31 December 2005, for which 3 January 2006 is off", () => {
    expect(workedIn(cn, "2005-12-30", "2006-01-04")).toEqual(["12-30", "12-31", "01-04"]);
  });

  it("is off on Mondays to Fridays that the lengthened Spring Festival of 2020 took", () => {
    expect(workedIn(cn, "2020-01-23", "2020-02-03")).toEqual(["01-23", "02-03"]);
  });

  it("takes from Monday to Friday just the statutory days, in every year", () => {
    // A make-up day of the last two days of December belongs to the next year's notice when no weekday of that December
    // is off for it. Besides: one day in 2015 for a commemoration, two in 2020 by which Spring Festival was lengthened.
    const statutory = (year: number) =>
      (year >= 2025 ? 13 : year >= 2008 ? 11 : 10) + (year === 2015 ? 1 : 0) + (year === 2020 ? 2 : 0);
    const years = Array.from({ length: 2026 - 2004 + 1 }, (_, index) => 2004 + index);
    const taken = years.map((year) => {
      const off = document.holidays.filter((each) => each.startsWith(String(year))).length;
      const madeUp = document.makeUpDays.filter((each) => noticeYear(each) === year).length;
      return [year, off - madeUp];
    });
    expect(taken).toEqual(years.map((year) => [year, statutory(year)]));
  });

  it("names no day in vain: every holiday is a weekday, every make-up day at a weekend", () => {
    expect(document.holidays.filter((each) => isWeekend(day(each)))).toEqual([]);
    expect(document.makeUpDays.filter((each) => !isWeekend(day(each)))).toEqual([]);
  });
});

/** The year of the notice that a make-up day is in. */
function noticeYear(text: string): number {
  const year = Number(text.slice(0, 4));
  return ["2005-12-31", "2006-12-30", "2006-12-31", "2011-12-31"].includes(text) ? year + 1 : year;
}
