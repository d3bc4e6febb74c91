import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "./date.ts";
import { readWrittenDay } from "./written-day.ts";

describe("a day", () => {
  it.each([
    "2026-07-06",
    "2026/7/6",
    "2026.7.6",
    " 2026-7-6 ",
    "20260706",
    "2026年7月6日",
    "2026年07月06号",
    "2026 年 7 月 6 日",
    "２０２６／７／６",
    "6 Jul 2026",
    "6 July 2026",
    "06-JUL-2026",
    "6th July, 2026",
    "July 6, 2026",
    "Jul. 6 2026",
  ])("may be written %j", (text) => {
    expect(readWrittenDay(text)).toEqual({ day: "2026-07-06", rest: "" });
  });

  it.each([
    ["2026-07-06 9:30", "9:30"],
    ["2026-07-06T09:30:00", "09:30:00"],
    ["2026年7月6日9时30分", "9时30分"],
    ["6 Jul 2026 09:30", "09:30"],
  ])("is parted from what stands behind it: %j", (text, rest) => {
    expect(readWrittenDay(text)).toEqual({ day: "2026-07-06", rest });
  });

  it.each(["01/02/2026", "1-2-26", "13/02/2026", "6.7.2026"])("in another order is refused: %j", (text) => {
    expect(readWrittenDay(text)).toEqual({ trouble: "other-order" });
  });

  it.each(["2026-02-29", "2026/13/1", "20260732", "1899-12-31", "31 Sept 2026", "2026年2月30日"])(
    "that does not exist is refused: %j",
    (text) => {
      expect(readWrittenDay(text)).toEqual({ trouble: "no-such-day" });
    },
  );

  it.each([
    "",
    "tomorrow",
    "7月6日",
    "26年7月6日",
    "2026-07",
    "2026-7/6",
    "2026-07-061",
    "6 Jux 2026",
    "6 Ju 2026",
  ])("is not read out of %j", (text) => {
    expect(readWrittenDay(text)).toEqual({ trouble: "no-day" });
  });

  it("is read as it is written in either language, whichever it is", () => {
    const written = (day: number, locale: string): string =>
      new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(day * 86_400_000);
    fc.assert(
      fc.property(
        fc.integer({ min: parseDay("1900-01-01") ?? 0, max: parseDay("9999-12-31") ?? 0 }),
        fc.constantFrom("en-GB", "en-US", "zh-CN"),
        (day, locale) => {
          expect(readWrittenDay(written(day, locale))).toEqual({ day: formatDay(day), rest: "" });
        },
      ),
      { seed: 20_260_706, numRuns: 1000 },
    );
  });
});
