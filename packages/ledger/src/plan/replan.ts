import { MOST_MONTHS, formatMonth, monthOf, parseDay, planInstalments } from "@evenhand/domain";
import { addTo, sumOf } from "../state/book.ts";
import { monthNumber } from "../state/invariant.ts";
import type { LedgerAccount } from "../state/person-ledger.ts";
import type { OpenAccount, OpenLedger } from "../state/open-ledger.ts";
import { bringForward } from "./bring-forward.ts";
import { ceilingOf } from "./ceiling.ts";
import type { Draft } from "./draft.ts";

/** Months are written with four digits of the year. */
const LAST_MONTH = monthOf(parseDay("9999-12-31") ?? 0);

/**
 * Brings the plan of the open months in line with what is known now, with as little change as can be: lifts what the
 * terms or the state of an account no longer allow, trims months above their ceiling from the latest account backwards,
 * and plans what is outstanding, in order of accounts, into the earliest months with room. Nobody who has left is planned.
 *
 * @param how.bringsForward whether payroll said something new of a bonus, so that what was put off for want of room, or
 * during an appeal, may come as early again as it was announced
 */
export function replan(
  ledger: OpenLedger,
  { bringsForward = false }: { readonly bringsForward?: boolean } = {},
): void {
  if (ledger.leftIn !== undefined) return;
  const drafts = ledger.accounts.map((one): Draft => ({
    one,
    plan: new Map(one.book.scheduled),
    freeMinor: one.book.outstandingMinor,
  }));
  for (const draft of drafts) liftForbidden(draft);
  for (const month of new Set(drafts.flatMap(({ plan }) => [...plan.keys()]))) trim(ledger, drafts, month);
  for (const draft of drafts) {
    place(ledger, drafts, draft);
    if (bringsForward) bringForward(ledger, draft, roomFor(ledger, drafts, draft));
  }
  enterDifferences(ledger, drafts);
  ledger.setOpenCeilings();
}

/** Whether anything of an account may be planned or, at the last, taken. A sum that must come off at once is over when something was taken. */
export function mayBeTaken({ account, book }: OpenAccount): boolean {
  const { blocked, oneSum } = account.terms;
  return account.state === "open" && !blocked && !(oneSum && book.deducted.size > 0);
}

function lift(draft: Draft, month: number, amountMinor: number): void {
  addTo(draft.plan, month, -amountMinor);
  draft.freeMinor += amountMinor;
}

function liftForbidden(draft: Draft): void {
  const { account } = draft.one;
  const isSplit = account.terms.oneSum && draft.plan.size > 1;
  const last = lastMonthOf(account);
  for (const [month, amountMinor] of draft.plan)
    if (!mayBeTaken(draft.one) || isSplit || month > last) lift(draft, month, amountMinor);
}

function trim(ledger: OpenLedger, drafts: readonly Draft[], month: number): void {
  for (const draft of drafts.toReversed()) {
    const excess = heldIn(drafts, month) - ceilingIn(ledger, drafts, month);
    if (excess <= 0) return;
    const planned = draft.plan.get(month) ?? 0;
    lift(draft, month, draft.one.account.terms.oneSum ? planned : Math.min(planned, excess));
  }
}

function place(ledger: OpenLedger, drafts: readonly Draft[], draft: Draft): void {
  if (draft.freeMinor === 0 || !mayBeTaken(draft.one)) return;
  const { account } = draft.one;
  const fromMonth = Math.max(monthNumber(account.startsIn), ledger.firstOpen ?? 0);
  const months = Math.min(MOST_MONTHS, lastMonthOf(account) - fromMonth + 1);
  if (account.terms.oneSum) for (const [month, amountMinor] of draft.plan) lift(draft, month, amountMinor);
  const roomIn = roomFor(ledger, drafts, draft);
  const amountMinor = draft.freeMinor;
  const { schedule } = planInstalments({
    amountMinor,
    fromMonth,
    months,
    // One sum passes over every month that cannot take it whole.
    roomIn: (month) => (account.terms.oneSum && roomIn(month) < amountMinor ? 0 : roomIn(month)),
  });
  for (const instalment of schedule) {
    addTo(draft.plan, monthNumber(instalment.month), instalment.amountMinor);
    draft.freeMinor -= instalment.amountMinor;
  }
}

/** The room that a month has for more of an account, minor units; below 0 where it has none. */
function roomFor(ledger: OpenLedger, drafts: readonly Draft[], { one }: Draft): (month: number) => number {
  const ownCeiling = ceilingByBonus(one.account);
  return (month) =>
    Math.min(ownCeiling(ledger.bonuses.forPlanning(month) ?? 0), ceilingIn(ledger, drafts, month)) -
    heldIn(drafts, month);
}

/** What is carried comes first, so that no month holds more on the way than before or after. */
function enterDifferences(ledger: OpenLedger, drafts: readonly Draft[]): void {
  for (const kind of ["carried", "scheduled"] as const) {
    for (const { one, plan } of drafts) {
      const months = [...new Set([...one.book.scheduled.keys(), ...plan.keys()])].sort((a, b) => a - b);
      for (const at of months) {
        const more = (plan.get(at) ?? 0) - (one.book.scheduled.get(at) ?? 0);
        const month = formatMonth(at);
        if (kind === "carried" && more < 0)
          ledger.post(one, { kind, amountMinor: -more, month, from: "scheduled" });
        if (kind === "scheduled" && more > 0) ledger.post(one, { kind, amountMinor: more, month });
      }
    }
  }
}

/** In open months nothing is deducted, so plans are all that they hold. */
function heldIn(drafts: readonly Draft[], month: number): number {
  return drafts.reduce((sum, { plan }) => sum + (plan.get(month) ?? 0), 0);
}

function ceilingIn(ledger: OpenLedger, drafts: readonly Draft[], month: number): number {
  const bonusMinor = ledger.bonuses.forPlanning(month) ?? 0;
  let lowest = Infinity;
  for (const { one, plan } of drafts)
    if (plan.has(month)) lowest = Math.min(lowest, ceilingOf(one.account.terms, bonusMinor));
  return lowest;
}

function ceilingByBonus({ terms }: LedgerAccount): (bonusMinor: number) => number {
  const known = new Map<number, number>();
  return (bonusMinor) => {
    const ceiling = known.get(bonusMinor) ?? ceilingOf(terms, bonusMinor);
    known.set(bonusMinor, ceiling);
    return ceiling;
  };
}

/** The last month that may hold an instalment, months since year 0. */
export function lastMonthOf({ terms }: LedgerAccount): number {
  return Math.min(LAST_MONTH, terms.lastMonth === null ? LAST_MONTH : monthNumber(terms.lastMonth));
}

/** What of an account is neither given up nor taken: planned and outstanding, minor units. */
export function owedOf({ book }: OpenAccount): number {
  return book.outstandingMinor + sumOf(book.scheduled);
}
