import type { LedgerEntry } from "@evenhand/domain";
import { formatMonth } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { announcedOf } from "./announced.ts";

type Line = Pick<LedgerEntry, "kind" | "amountMinor"> & Partial<LedgerEntry>;

function announced(...lines: readonly Line[]): Readonly<Record<string, number>> {
  const found = announcedOf(lines.map((line) => ({ account: "d1", ...line })));
  return Object.fromEntries([...found].map(([month, amountMinor]) => [formatMonth(month), amountMinor]));
}

const ASSESSED: Line = { kind: "assessed", amountMinor: 100 };
const planned = (month: string, amountMinor: number): Line => ({ kind: "scheduled", month, amountMinor });
const carried = (month: string, amountMinor: number): Line => ({
  kind: "carried",
  month,
  amountMinor,
  from: "scheduled",
});

describe("what was announced", () => {
  it("is what was planned", () => {
    expect(announced(ASSESSED, planned("2026-07", 60), planned("2026-08", 40))).toEqual({
      "2026-07": 60,
      "2026-08": 40,
    });
  });

  it("stays announced where it is put off", () => {
    const late = [ASSESSED, planned("2026-07", 100), carried("2026-07", 100), planned("2026-12", 100)];
    expect(announced(...late)).toEqual({ "2026-07": 100 });
  });

  it("is announced earlier where it is planned earlier", () => {
    const early = [ASSESSED, planned("2026-12", 100), carried("2026-12", 30), planned("2026-08", 30)];
    expect(announced(...early)).toEqual({ "2026-08": 30, "2026-12": 70 });
  });

  it("stays announced where it was taken and is given back", () => {
    const back: Line = {
      kind: "carried",
      month: "2026-07",
      amountMinor: 40,
      from: "deducted",
      paidBackIn: "2026-08",
    };
    const taken: Line = { kind: "deducted", month: "2026-07", amountMinor: 100 };
    expect(announced(ASSESSED, planned("2026-07", 100), taken, back, planned("2026-09", 40))).toEqual({
      "2026-07": 100,
    });
  });

  it("is no longer announced where it is waived or reversed, the latest first", () => {
    const two = [ASSESSED, planned("2026-07", 60), planned("2026-08", 40), carried("2026-08", 40)];
    expect(announced(...two, { kind: "waived", amountMinor: 30 }, planned("2026-08", 10))).toEqual({
      "2026-07": 60,
      "2026-08": 10,
    });
    const reversed: Line = { kind: "reversed", from: "outstanding", amountMinor: 40 };
    expect(announced(...two, reversed)).toEqual({ "2026-07": 60 });
  });
});
