import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "./date.ts";
import { formatInstant, instantOn, isTimeZone, localDay, parseInstant } from "./instant.ts";

const RUNS = { seed: 20_260_701, numRuns: 1_000 };
const SHANGHAI = "Asia/Shanghai";

function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is not a day`);
  return parsed;
}

function instant(text: string): number {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`${text} is not an instant`);
  return parsed;
}

describe("parseInstant", () => {
  it.each([
    ["2026-04-01T09:00:00+08:00", "2026-04-01T01:00:00.000Z"],
    ["2026-04-01T09:00:00Z", "2026-04-01T09:00:00.000Z"],
    ["2026-04-01T09:00:00-00:00", "2026-04-01T09:00:00.000Z"],
    ["2026-04-01t09:00:00z", "2026-04-01T09:00:00.000Z"],
    ["2026-04-01T09:00:00.5-03:30", "2026-04-01T12:30:00.500Z"],
    ["2026-04-01T09:00:00.007Z", "2026-04-01T09:00:00.007Z"],
    ["2026-01-01T00:00:00+23:59", "2025-12-31T00:01:00.000Z"],
  ])("reads %s as %s", (text, utc) => {
    expect(parseInstant(text)).toBe(Date.parse(utc));
  });

  it.each([
    "2026-04-01T09:00:00",
    "2026-04-01T09:00+08:00",
    "2026-04-01 09:00:00+08:00",
    "2026-04-01T24:00:00+08:00",
    "2026-04-01T09:60:00+08:00",
    "2016-12-31T23:59:60Z",
    "2026-04-01T09:00:00.1234Z",
    "2026-04-01T09:00:00.Z",
    "2026-02-29T09:00:00Z",
    "1899-12-31T09:00:00Z",
    "2026-04-01T09:00:00+0800",
    "2026-04-01T09:00:00+24:00",
    "2026-04-01T09:00:00+08:60",
    "2026-04-01T09:00:00+08:00[Asia/Shanghai]",
    "2026-04-01",
    "",
  ])("refuses %j", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe("localDay", () => {
  it("is the day on the wall calendar of the zone", () => {
    expect(formatDay(localDay(instant("2026-05-20T15:59:59.999Z"), SHANGHAI))).toBe("2026-05-20");
    expect(formatDay(localDay(instant("2026-05-20T16:00:00Z"), SHANGHAI))).toBe("2026-05-21");
    expect(formatDay(localDay(instant("2026-05-20T03:59:59Z"), "America/New_York"))).toBe("2026-05-19");
    expect(formatDay(localDay(-1, "UTC"))).toBe("1969-12-31");
  });

  it("refuses a zone it does not know", () => {
    expect(() => localDay(0, "Asia/Nowhere")).toThrow(RangeError);
  });
});

describe("instantOn", () => {
  it("is when the clocks of the zone show the time", () => {
    expect(instantOn(day("2026-05-21"), "09:00", SHANGHAI)).toBe(instant("2026-05-21T09:00:00+08:00"));
    expect(instantOn(day("2026-07-01"), "00:00", "America/New_York")).toBe(instant("2026-07-01T04:00:00Z"));
  });

  it("reads a time that is skipped with the offset from before the change", () => {
    expect(instantOn(day("2026-03-08"), "02:30", "America/New_York")).toBe(
      instant("2026-03-08T03:30:00-04:00"),
    );
    expect(instantOn(day("2026-03-08"), "03:00", "America/New_York")).toBe(
      instant("2026-03-08T03:00:00-04:00"),
    );
  });

  it("takes the first of a time that is shown twice", () => {
    expect(instantOn(day("2026-11-01"), "01:30", "America/New_York")).toBe(
      instant("2026-11-01T01:30:00-04:00"),
    );
  });

  it("reaches the day after the last that a text can name", () => {
    expect(instantOn(day("9999-12-31") + 1, "08:00", SHANGHAI)).toBe(253_402_300_800_000);
  });

  it.each(["24:00", "9:00", "09:60", "09:00:00", "0900", ""])("refuses the time %j", (time) => {
    expect(() => instantOn(0, time, SHANGHAI)).toThrow(RangeError);
  });
});

describe("formatInstant", () => {
  it("writes the offset, and milliseconds only where there are any", () => {
    expect(formatInstant(instant("2026-04-01T05:00:00Z"), SHANGHAI)).toBe("2026-04-01T13:00:00+08:00");
    expect(formatInstant(instant("2026-04-01T05:00:00.070Z"), SHANGHAI)).toBe(
      "2026-04-01T13:00:00.070+08:00",
    );
    expect(formatInstant(0, "UTC")).toBe("1970-01-01T00:00:00+00:00");
    expect(formatInstant(-1, "America/St_Johns")).toBe("1969-12-31T20:29:59.999-03:30");
  });

  it("names the same instant where an offset is not of whole minutes", () => {
    // Shanghai kept local mean time, 8:05:43 ahead, until 1901.
    const early = instant("1900-06-01T00:00:00Z");
    expect(formatInstant(early, SHANGHAI)).toBe("1900-06-01T08:05:00+08:05");
    expect(parseInstant(formatInstant(early, SHANGHAI))).toBe(early);
  });

  const zones = fc.constantFrom(
    SHANGHAI,
    "UTC",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
  );
  const instants = fc.integer({
    min: Date.parse("1900-01-02T00:00:00Z"),
    max: Date.parse("9999-12-30T00:00:00Z"),
  });

  it("comes back from its text, on the local day that the text begins with", () => {
    fc.assert(
      fc.property(instants, zones, (ms, zone) => {
        const text = formatInstant(ms, zone);
        expect(parseInstant(text)).toBe(ms);
        // Before standard time the shown day may differ by the seconds that an offset in text leaves out.
        const day = formatDay(localDay(ms, zone));
        expect(day === text.slice(0, 10) || ms < 0).toBe(true);
      }),
      RUNS,
    );
  });

  it("shows on the clock what `instantOn` was asked for, skipped times aside", () => {
    const minutes = fc.integer({ min: 0, max: 1_439 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), minutes, (value, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        for (const zone of ["Asia/Tokyo", "Asia/Kolkata", "UTC"]) {
          expect(formatInstant(instantOn(value, time, zone), zone)).toContain(
            `${formatDay(value)}T${time}:00`,
          );
        }
      }),
      RUNS,
    );
  });
});

describe("isTimeZone", () => {
  it.each([SHANGHAI, "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+8"])("knows %s", (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each([
    "+08:00",
    "Asia/Nowhere",
    "Asia/",
    "",
    "2026-01-01T00:00Z[Asia/Shanghai]",
    "Asia/Shanghai ",
    "中国",
  ])("does not know %j", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
