import { type LedgerEntry, formatMonth, parseMonth } from "@evenhand/domain";
import {
  type KnownBonus,
  type LedgerAccount,
  type LedgerChange,
  type LedgerResult,
  type PersonLedger,
  accountBalance,
  accountMonths,
} from "@evenhand/ledger";
import type { LedgerUnderTest } from "./ledger-system.ts";

/** A bug that somebody could write, planted around the real commands. `what` stands in the documentation. */
export type PlantedBug = {
  readonly what: string;
  readonly plant: (real: LedgerUnderTest) => Partial<LedgerUnderTest>;
};

export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    what: "closing a month takes more than its cap",
    plant: (real) => ({ closeMonth: (ledger, ask) => closedAsIf(real, ledger, ask, 2 * ask.bonusMinor) }),
  },
  {
    what: "closing a month rounds the cap up",
    plant: (real) => ({ closeMonth: (ledger, ask) => closedAsIf(real, ledger, ask, ask.bonusMinor + 1) }),
  },
  {
    what: "closing a month takes what was planned twice",
    plant: (real) => ({
      closeMonth: (ledger, ask) =>
        mapped(real.closeMonth(ledger, ask), (entry) =>
          entry.kind === "deducted"
            ? [entry, { ...without(entry), kind: "assessed" }, { ...entry, kind: "scheduled" }, entry]
            : [entry],
        ),
    }),
  },
  {
    what: "closing a month takes more than was planned where the bonus has room",
    plant: (real) => ({
      closeMonth: (ledger, ask) => pulledForward(ledger, real.closeMonth(ledger, ask), ask.month),
    }),
  },
  {
    what: "what a month could not take is left behind in it",
    plant: (real) => ({
      closeMonth: (ledger, ask) =>
        cutAt(real.closeMonth(ledger, ask), ({ kind, month }) => kind === "carried" && month === ask.month),
    }),
  },
  {
    what: "what a month could not take is let off",
    plant: (real) => ({
      closeMonth: (ledger, ask) =>
        mapped(real.closeMonth(ledger, ask), (entry) =>
          entry.kind === "scheduled"
            ? [{ account: entry.account, kind: "waived", amountMinor: entry.amountMinor }]
            : [entry],
        ),
    }),
  },
  {
    what: "accounts are drained in the wrong order",
    plant: (real) => ({
      closeMonth: (ledger, ask) =>
        real.closeMonth({ ...ledger, accounts: ledger.accounts.toReversed() }, ask),
    }),
  },
  {
    what: "later months are not trimmed to a lower bonus",
    plant: (real) => ({
      closeMonth: (ledger, ask) => {
        const month = monthAfter(ask.month);
        const last = ledger.bonuses.at(-1)?.bonusMinor ?? 0;
        const word: KnownBonus = { month, bonusMinor: Math.max(last, ask.bonusMinor), source: "payroll" };
        return real.closeMonth({ ...ledger, bonuses: [...ledger.bonuses, word] }, ask);
      },
    }),
  },
  {
    what: "what was put off stays late though the next bonus has room",
    plant: (real) => ({
      closeMonth: (ledger, ask) => real.closeMonth(retold(ledger), ask),
    }),
  },
  {
    what: "what was put off comes earlier than it was ever announced",
    plant: (real) => ({
      closeMonth: (ledger, ask) => real.closeMonth(retold(ledger, { atOnce: true }), ask),
    }),
  },
  {
    what: "what statutory guards leave of a month is forgotten when it closes",
    plant: (real) => ({
      closeMonth: (ledger, ask) => real.closeMonth(withTerms(ledger, { mostInMonthMinor: null }), ask),
    }),
  },
  {
    what: "the last month that the terms allow is forgotten",
    plant: (real) => ({
      closeMonth: (ledger, ask) => real.closeMonth(withTerms(ledger, { lastMonth: null }), ask),
    }),
  },
  {
    what: "one sum is divided",
    plant: (real) => ({
      closeMonth: (ledger, ask) => real.closeMonth(withTerms(ledger, { oneSum: false }), ask),
    }),
  },
  {
    what: "what is blocked is planned",
    plant: (real) => ({
      closeMonth: (ledger, ask) => real.closeMonth(withTerms(ledger, { blocked: false }), ask),
    }),
  },
  {
    what: "a closed month is planned",
    plant: (real) => ({
      resume: (ledger, ask) =>
        real.resume({ ...ledger, closedThrough: monthBefore(ledger.closedThrough) }, ask),
    }),
  },
  {
    what: "resuming plans everything twice",
    plant: (real) => ({
      resume: (ledger, ask) =>
        mapped(real.resume(ledger, ask), (entry) =>
          entry.kind === "scheduled" ? [{ ...without(entry), kind: "assessed" }, entry, entry] : [entry],
        ),
    }),
  },
  {
    what: "what is not suspended can be resumed",
    plant: (real) => ({
      resume: (ledger, ask) => {
        const result = real.resume(ledger, ask);
        return "refusal" in result ? { change: NOTHING } : result;
      },
    }),
  },
  {
    what: "suspending leaves the plan where it is",
    plant: (real) => ({ suspend: (ledger, ask) => mapped(real.suspend(ledger, ask), () => []) }),
  },
  {
    what: "what was deducted is waived",
    plant: (real) => ({
      waive: (ledger, ask) => {
        const result = real.waive(ledger, ask);
        return "refusal" in result ? waivedFromDeducted(ledger, ask, result) : result;
      },
    }),
  },
  {
    what: "a lower restated bonus is ignored",
    plant: (real) => ({ restateBonus: (ledger, ask) => mapped(real.restateBonus(ledger, ask), () => []) }),
  },
  {
    what: "what a restated bonus gives back is lost",
    plant: (real) => ({
      restateBonus: (ledger, ask) =>
        mapped(real.restateBonus(ledger, ask), (entry) =>
          entry.from === "deducted" ? [entry, { ...without(entry), kind: "waived" }] : [],
        ),
    }),
  },
  {
    what: "what is given back is given back in the month that is closed",
    plant: (real) => ({
      restateBonus: (ledger, ask) =>
        mapped(real.restateBonus(ledger, ask), (entry) =>
          entry.paidBackIn === undefined ? [entry] : [{ ...entry, paidBackIn: ask.month }],
        ),
    }),
  },
  {
    what: "a higher restated bonus takes more from the closed month",
    plant: (real) => ({
      restateBonus: (ledger, ask) => pulledForward(ledger, real.restateBonus(ledger, ask), ask.month),
    }),
  },
  {
    what: "what was put off stays late though a restated bonus has room",
    plant: (real) => ({
      restateBonus: (ledger, ask) => real.restateBonus(retold(ledger), ask),
    }),
  },
  {
    what: "a superseding decision forgets the difference",
    plant: (real) => ({
      adjust: (ledger, ask) => {
        const { assessedMinor, reversedMinor } = accountBalance(ledger, ask.account);
        return real.adjust(ledger, { ...ask, amountMinor: assessedMinor - reversedMinor });
      },
    }),
  },
  {
    what: "a superseding decision keeps what was deducted too much",
    plant: (real) => ({
      adjust: (ledger, ask) =>
        mapped(real.adjust(ledger, ask), (entry) => (entry.from === "deducted" ? [] : [entry])),
    }),
  },
  {
    what: "a reversed decision gives back twice",
    plant: (real) => ({
      reverse: (ledger, ask) => {
        const { change } = real.reverse(ledger, ask);
        const back = change.entries.filter(({ from }) => from === "deducted");
        return { change: { ...change, entries: [...change.entries, ...back] } };
      },
    }),
  },
  {
    what: "a leaver's rest is let off",
    plant: (real) => ({
      leave: (ledger, ask) =>
        mapped(real.leave(ledger, ask), (entry) =>
          entry.kind === "settled" ? [{ ...entry, kind: "waived" }] : [entry],
        ),
    }),
  },
  {
    what: "a leaver's rest is not marked as lost",
    plant: (real) => ({
      leave: (ledger, ask) =>
        mapped(real.leave(ledger, ask), (entry) => (entry.kind === "settled" ? [] : [entry])),
    }),
  },
  {
    what: "a leaver pays what is suspended",
    plant: (real) => ({
      leave: (ledger, ask) =>
        real.leave(
          withAccounts(ledger, (account) => ({ ...account, state: "open" })),
          ask,
        ),
    }),
  },
  {
    what: "the engine is not told of the lowest ceiling in a month",
    plant: (real) => ({
      monthsHeld: (ledger, options) =>
        real.monthsHeld(ledger, options).map((month) => ({ ...month, atMostMinor: Number.MAX_SAFE_INTEGER })),
    }),
  },
  {
    what: "the engine is not told of one account in a month",
    plant: (real) => ({
      monthsHeld: (ledger) => {
        const first = ledger.accounts[0]?.account;
        return real.monthsHeld(ledger, first === undefined ? {} : { without: first });
      },
    }),
  },
];

