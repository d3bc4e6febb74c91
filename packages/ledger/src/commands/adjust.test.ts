import { describe, expect, it } from "vitest";
import { HALF, addedBy, decided, done, exampleA, planText } from "../sample-ledger.ts";
import { accountBalance, totalBalance } from "../state/balance.ts";
import { LedgerInvariant } from "../state/invariant.ts";
import type { PersonLedger } from "../state/person-ledger.ts";
import { adjust } from "./adjust.ts";
import { closeMonth } from "./close-month.ts";
import { reverse } from "./reverse.ts";
import { resume, suspend } from "./suspend.ts";
import { waive } from "./waive.ts";

function adjusted(ledger: PersonLedger, amountMinor: number, terms = HALF): readonly string[] {
  return addedBy(adjust(ledger, { account: "d1", amountMinor, terms }));
}

const july = done(exampleA(), closeMonth(exampleA(), { month: "2026-07", bonusMinor: 200_000 }));

describe("a decision that supersedes another", () => {
  it("and is lower, takes the difference out of the plan from the latest month backwards", () => {
    expect(adjusted(exampleA(), 60_000)).toEqual([
      "d1 carried 200.00 2026-08 from scheduled",
      "d1 carried 400.00 2026-07 from scheduled",
      "d1 reversed 600.00 from outstanding",
    ]);
  });

  it("and is lower, takes what is outstanding before the plan", () => {
    const part = decided(exampleA(), { account: "d2", amountMinor: 500, instalments: [] });
    expect(addedBy(adjust(part, { account: "d2", amountMinor: 200, terms: HALF }))).toEqual([
      "d2 reversed 3.00 from outstanding",
      "d2 scheduled 2.00 2026-08",
    ]);
  });

  it("and halves what was nearly all deducted, pays back in the first open month", () => {
    expect(adjusted(july, 60_000)).toEqual([
      "d1 carried 200.00 2026-08 from scheduled",
      "d1 reversed 200.00 from outstanding",
      "d1 reversed 400.00 2026-07 from deducted back in 2026-08",
    ]);
  });

  it("gives back from the latest month first", () => {
    const both = done(july, closeMonth(july, { month: "2026-08", bonusMinor: 200_000 }));
    expect(adjusted(both, 90_000)).toEqual([
      "d1 reversed 200.00 2026-08 from deducted back in 2026-09",
      "d1 reversed 100.00 2026-07 from deducted back in 2026-09",
    ]);
  });

  it("and is higher, is assessed further and planned after what is there", () => {
    expect(adjusted(exampleA(), 250_000)).toEqual([
      "d1 assessed 1300.00",
      "d1 scheduled 800.00 2026-08",
      "d1 scheduled 500.00 2026-09",
    ]);
  });

  it("and is the same, changes the terms alone, which trim the plan where they are stricter", () => {
    expect(adjusted(exampleA(), 120_000)).toEqual([]);
    expect(adjusted(exampleA(), 120_000, { ...HALF, capRate: 0.4 })).toEqual([
      "d1 carried 200.00 2026-07 from scheduled",
      "d1 scheduled 200.00 2026-08",
    ]);
    expect(adjusted(exampleA(), 120_000, { ...HALF, blocked: true })).toHaveLength(2);
    expect(adjusted(exampleA(), 120_000, { ...HALF, lastMonth: "2026-07" })).toEqual([
      "d1 carried 200.00 2026-08 from scheduled",
    ]);
    expect(adjusted(exampleA(), 120_000, { ...HALF, oneSum: true })).toEqual([
      "d1 carried 1000.00 2026-07 from scheduled",
      "d1 carried 200.00 2026-08 from scheduled",
    ]);
  });

  it("plans one sum whole in the first month with room for it", () => {
    const terms = { ...HALF, oneSum: true };
    expect(adjusted(exampleA(), 100_000, terms)).toEqual([
      "d1 carried 200.00 2026-08 from scheduled",
      "d1 reversed 200.00 from outstanding",
    ]);
    const two = decided(exampleA(), { account: "d2", amountMinor: 50_000 });
    expect(addedBy(adjust(two, { account: "d2", amountMinor: 90_000, terms }))).toEqual([
      "d2 assessed 400.00",
      "d2 carried 500.00 2026-08 from scheduled",
      "d2 scheduled 900.00 2026-09",
    ]);
  });

  it("counts what was waived as owed no more, and never reverses it", () => {
    const waived = done(exampleA(), waive(exampleA(), { account: "d1", amountMinor: 20_000 }));
    const lower = done(waived, adjust(waived, { account: "d1", amountMinor: 10_000, terms: HALF }));
    expect(accountBalance(lower, "d1")).toMatchObject({
      reversedMinor: 100_000,
      waivedMinor: 20_000,
      scheduledMinor: 0,
      outstandingMinor: 0,
    });
    expect(adjusted(lower, 30_000)).toEqual(["d1 assessed 100.00", "d1 scheduled 100.00 2026-07"]);
  });

  it("goes on waiting where the account is suspended", () => {
    const suspended = done(exampleA(), suspend(exampleA(), { account: "d1" }));
    expect(adjusted(suspended, 130_000)).toEqual(["d1 assessed 100.00"]);
    const lower = done(suspended, adjust(suspended, { account: "d1", amountMinor: 60_000, terms: HALF }));
    expect(planText(done(lower, resume(lower, { account: "d1" })), "d1")).toBe("2026-07 600.00");
  });

  it("plans with what its case says of the bonus", () => {
    const bonus = { month: "2026-08", bonusMinor: 100_000 };
    const more = done(
      exampleA(),
      adjust(exampleA(), { account: "d1", amountMinor: 170_000, terms: HALF, bonus }),
    );
    expect(planText(more, "d1")).toBe("2026-07 1000.00, 2026-08 500.00, 2026-09 200.00");
  });

  it("is refused above what guards leave in all", () => {
    const terms = { ...HALF, mostInAllMinor: 60_000 };
    expect(adjusted(exampleA(), 60_001, terms)).toEqual(["refused: beyond-guards"]);
    expect(adjusted(exampleA(), 60_000, terms)).toHaveLength(3);
  });

  it("waits where it says so, goes on where it says otherwise, and else stays as the account was", () => {
    const ask = { account: "d1", amountMinor: 120_000, terms: HALF };
    const waiting = done(exampleA(), adjust(exampleA(), { ...ask, isSuspended: true }));
    expect(planText(waiting, "d1")).toBe("");
    expect(addedBy(adjust(waiting, ask))).toEqual([]);
    expect(planText(done(waiting, adjust(waiting, { ...ask, isSuspended: false })), "d1")).toBe(
      "2026-07 1000.00, 2026-08 200.00",
    );
  });

  it("charges nothing in another currency, and takes back what it likes", () => {
    const ask = { account: "d1", terms: HALF, currency: "HKD" };
    expect(addedBy(adjust(exampleA(), { ...ask, amountMinor: 100 }))).toEqual(["refused: conflicting-facts"]);
    expect(
      accountBalance(done(exampleA(), adjust(exampleA(), { ...ask, amountMinor: 0 })), "d1"),
    ).toMatchObject({
      scheduledMinor: 0,
      reversedMinor: 120_000,
    });
  });

  it("is a fault of ours without an account", () => {
    expect(() => adjust(exampleA(), { account: "d9", amountMinor: 1, terms: HALF })).toThrow(LedgerInvariant);
  });
});

describe("a decision that is reversed", () => {
  it("gives back everything but what was waived", () => {
    const waived = done(july, waive(july, { account: "d1", amountMinor: 5_000 }));
    const reversed = done(waived, reverse(waived, { account: "d1" }));
    expect(totalBalance(reversed)).toMatchObject({
      deductedMinor: 0,
      scheduledMinor: 0,
      outstandingMinor: 0,
      reversedMinor: 115_000,
      waivedMinor: 5_000,
    });
    expect(addedBy(reverse(reversed, { account: "d1" }))).toEqual([]);
  });

  it("leaves other plans in their place, and its room to what is outstanding", () => {
    const two = decided(exampleA(), { account: "d2", amountMinor: 50_000 });
    const without = done(two, reverse(two, { account: "d1" }));
    expect(planText(without, "d2")).toBe("2026-08 500.00");
    const waiting = decided(exampleA(), { account: "d2", amountMinor: 50_000, instalments: [] });
    expect(planText(done(waiting, reverse(waiting, { account: "d1" })), "d2")).toBe("2026-07 500.00");
  });
});
