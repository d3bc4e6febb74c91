import type { LedgerEntry } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { closeMonth } from "../commands/close-month.ts";
import { leave } from "../commands/leave.ts";
import { restateBonus } from "../commands/restate-bonus.ts";
import { suspend } from "../commands/suspend.ts";
import { HALF, decided, done, exampleA } from "../sample-ledger.ts";
import type { LedgerAccount, PersonLedger } from "../state/person-ledger.ts";
import { LEDGER_RULES, type LedgerRule, ledgerProblems } from "./ledger-problems.ts";

const july = done(exampleA(), closeMonth(exampleA(), { month: "2026-07", bonusMinor: 200_000 }));
const lower = done(july, restateBonus(july, { month: "2026-07", bonusMinor: 100_000 }));
const left = done(exampleA(), leave(exampleA(), { lastMonth: "2026-07", bonusMinor: 100_000 }));

/** A ledger with one entry, counted from 0 or from the end, changed, left out (`null`) or added behind it. */
function tampered(
  ledger: PersonLedger,
  at: number,
  change: (entry: LedgerEntry) => LedgerEntry | readonly LedgerEntry[] | null,
): PersonLedger {
  const place = at < 0 ? ledger.entries.length + at : at;
  return {
    ...ledger,
    entries: ledger.entries.flatMap((entry, index) => (index === place ? (change(entry) ?? []) : [entry])),
  };
}

function withAccount(ledger: PersonLedger, change: Partial<LedgerAccount>): PersonLedger {
  return { ...ledger, accounts: ledger.accounts.map((account) => ({ ...account, ...change })) };
}

const added = (ledger: PersonLedger, ...entries: readonly Omit<LedgerEntry, "account">[]): PersonLedger => ({
  ...ledger,
  entries: [...ledger.entries, ...entries.map((entry) => ({ account: "d1", ...entry }))],
});

function rulesBroken(ledger: PersonLedger): readonly LedgerRule[] {
  return [...new Set(ledgerProblems(ledger).map(({ rule }) => rule))];
}

describe("a ledger that a command left", () => {
  it.each([exampleA(), july, lower, left, decided(july, { account: "d2", amountMinor: 150_000 })])(
    "is sound",
    (ledger) => {
      expect(ledgerProblems(ledger)).toEqual([]);
    },
  );
});

const BROKEN: readonly (readonly [LedgerRule, string, PersonLedger])[] = [
  ["accounts-apart", "an account twice", { ...july, accounts: [...july.accounts, ...july.accounts] }],
  ["entry-has-account", "another account", tampered(july, 0, (entry) => ({ ...entry, account: "d9" }))],
  [
    "entry-takes-what-is-there",
    "more deducted than planned",
    tampered(july, -1, (entry) => ({ ...entry, amountMinor: 100_001 })),
  ],
  ["entry-takes-what-is-there", "an entry twice", tampered(july, 1, (entry) => [entry, entry])],
  ["entry-takes-what-is-there", "an entry of nothing", added(july, { kind: "assessed", amountMinor: 0 })],
  [
    "entry-takes-what-is-there",
    "a fraction of a minor unit",
    added(july, { kind: "assessed", amountMinor: 0.5 }),
  ],
  [
    "entry-takes-what-is-there",
    "another kind",
    tampered(july, -1, (entry) => ({ ...entry, kind: "waived" })),
  ],
  [
    "entry-takes-what-is-there",
    "a month that is none",
    tampered(july, 1, (entry) => ({ ...entry, month: "2026-13" })),
  ],
  [
    "entry-takes-what-is-there",
    "a kind that is none",
    tampered(july, 1, (entry) => ({ ...entry, kind: "taken" as "deducted" })),
  ],
  ["entry-takes-what-is-there", "the order turned round", { ...july, entries: july.entries.toReversed() }],
  [
    "entry-takes-what-is-there",
    "more not recovered than is outstanding",
    added(left, { kind: "settled", amountMinor: 1 }),
  ],
  [
    "closed-in-order",
    "a deduction in an earlier month",
    added(
      july,
      { kind: "assessed", amountMinor: 1 },
      { kind: "scheduled", amountMinor: 1, month: "2026-06" },
      { kind: "deducted", amountMinor: 1, month: "2026-06" },
    ),
  ],
  [
    "paid-back-later",
    "paid back in the month it was taken",
    tampered(lower, -2, (entry) => ({ ...entry, paidBackIn: "2026-07" })),
  ],
  [
    "identity",
    "more than can be counted",
    added(
      july,
      ...Array.from({ length: 3 }, () => ({
        kind: "assessed" as const,
        amountMinor: Number.MAX_SAFE_INTEGER,
      })),
    ),
  ],
  [
    "month-within-ceiling",
    "a lower ceiling",
    { ...july, ceilings: july.ceilings.map((month) => ({ ...month, capMinor: 99_999 })) },
  ],
  ["month-within-ceiling", "no ceiling", { ...july, ceilings: [] }],
  ["no-plan-in-closed-month", "a month closed further", { ...july, closedThrough: "2026-08" }],
  ["taken-when-closed", "no month closed", { ...july, closedThrough: null }],
  ["plan-allowed", "a plan of what is suspended", withAccount(july, { state: "suspended" })],
  ["plan-allowed", "a plan of what is blocked", withAccount(july, { terms: { ...HALF, blocked: true } })],
  [
    "plan-allowed",
    "a plan after the last month",
    withAccount(july, { terms: { ...HALF, lastMonth: "2026-07" } }),
  ],
  ["plan-allowed", "a plan before the first month", withAccount(july, { startsIn: "2026-09" })],
  ["plan-allowed", "one sum in two months", withAccount(exampleA(), { terms: { ...HALF, oneSum: true } })],
  ["nothing-after-leaving", "left without being settled", { ...july, leftIn: "2026-08" }],
  [
    "nothing-after-leaving",
    "settled without having left",
    { ...left, leftIn: null, closedThrough: "2026-07" },
  ],
  ["nothing-after-leaving", "a rest that is not settled", tampered(left, -1, () => null)],
  [
    "nothing-after-leaving",
    "taken after the last month",
    { ...left, leftIn: "2026-06", closedThrough: "2026-07" },
  ],
];

describe("a ledger that was tampered with", () => {
  it.each(BROKEN)("breaks `%s`: %s", (rule, _what, ledger) => {
    expect(rulesBroken(ledger)).toContain(rule);
  });

  it("breaks each rule in at least one way", () => {
    expect(LEDGER_RULES.filter((rule) => !BROKEN.some(([broken]) => broken === rule))).toEqual([]);
  });

  it("says where, in both languages", () => {
    expect(ledgerProblems({ ...july, ceilings: [] })).toEqual([
      {
        rule: "month-within-ceiling",
        at: "2026-07",
        message: {
          en: "2026-07 holds 1,000.00, above its ceiling of 0.00",
          zh: "2026-07共有1,000.00元，超过上限0.00元",
        },
      },
      expect.objectContaining({ at: "2026-08" }),
    ]);
  });

  it("is told apart from one that is suspended rightly", () => {
    expect(ledgerProblems(done(july, suspend(july, { account: "d1" })))).toEqual([]);
  });
});