const NOTHING: LedgerChange = { entries: [], accounts: [], months: [], bonuses: [] };

/** A change with every entry put in other words. */
function mapped<Result extends LedgerResult>(
  result: Result,
  put: (entry: LedgerEntry) => readonly LedgerEntry[],
): Result {
  if ("refusal" in result) return result;
  return { ...result, change: { ...result.change, entries: result.change.entries.flatMap(put) } };
}

/** A change that ends before the first entry of a sort. */
function cutAt(
  { change }: { readonly change: LedgerChange },
  isFirst: (entry: LedgerEntry) => boolean,
): { readonly change: LedgerChange } {
  const end = change.entries.findIndex(isFirst);
  return { change: end === -1 ? change : { ...change, entries: change.entries.slice(0, end) } };
}

function without({ account, kind, amountMinor }: LedgerEntry): LedgerEntry {
  return { account, kind, amountMinor };
}

/** Takes and plans under one bonus, and says that it was another. */
function closedAsIf(
  real: LedgerUnderTest,
  ledger: PersonLedger,
  ask: { readonly month: string; readonly bonusMinor: number },
  bonusMinor: number,
): { readonly change: LedgerChange } {
  const { bonuses, months } = real.closeMonth(ledger, ask).change;
  return { change: { ...real.closeMonth(ledger, { ...ask, bonusMinor }).change, bonuses, months } };
}

