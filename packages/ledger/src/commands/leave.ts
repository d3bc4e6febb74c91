import { formatMonth } from "@evenhand/domain";
import { lastMonthOf, mayBeTaken, owedOf } from "../plan/replan.ts";
import { monthNumber } from "../state/invariant.ts";
import type { LedgerResult } from "../state/ledger-change.ts";
import { type OpenAccount, OpenLedger } from "../state/open-ledger.ts";
import type { PersonLedger } from "../state/person-ledger.ts";
import { monthClosed, monthOpen, personLeft } from "./refusals.ts";
import { settleRest } from "./settle-rest.ts";
import { TakenSoFar } from "./taken-so-far.ts";

export type LeaveAsk = {
  /** The last payroll month in which the person gets a bonus, `YYYY-MM`. */
  readonly lastMonth: string;
  /** The real bonus of that month, minor units; 0 where there is none. */
  readonly bonusMinor: number;
};

/**
 * Settles the ledger of somebody who leaves. In order of accounts the last month takes everything that is still owed,
 * outstanding or planned for whichever month, as far as the ceilings have room under its real bonus; nothing of what is
 * suspended, blocked or past its last month. What is left stays outstanding as not recoverable, and every account is
 * settled. Refused as `person-left` where the person has left, as `month-closed` or `month-open` where `lastMonth` is not
 * the first open month.
 */
export function leave(ledger: PersonLedger, ask: LeaveAsk): LedgerResult {
  const open = new OpenLedger(ledger);
  const at = monthNumber(ask.lastMonth);
  if (open.leftIn !== undefined) return personLeft(open.leftIn);
  if (open.closedThrough !== undefined && at <= open.closedThrough) return monthClosed(at);
  const before = firstOpenBefore(open, at);
  if (before !== undefined) return monthOpen(before);
  open.learnBonus({ month: ask.lastMonth, bonusMinor: ask.bonusMinor, source: "payroll" });
  const taken = new TakenSoFar(ask.bonusMinor);
  const amounts = new Map(
    open.accounts.map((one): [OpenAccount, number] => [
      one,
      mayBeTaken(one) && at <= lastMonthOf(one.account) ? taken.take(one.account.terms, owedOf(one)) : 0,
    ]),
  );
  takeAll(open, at, amounts);
  if (open.heldIn(at) > 0) open.setCeiling(at, taken.ceilingMinor);
  open.leftIn = at;
  settleRest(open);
  open.setOpenCeilings();
  return { change: open.changeOf() };
}

/** An open month before the last one, which payroll has to close first: the next one, or one that holds a plan. */
function firstOpenBefore(ledger: OpenLedger, month: number): number | undefined {
  const planned = ledger.accounts.flatMap(({ book }) => [...book.scheduled.keys()]);
  const first = ledger.closedThrough === undefined ? Math.min(...planned) : ledger.closedThrough + 1;
  return first < month ? first : undefined;
}

/** What is carried comes first, so that the month holds no more on the way than before or after. */
function takeAll(ledger: OpenLedger, at: number, amounts: ReadonlyMap<OpenAccount, number>): void {
  const month = formatMonth(at);
  for (const [one, amountMinor] of amounts) {
    for (const [planned, part] of [...one.book.scheduled].sort(([a], [b]) => a - b)) {
      const kept = planned === at ? Math.min(part, amountMinor) : 0;
      ledger.post(one, {
        kind: "carried",
        amountMinor: part - kept,
        month: formatMonth(planned),
        from: "scheduled",
      });
    }
  }
  for (const [one, amountMinor] of amounts) {
    const kept = one.book.scheduled.get(at) ?? 0;
    ledger.post(one, { kind: "scheduled", amountMinor: amountMinor - kept, month });
    ledger.post(one, { kind: "deducted", amountMinor, month });
  }
}
