import { describe, expect, it } from "vitest";
import { closeMonth } from "../commands/close-month.ts";
import { leave } from "../commands/leave.ts";
import { suspend } from "../commands/suspend.ts";
import { HALF, decided, done, exampleA } from "../sample-ledger.ts";
import { EMPTY_LEDGER, type PersonLedger } from "../state/person-ledger.ts";
import { waitsForBonus } from "./waits-for-bonus.ts";

function closed(ledger: PersonLedger, month: string, bonusMinor: number): PersonLedger {
  return done(ledger, closeMonth(ledger, { month, bonusMinor }));
}

describe("somebody waits for a bonus", () => {
  it("who owes something that no known bonus has room for", () => {
    const none = closed(exampleA(), "2026-07", 0);
    expect(waitsForBonus(none, "2026-08")).toBe(true);
    expect(waitsForBonus(closed(none, "2026-08", 200_000), "2026-09")).toBe(false);
    const unknown = decided(EMPTY_LEDGER, { account: "d1", amountMinor: 100, bonusMinor: null });
    expect(waitsForBonus(unknown, "2026-07")).toBe(true);
  });

  it("not while everything has its month, nor before the month of the decision", () => {
    expect(waitsForBonus(EMPTY_LEDGER, "2026-07")).toBe(false);
    expect(waitsForBonus(exampleA(), "2026-07")).toBe(false);
    const august = { account: "d1", amountMinor: 100, bonusMinor: null, startsIn: "2026-08" };
    expect(waitsForBonus(decided(EMPTY_LEDGER, august), "2026-07")).toBe(false);
  });

  it("not for what no bonus can pay: on hold, blocked, past its last month, the rest of one sum, of a leaver", () => {
    const none = closed(exampleA(), "2026-07", 0);
    expect(waitsForBonus(done(none, suspend(none, { account: "d1" })), "2026-08")).toBe(false);
    const left = done(none, leave(none, { lastMonth: "2026-08", bonusMinor: 0 }));
    expect(waitsForBonus(left, "2026-09")).toBe(false);
    const under = (terms: Partial<typeof HALF>): PersonLedger =>
      decided(EMPTY_LEDGER, { account: "d1", amountMinor: 100_000, terms: { ...HALF, ...terms } });
    expect(waitsForBonus(under({ blocked: true }), "2026-07")).toBe(false);
    const ending = closed(under({ lastMonth: "2026-08" }), "2026-07", 0);
    expect(waitsForBonus(ending, "2026-07")).toBe(true);
    expect(waitsForBonus(ending, "2026-08")).toBe(false);
    expect(waitsForBonus(closed(under({ oneSum: true }), "2026-07", 100_000), "2026-08")).toBe(false);
  });
});
