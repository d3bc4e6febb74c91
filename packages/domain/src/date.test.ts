import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addCalendarMonths,
  dayOfWeek,
  formatDay,
  formatMonth,
  isWeekend,
  monthOf,
  parseDay,
  parseMonth,
} from "./date.ts";

const RUNS = { seed: 20_260_701, numRuns: 5_000 };

function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is not a day`);
  return parsed;
}

describe("days", () => {
  it("are counted from 1970-01-01", () => {
    expect(parseDay("1970-01-01")).toBe(0);
    expect(parseDay("1969-12-31")).toBe(-1);
    expect(parseDay("2026-07-10")).toBe(Date.UTC(2026, 6, 10) / 86_400_000);
  });

  it("reach from 1900 to 9999", () => {
    expect(formatDay(day("1900-01-01"))).toBe("1900-01-01");
    expect(formatDay(day("9999-12-31"))).toBe("9999-12-31");
    expect(parseDay("1899-12-31")).toBeUndefined();
  });

  it.each([
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-1-1",
    "26-01-01",
    "+002026-01-01",
    "2026-01-01T00:00",
    " 2026-01-01",
    "2026-01-01\n",
    "２０２６-01-01",
    "2026/01/01",
    "",
  ])("refuse %j", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it("know the leap days of the Gregorian calendar", () => {
    expect(formatDay(day("2000-02-29"))).toBe("2000-02-29");
    expect(formatDay(day("2000-02-29") + 1)).toBe("2000-03-01");
    expect(formatDay(day("2100-02-28") + 1)).toBe("2100-03-01");
    expect(formatDay(day("2028-02-28") + 1)).toBe("2028-02-29");
  });

  it("agree with the platform's calendar wherever that has one", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (value) => {
        const text = new Date(value * 86_400_000).toISOString();
        expect(formatDay(value)).toBe(text.slice(0, text.indexOf("T")));
        expect(dayOfWeek(value)).toBe(new Date(value * 86_400_000).getUTCDay());
      }),
      RUNS,
    );
  });

  it("come back from their text", () => {
    fc.assert(
      fc.property(fc.integer({ min: day("1900-01-01"), max: day("9999-12-31") }), (value) => {
        expect(parseDay(formatDay(value))).toBe(value);
      }),
      RUNS,
    );
  });

  it("are written with sign and six digits outside four-digit years", () => {
    expect(formatDay(day("9999-12-31") + 1)).toBe("+010000-01-01");
    expect(formatDay(-719_528)).toBe("0000-01-01");
    expect(formatDay(-719_529)).toBe("-000001-12-31");
    expect(() => formatDay(0.5)).toThrow(RangeError);
    expect(() => formatDay(Infinity)).toThrow(RangeError);
  });

  it("know their day of the week, Sunday being 0", () => {
    expect(dayOfWeek(day("2026-09-20"))).toBe(0);
    expect(dayOfWeek(day("1969-12-27"))).toBe(6);
    expect([18, 19, 20, 21].map((date) => isWeekend(day(`2026-09-${date}`)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("months", () => {
  it("are counted from January of the year 0", () => {
    expect(parseMonth("2026-07")).toBe(2026 * 12 + 6);
    expect(formatMonth(24_318)).toBe("2026-07");
    expect(formatMonth((parseMonth("2026-12") ?? 0) + 1)).toBe("2027-01");
    expect(monthOf(day("2026-07-31"))).toBe(24_318);
    expect(formatMonth(monthOf(day("1900-01-01")))).toBe("1900-01");
  });

  it.each(["2026-00", "2026-13", "2026-7", "1899-12", "2026-07-01", "202607", ""])("refuse %j", (text) => {
    expect(parseMonth(text)).toBeUndefined();
  });

  it("come back from their text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900 * 12, max: 9999 * 12 + 11 }), (month) => {
        expect(parseMonth(formatMonth(month))).toBe(month);
      }),
      RUNS,
    );
  });
});

describe("addCalendarMonths", () => {
  it.each([
    ["2026-07-31", -1, "2026-06-30"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2028-03-31", -1, "2028-02-29"],
    ["2028-02-29", -12, "2027-02-28"],
    ["2026-01-15", -12, "2025-01-15"],
    ["2026-01-31", 13, "2027-02-28"],
    ["2026-12-01", 1, "2027-01-01"],
    ["2026-05-05", 0, "2026-05-05"],
  ])("from %s by %d months is %s", (from, months, to) => {
    expect(formatDay(addCalendarMonths(day(from), months))).toBe(to);
  });

  it("moves the month by exactly that many, and the day of the month never up", () => {
    const days = fc.integer({ min: day("1900-01-01"), max: day("9999-12-31") });
    fc.assert(
      fc.property(days, fc.integer({ min: -1_200, max: 1_200 }), (from, months) => {
        const to = addCalendarMonths(from, months);
        expect(monthOf(to) - monthOf(from)).toBe(months);
        const [before, after] = [from, to].map((value) => Number(formatDay(value).slice(-2)));
        expect(after).toBeLessThanOrEqual(before ?? 0);
        // Where the day of the month moved down, the next day begins a new month: only days that are not there were skipped.
        const isLastOfMonth = monthOf(to + 1) === monthOf(to) + 1;
        expect(after === before || isLastOfMonth).toBe(true);
      }),
      RUNS,
    );
  });
});
