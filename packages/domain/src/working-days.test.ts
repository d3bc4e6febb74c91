import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calendar, readCalendar } from "./calendar.ts";
import { formatDay, parseDay } from "./date.ts";
import { addWorkingDays } from "./working-days.ts";

const RUNS = { seed: 20_260_701, numRuns: 1_000 };

function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is not a day`);
  return parsed;
}

function autumn(): Calendar {
  const read = readCalendar({
    id: "autumn",
    version: 1,
    title: { en: "Autumn 2026", zh: "2026年秋" },
    coverage: { from: "2026-09-01", to: "2026-10-30" },
    source: "the days of the dealers' examples",
    holidays: ["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
    makeUpDays: ["2026-09-20", "2026-10-10"],
  });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.calendar;
}

function count(from: string, days: number): { on: string; provisional: boolean; counted: readonly string[] } {
  const { day: reached, provisional, counted } = addWorkingDays(autumn(), day(from), days);
  return { on: formatDay(reached), provisional, counted: counted.map(formatDay) };
}

describe("addWorkingDays", () => {
  it("does not count the day of the event", () => {
    expect(count("2026-09-02", 1)).toEqual({ on: "2026-09-03", provisional: false, counted: ["2026-09-03"] });
  });

  it("counts over a holiday", () => {
    expect(count("2026-09-29", 3)).toEqual({
      on: "2026-10-09",
      provisional: false,
      counted: ["2026-09-30", "2026-10-08", "2026-10-09"],
    });
  });

  it("counts a make-up Sunday", () => {
    expect(count("2026-09-18", 2)).toEqual({
      on: "2026-09-21",
      provisional: false,
      counted: ["2026-09-20", "2026-09-21"],
    });
  });

  it("begins on a day off as on any other", () => {
    expect(count("2026-10-03", 1).on).toBe("2026-10-08");
  });

  it("gives the day itself for a count of 0, and is not provisional then", () => {
    expect(count("2026-10-03", 0)).toEqual({ on: "2026-10-03", provisional: false, counted: [] });
    expect(count("2030-01-01", 0)).toEqual({ on: "2030-01-01", provisional: false, counted: [] });
  });

  it("is provisional as soon as a day was looked at that the calendar does not cover", () => {
    expect(count("2026-10-29", 1)).toMatchObject({ on: "2026-10-30", provisional: false });
    expect(count("2026-10-30", 1)).toMatchObject({ on: "2026-11-02", provisional: true });
    expect(count("2026-08-31", 1)).toMatchObject({ on: "2026-09-01", provisional: false });
    expect(count("2026-08-30", 1)).toMatchObject({ on: "2026-08-31", provisional: true });
    expect(count("2026-09-01", 1)).toMatchObject({ on: "2026-09-02", provisional: false });
  });

  it.each([-1, 0.5, 10_001, Number.NaN, Infinity])("refuses a count of %d", (days) => {
    expect(() => addWorkingDays(autumn(), 0, days)).toThrow(RangeError);
  });

  it("counts up to 10,000 days, from whole days only", () => {
    expect(addWorkingDays(autumn(), day("2026-09-01"), 10_000).counted).toHaveLength(10_000);
    expect(() => addWorkingDays(autumn(), 0.5, 1)).toThrow(RangeError);
  });

  it("counts exactly the working days after the event, up to and with the day it gives", () => {
    const starts = fc.integer({ min: day("2026-08-01"), max: day("2026-12-01") });
    const calendar = autumn();
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const { day: reached, counted } = addWorkingDays(calendar, from, days);
        const after = Array.from({ length: reached - from }, (_, index) => from + 1 + index);
        expect(counted).toEqual(after.filter((each) => calendar.isWorkingDay(each)));
        expect(counted).toHaveLength(days);
        expect(counted.at(-1)).toBe(reached);
      }),
      RUNS,
    );
  });

  it("counts two spans as it counts their sum", () => {
    const calendar = autumn();
    const spans = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 21_000 }), spans, spans, (from, first, second) => {
        const middle = addWorkingDays(calendar, from, first).day;
        expect(addWorkingDays(calendar, middle, second).day).toBe(
          addWorkingDays(calendar, from, first + second).day,
        );
      }),
      RUNS,
    );
  });
});