/** Takes one minor unit of what is planned later out of a closed month as well. */
function pulledForward<Result extends LedgerResult>(
  ledger: PersonLedger,
  result: Result,
  month: string,
): Result {
  if ("refusal" in result) return result;
  const { change } = result;
  const unplanned = new Set(change.entries.map(({ account }) => account));
  for (const { account } of ledger.accounts.filter((one) => !unplanned.has(one.account)))
    for (const later of accountMonths(ledger, account))
      if (later.plannedMinor > 0 && later.month > month) {
        const entry = { account, amountMinor: 1, month } as const;
        const more: readonly LedgerEntry[] = [
          { ...entry, kind: "carried", month: later.month, from: "scheduled" },
          { ...entry, kind: "scheduled" },
          { ...entry, kind: "deducted" },
        ];
        return { ...result, change: { ...change, entries: [...change.entries, ...more] } };
      }
  return result;
}

/** Gives back what was deducted and lets it off, where what is owed is not enough. */
function waivedFromDeducted(
  ledger: PersonLedger,
  ask: { readonly account: string; readonly amountMinor: number },
  refused: LedgerResult,
): LedgerResult {
  const taken = accountMonths(ledger, ask.account).find(
    ({ deductedMinor }) => deductedMinor >= ask.amountMinor,
  );
  if (!taken || ledger.closedThrough === null) return refused;
  const { account, amountMinor } = ask;
  const paidBackIn = monthAfter(ledger.closedThrough);
  const entries: readonly LedgerEntry[] = [
    { account, kind: "carried", amountMinor, month: taken.month, from: "deducted", paidBackIn },
    { account, kind: "waived", amountMinor },
  ];
  return { change: { ...NOTHING, entries } };
}

/**
 * A ledger in which everything stands where it stands, but nothing was ever put off: planned as it is from the beginning,
 * or `atOnce`, all of it announced for the first month.
 */
function retold(ledger: PersonLedger, { atOnce = false }: { readonly atOnce?: boolean } = {}): PersonLedger {
  const entries = ledger.accounts.flatMap(({ account, startsIn }): readonly LedgerEntry[] => {
    const balance = accountBalance(ledger, account);
    const months = accountMonths(ledger, account);
    const first = {
      account,
      month: startsIn,
      amountMinor: balance.scheduledMinor + balance.deductedMinor,
    } as const;
    return [
      { account, kind: "assessed", amountMinor: balance.assessedMinor },
      ...(atOnce
        ? ([
            { ...first, kind: "scheduled" },
            { ...first, kind: "carried", from: "scheduled" },
          ] as const)
        : []),
      ...months.flatMap(({ month, deductedMinor: amountMinor }) => [
        { account, kind: "scheduled", month, amountMinor } as const,
        { account, kind: "deducted", month, amountMinor } as const,
      ]),
      { account, kind: "reversed", from: "outstanding", amountMinor: balance.reversedMinor },
      { account, kind: "waived", amountMinor: balance.waivedMinor },
      ...months.map(
        ({ month, plannedMinor: amountMinor }) =>
          ({ account, kind: "scheduled", month, amountMinor }) as const,
      ),
      { account, kind: "settled", amountMinor: balance.notRecoverableMinor },
    ];
  });
  return { ...ledger, entries: entries.filter(({ amountMinor }) => amountMinor > 0) };
}

function withAccounts(ledger: PersonLedger, change: (account: LedgerAccount) => LedgerAccount): PersonLedger {
  return { ...ledger, accounts: ledger.accounts.map(change) };
}

function withTerms(ledger: PersonLedger, terms: Partial<LedgerAccount["terms"]>): PersonLedger {
  return withAccounts(ledger, (account) => ({ ...account, terms: { ...account.terms, ...terms } }));
}

function monthAfter(month: string): string {
  return formatMonth((parseMonth(month) ?? 0) + 1);
}

function monthBefore(month: string | null): string | null {
  return month === null ? null : formatMonth((parseMonth(month) ?? 0) - 1);
}
