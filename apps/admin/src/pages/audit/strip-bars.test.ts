import { describe, expect, it } from "vitest";
import { barsOf, stripDays, stripFigures } from "./strip-bars.ts";

describe("the days of a strip", () => {
  it.each([
    [{}, "2026-06-11", "2026-07-10"],
    [{ to: "2026-03-01" }, "2026-01-31", "2026-03-01"],
    [{ from: "2026-07-09" }, "2026-07-09", "2026-07-10"],
    [{ from: "2026-01-01", to: "2026-01-31" }, "2026-01-01", "2026-01-31"],
  ])("of %j on 10 July 2026 are %s to %s", (asked, from, to) => {
    expect(stripDays(asked, "2026-07-10")).toEqual({ from, to });
  });
});

describe("the bars of a strip", () => {
  it("are one for each day, with or without an event", () => {
    const days = [{ day: "2026-03-01", events: 2 }];
    expect(barsOf({ from: "2026-02-28", to: "2026-03-02" }, days)).toEqual([
      { from: "2026-02-28", to: "2026-02-28", events: 0 },
      { from: "2026-03-01", to: "2026-03-01", events: 2 },
      { from: "2026-03-02", to: "2026-03-02", events: 0 },
    ]);
  });

  it("are one for each month where there are more than 92 days, cut to the days that are asked for", () => {
    const days = [
      { day: "2026-01-20", events: 1 },
      { day: "2026-01-31", events: 2 },
      { day: "2026-04-01", events: 4 },
    ];
    expect(barsOf({ from: "2026-01-15", to: "2026-04-17" }, days)).toEqual([
      { from: "2026-01-15", to: "2026-01-31", events: 3 },
      { from: "2026-02-01", to: "2026-02-28", events: 0 },
      { from: "2026-03-01", to: "2026-03-31", events: 0 },
      { from: "2026-04-01", to: "2026-04-17", events: 4 },
    ]);
    expect(barsOf({ from: "2026-01-16", to: "2026-04-17" }, days)).toHaveLength(92);
  });

  it("do not reach back to years in which nothing happened", () => {
    const days = [{ day: "2026-01-20", events: 1 }];
    expect(barsOf({ from: "0001-01-01", to: "9999-12-31" }, days)).toEqual([
      { from: "2026-01-01", to: "2026-01-31", events: 1 },
    ]);
    expect(barsOf({ from: "0001-01-01", to: "9999-12-31" }, [])).toEqual([]);
  });

  it("are none where the first day comes after the last", () => {
    expect(barsOf({ from: "2026-03-02", to: "2026-03-01" }, [])).toEqual([]);
  });
});

describe("the figures of a strip", () => {
  const bar = (day: string, events: number) => ({ from: day, to: day, events });
  it("are the sum, and the first of the highest bars", () => {
    const bars = [bar("2026-03-01", 1), bar("2026-03-02", 3), bar("2026-03-03", 3)];
    expect(stripFigures(bars)).toEqual({ events: 7, highest: bars[1] });
  });

  it("name no highest bar where nothing happened", () => {
    expect(stripFigures([bar("2026-03-01", 0)])).toEqual({ events: 0, highest: undefined });
    expect(stripFigures([])).toEqual({ events: 0, highest: undefined });
  });
});
