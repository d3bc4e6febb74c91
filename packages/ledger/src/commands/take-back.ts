import { formatMonth } from "@evenhand/domain";
import { sumOf } from "../state/book.ts";
import { LedgerInvariant } from "../state/invariant.ts";
import type { OpenAccount, OpenLedger } from "../state/open-ledger.ts";
import { owedOf } from "../plan/replan.ts";

/**
 * Reverses up to an amount of an account: what is outstanding first, then the plan from the latest month backwards, then
 * what was deducted, also from the latest month backwards, which is paid back in the first open month.
 */
export function takeBack(ledger: OpenLedger, one: OpenAccount, mostMinor: number): void {
  const amountMinor = Math.min(mostMinor, owedOf(one) + sumOf(one.book.deducted));
  const ofOwed = Math.min(amountMinor, owedOf(one));
  freeFromPlan(ledger, one, ofOwed - one.book.outstandingMinor);
  ledger.post(one, { kind: "reversed", amountMinor: ofOwed, from: "outstanding" });
  let remains = amountMinor - ofOwed;
  for (const [month, deducted] of latestFirst(one.book.deducted)) {
    const part = Math.min(remains, deducted);
    ledger.post(one, {
      kind: "reversed",
      amountMinor: part,
      month: formatMonth(month),
      from: "deducted",
      paidBackIn: payBackMonth(ledger),
    });
    remains -= part;
  }
}

/** Carries an amount out of the plan, from the latest month backwards. */
export function freeFromPlan(ledger: OpenLedger, one: OpenAccount, amountMinor: number): void {
  let remains = Math.max(0, amountMinor);
  for (const [month, planned] of latestFirst(one.book.scheduled)) {
    const part = Math.min(remains, planned);
    ledger.post(one, { kind: "carried", amountMinor: part, month: formatMonth(month), from: "scheduled" });
    remains -= part;
  }
}

/** The payroll month in which a person gets back what was deducted. */
export function payBackMonth(ledger: OpenLedger): string {
  if (ledger.firstOpen === undefined)
    throw new LedgerInvariant("something was deducted, but no month is closed");
  return formatMonth(ledger.firstOpen);
}

function latestFirst(months: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  return [...months].sort(([a], [b]) => b - a);
}
