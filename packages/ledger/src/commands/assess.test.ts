import { describe, expect, it } from "vitest";
import { monthsHeld } from "../plan/months-held.ts";
import { HALF, addedBy, decided, done, exampleA, planText } from "../sample-ledger.ts";
import { accountBalance, totalBalance } from "../state/balance.ts";
import { LedgerInvariant } from "../state/invariant.ts";
import { EMPTY_LEDGER, type PersonLedger } from "../state/person-ledger.ts";
import { type AssessAsk, assess } from "./assess.ts";
import { closeMonth } from "./close-month.ts";
import { leave } from "./leave.ts";

const ask: AssessAsk = {
  account: "d1",
  startsIn: "2026-07",
  currency: "CNY",
  terms: HALF,
  amountMinor: 120_000,
  instalments: [
    { month: "2026-07", amountMinor: 100_000 },
    { month: "2026-08", amountMinor: 20_000 },
  ],
  isSuspended: false,
  bonusMinor: 200_000,
};

function refusalOf(ledger: PersonLedger, asked: AssessAsk): string | undefined {
  const result = assess(ledger, asked);
  return "refusal" in result ? result.refusal.code : undefined;
}

describe("a new decision", () => {
  it("is assessed and planned as the engine planned it: example A of complaint-fines", () => {
    expect(addedBy(assess(EMPTY_LEDGER, ask))).toEqual([
      "d1 assessed 1200.00",
      "d1 scheduled 1000.00 2026-07",
      "d1 scheduled 200.00 2026-08",
    ]);
    expect(accountBalance(exampleA(), "d1")).toEqual({
      assessedMinor: 120_000,
      deductedMinor: 0,
      scheduledMinor: 120_000,
      outstandingMinor: 0,
      reversedMinor: 0,
      waivedMinor: 0,
      notRecoverableMinor: 0,
    });
  });

  it("gives its months the ceilings that a constraint can hold, and its bonus for what is planned later", () => {
    const result = assess(EMPTY_LEDGER, ask);
    expect(result).toMatchObject({
      change: {
        accounts: [{ account: "d1", state: "open" }],
        months: [
          { month: "2026-07", capMinor: 100_000 },
          { month: "2026-08", capMinor: 100_000 },
        ],
        bonuses: [{ month: "2026-07", bonusMinor: 200_000, source: "case" }],
      },
    });
  });

  it("leaves earlier decisions in their place: example C of complaint-fines", () => {
    const earlier = decided(EMPTY_LEDGER, { account: "d0", amountMinor: 80_000 });
    const both = decided(earlier, { account: "d1", amountMinor: 120_000 });
    expect(planText(both, "d0")).toBe("2026-07 800.00");
    expect(planText(both, "d1")).toBe("2026-07 200.00, 2026-08 1000.00");
  });

  it("stays under the lower ceiling of what stands in a month: a cap of 40% after one of 50%", () => {
    const both = decided(exampleA(), {
      account: "d2",
      amountMinor: 90_000,
      terms: { ...HALF, capRate: 0.4 },
    });
    // July holds 1,000.00 of a ceiling of 800.00; August 200.00, so that it has room for 600.00.
    expect(planText(both, "d2")).toBe("2026-08 600.00, 2026-09 300.00");
    expect(monthsHeld(both)).toEqual([
      { month: "2026-07", amountMinor: 100_000, atMostMinor: 100_000 },
      { month: "2026-08", amountMinor: 80_000, atMostMinor: 80_000 },
      { month: "2026-09", amountMinor: 30_000, atMostMinor: 80_000 },
    ]);
    const third = decided(both, { account: "d3", amountMinor: 10_000 });
    expect(planText(third, "d3")).toBe("2026-09 100.00");
  });

  it("leaves outstanding what is suspended or has no bonus to come off", () => {
    const suspended = decided(EMPTY_LEDGER, { account: "d1", amountMinor: 300, isSuspended: true });
    const both = decided(suspended, { account: "d2", amountMinor: 200, bonusMinor: null });
    expect(totalBalance(both)).toMatchObject({
      assessedMinor: 500,
      outstandingMinor: 500,
      scheduledMinor: 0,
    });
    expect(both.accounts.map(({ state }) => state)).toEqual(["suspended", "open"]);
    expect(both.bonuses).toHaveLength(1);
  });

  it("opens an account also where it costs nothing, since what supersedes it may cost something", () => {
    const { accounts, entries } = decided(EMPTY_LEDGER, { account: "d1", amountMinor: 0 });
    expect([accounts.length, entries.length]).toEqual([1, 0]);
  });
});

