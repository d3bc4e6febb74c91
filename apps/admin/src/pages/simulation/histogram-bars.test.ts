import type { HistogramBin, SimulationResult } from "@evenhand/analysis";
import { expect, it } from "vitest";
import { barsBetween, histogramBars, rangeOf } from "./histogram-bars.ts";

const bin = (
  direction: HistogramBin["direction"],
  aboveMinor: number,
  upToMinor: number | null,
): HistogramBin => ({
  direction,
  aboveMinor,
  upToMinor,
  cases: 1,
});

// INVARIANT: nothing else of a result is read here.
const FOUND = {
  histogram: [bin("lower", 100, null), bin("lower", 0, 100), bin("higher", 0, 100), bin("higher", 100, null)],
  counts: { changed: 9, higher: 2, lower: 2 },
} as unknown as SimulationResult;

const BARS = histogramBars(FOUND);

it("has every difference in one bar, and those at the same amount between lower and higher", () => {
  expect(BARS.map(({ leastMinor, mostMinor }) => [leastMinor, mostMinor])).toEqual([
    [null, -101],
    [-100, -1],
    [0, 0],
    [1, 100],
    [101, null],
  ]);
  expect(BARS.map(({ cases }) => cases)).toEqual([1, 1, 5, 1, 1]);
});

it("finds a choice of bars again by what it asked for, open ends included", () => {
  for (const [first, last] of [
    [0, 0],
    [0, 2],
    [1, 3],
    [4, 4],
  ] as const) {
    const { least, most } = rangeOf(BARS, { first, last });
    const asked = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
    expect(barsBetween(BARS, asked)).toEqual({ first, last });
  }
});

it("is no choice of bars where a range ends within one, or where none is asked for", () => {
  expect(barsBetween(BARS, { least: "50" })).toBeUndefined();
  expect(barsBetween(BARS, {})).toBeUndefined();
});
