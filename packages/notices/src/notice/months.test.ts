import { expect, test } from "vitest";
import { monthRows } from "./months.ts";

const NOTHING = new Map<string, number>();

test("each month says what is left after it", () => {
  const schedule = [
    { month: "2026-07", amountMinor: 1000 },
    { month: "2026-08", amountMinor: 200 },
  ];
  expect(monthRows({ schedule, before: NOTHING }).map(({ from, leftMinor }) => [from, leftMinor])).toEqual([
    ["2026-07", 200],
    ["2026-08", 0],
  ]);
});

test("three equal months in a row share a line, across the turn of a year; two do not", () => {
  const schedule = ["2026-11", "2026-12", "2027-01", "2027-03", "2027-04"].map((month) => ({
    month,
    amountMinor: 40,
  }));
  expect(
    monthRows({ schedule, before: NOTHING }).map(({ from, to, months, leftMinor }) => [
      from,
      to,
      months,
      leftMinor,
    ]),
  ).toEqual([
    ["2026-11", "2027-01", 3, 80],
    ["2027-03", "2027-03", 1, 40],
    ["2027-04", "2027-04", 1, 0],
  ]);
});

test("months that hold something from before stand apart from those that do not", () => {
  const schedule = ["2026-07", "2026-08", "2026-09"].map((month) => ({ month, amountMinor: 40 }));
  const rows = monthRows({ schedule, before: new Map([["2026-08", 5]]) });
  expect(rows.map(({ beforeMinor }) => beforeMinor)).toEqual([0, 5, 0]);
});

test("no schedule, no rows", () => {
  expect(monthRows({ schedule: [], before: NOTHING })).toEqual([]);
});
