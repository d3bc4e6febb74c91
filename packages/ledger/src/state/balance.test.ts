import { describe, expect, it } from "vitest";
import { monthsHeld, accountMonths } from "../plan/months-held.ts";
import { closeMonth } from "../commands/close-month.ts";
import { decided, done, exampleA } from "../sample-ledger.ts";
import { accountBalance, balanceOf, totalBalance } from "./balance.ts";
import { LedgerInvariant } from "./invariant.ts";

const two = decided(exampleA(), { account: "d2", amountMinor: 150_000 });
const july = done(two, closeMonth(two, { month: "2026-07", bonusMinor: 160_000 }));

describe("balances", () => {
  it("add up account by account", () => {
    expect(accountBalance(july, "d1")).toMatchObject({ deductedMinor: 80_000, scheduledMinor: 40_000 });
    expect(accountBalance(july, "d2")).toMatchObject({ deductedMinor: 0, scheduledMinor: 150_000 });
    expect(totalBalance(july)).toEqual({
      assessedMinor: 270_000,
      deductedMinor: 80_000,
      scheduledMinor: 190_000,
      outstandingMinor: 0,
      reversedMinor: 0,
      waivedMinor: 0,
      notRecoverableMinor: 0,
    });
  });

  it("are nothing where there are no entries, and a fault of ours where there is no account", () => {
    expect(Object.values(balanceOf([])).every((amountMinor) => amountMinor === 0)).toBe(true);
    expect(() => accountBalance(july, "d9")).toThrow(LedgerInvariant);
  });

  it("refuse an entry that takes more than is there", () => {
    const assessed = { account: "d1", kind: "assessed", amountMinor: 100 } as const;
    expect(() => balanceOf([assessed, { account: "d1", kind: "waived", amountMinor: 101 }])).toThrow(
      LedgerInvariant,
    );
    expect(balanceOf([assessed, { account: "d1", kind: "waived", amountMinor: 100 }]).waivedMinor).toBe(100);
  });
});

describe("what the months hold", () => {
  it("is what is planned and what was taken, closed months too, each with its ceiling", () => {
    expect(monthsHeld(july)).toEqual([
      { month: "2026-07", amountMinor: 80_000, atMostMinor: 80_000 },
      { month: "2026-08", amountMinor: 80_000, atMostMinor: 80_000 },
      { month: "2026-09", amountMinor: 80_000, atMostMinor: 80_000 },
      { month: "2026-10", amountMinor: 30_000, atMostMinor: 80_000 },
    ]);
  });

  it("leaves out the account that a superseding decision goes on in", () => {
    expect(monthsHeld(july, { without: "d1" }).map(({ amountMinor }) => amountMinor)).toEqual([
      60_000, 70_000, 20_000,
    ]);
  });

  it("can be told of one account", () => {
    expect(accountMonths(july, "d1")).toEqual([
      { month: "2026-07", plannedMinor: 0, deductedMinor: 80_000 },
      { month: "2026-08", plannedMinor: 20_000, deductedMinor: 0 },
      { month: "2026-09", plannedMinor: 10_000, deductedMinor: 0 },
      { month: "2026-10", plannedMinor: 10_000, deductedMinor: 0 },
    ]);
  });
});
