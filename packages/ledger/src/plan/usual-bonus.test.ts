import { describe, expect, it } from "vitest";
import { EMPTY_LEDGER, type KnownBonus } from "../state/person-ledger.ts";
import { usualBonus } from "./usual-bonus.ts";

function usual(month: string, ...bonuses: readonly KnownBonus[]): number | undefined {
  return usualBonus({ ...EMPTY_LEDGER, bonuses }, month);
}

const inJune: KnownBonus = { month: "2026-06", bonusMinor: 100, source: "payroll" };
const inJuly: KnownBonus = { month: "2026-07", bonusMinor: 200, source: "payroll" };

describe("the usual bonus of a month", () => {
  it("is the last one known before it, or what a case says of the month itself", () => {
    expect(usual("2026-08", inJune, inJuly)).toBe(200);
    expect(usual("2026-07", inJune, { month: "2026-07", bonusMinor: 150, source: "case" })).toBe(150);
  });

  it("is not what payroll said of that very month, unless nothing else is known", () => {
    expect(usual("2026-07", inJune, inJuly)).toBe(100);
    expect(usual("2026-07", inJuly)).toBe(200);
  });

  it("is never a bonus of nothing", () => {
    expect(usual("2026-08", inJune, { ...inJuly, bonusMinor: 0 })).toBe(100);
    expect(usual("2026-08", { ...inJuly, bonusMinor: 0 })).toBeUndefined();
  });

  it("is the first one known after it where nothing was known before", () => {
    expect(usual("2026-05", inJune, inJuly)).toBe(100);
    expect(usual("2026-05")).toBeUndefined();
  });
});