describe("a decision that the ledger cannot take", () => {
  it("is refused for somebody who has left, unless it costs nothing", () => {
    const left = done(exampleA(), leave(exampleA(), { lastMonth: "2026-07", bonusMinor: 0 }));
    const later = { ...ask, account: "d2", instalments: [] };
    expect(refusalOf(left, later)).toBe("person-left");
    const free = done(left, assess(left, { ...later, amountMinor: 0 }));
    expect(free.accounts.at(-1)?.state).toBe("settled");
  });

  it("is refused above what guards leave in all, one minor unit of it", () => {
    const terms = { ...HALF, mostInAllMinor: 119_999 };
    expect(refusalOf(EMPTY_LEDGER, { ...ask, terms })).toBe("beyond-guards");
    expect(refusalOf(EMPTY_LEDGER, { ...ask, terms: { ...terms, mostInAllMinor: 120_000 } })).toBeUndefined();
  });

  it("is refused in another currency than the rest of the ledger", () => {
    expect(refusalOf(exampleA(), { ...ask, account: "d2", currency: "JPY", instalments: [] })).toBe(
      "conflicting-facts",
    );
  });

  const closed = done(exampleA(), closeMonth(exampleA(), { month: "2026-07", bonusMinor: 200_000 }));
  const instalments = (...parts: readonly (readonly [string, number])[]): AssessAsk["instalments"] =>
    parts.map(([month, amountMinor]) => ({ month, amountMinor }));
  const only = [{ month: "2026-07", amountMinor: 50_000 }];

  it.each<[string, PersonLedger, Partial<AssessAsk>]>([
    [
      "passes the ceiling by one minor unit",
      EMPTY_LEDGER,
      { instalments: instalments(["2026-07", 100_001]) },
    ],
    ["passes a guard by one minor unit", EMPTY_LEDGER, { terms: { ...HALF, mostInMonthMinor: 99_999 } }],
    [
      "passes the ceiling together with what stands there",
      exampleA(),
      { instalments: instalments(["2026-08", 80_001]) },
    ],
    ["is planned without a bonus", EMPTY_LEDGER, { bonusMinor: null }],
    ["is planned in a closed month", closed, { instalments: only }],
    [
      "is planned before the month of the decision",
      EMPTY_LEDGER,
      { instalments: instalments(["2026-06", 1]) },
    ],
    ["is planned after its last month", EMPTY_LEDGER, { terms: { ...HALF, lastMonth: "2026-07" } }],
    ["is planned beyond 600 months", EMPTY_LEDGER, { instalments: instalments(["2076-07", 1]) }],
    ["is planned out of order", EMPTY_LEDGER, { instalments: instalments(["2026-08", 1], ["2026-07", 1]) }],
    ["plans more than is owed", EMPTY_LEDGER, { amountMinor: 119_999 }],
    ["plans an instalment of nothing", EMPTY_LEDGER, { instalments: instalments(["2026-07", 0]) }],
    ["plans what is suspended", EMPTY_LEDGER, { isSuspended: true }],
    ["plans what is blocked", EMPTY_LEDGER, { terms: { ...HALF, blocked: true } }],
    ["divides one sum", EMPTY_LEDGER, { terms: { ...HALF, oneSum: true } }],
    ["plans a part of one sum", EMPTY_LEDGER, { terms: { ...HALF, oneSum: true }, instalments: only }],
    ["is there already", exampleA(), { account: "d1", instalments: [] }],
    ["is no amount", EMPTY_LEDGER, { amountMinor: 0.5, instalments: [] }],
  ])("is a fault of ours where it %s", (_what, ledger, change) => {
    expect(() => assess(ledger, { ...ask, account: "d9", ...change })).toThrow(LedgerInvariant);
  });

  it("takes the last of 600 months and a last month that fits", () => {
    const last = { ...ask, instalments: instalments(["2076-06", 1]) };
    expect(refusalOf(EMPTY_LEDGER, last)).toBeUndefined();
    expect(refusalOf(EMPTY_LEDGER, { ...ask, terms: { ...HALF, lastMonth: "2026-08" } })).toBeUndefined();
    expect(
      addedBy(assess(closed, { ...last, account: "d2", instalments: instalments(["2076-07", 1]) })),
    ).toEqual(["d2 assessed 1200.00", "d2 scheduled 0.01 2076-07"]);
  });
});
