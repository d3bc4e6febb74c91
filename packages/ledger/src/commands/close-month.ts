import { formatMonth } from "@evenhand/domain";
import { replan } from "../plan/replan.ts";
import { LedgerInvariant, monthNumber } from "../state/invariant.ts";
import type { LedgerChange } from "../state/ledger-change.ts";
import { OpenLedger } from "../state/open-ledger.ts";
import type { PersonLedger } from "../state/person-ledger.ts";
import { giveBackExcess, isLower } from "./excess.ts";
import type { BonusAsk } from "./restate-bonus.ts";
import { TakenSoFar } from "./taken-so-far.ts";

/**
 * Closes a payroll month with the real bonus: in order of accounts each takes what was planned, never more, as far as the
 * ceilings have room under that bonus. What could not be taken is carried, and the open months are planned anew with what
 * is known now. For everybody who owes something, also where nothing was planned in the month.
 *
 * Of somebody who has left it takes nothing; where their last month closes with a lower bonus than they were settled
 * with, the excess is given back.
 *
 * Throws a `LedgerInvariant` on a month that is not after the last one closed, or that would leave a plan behind it.
 */
export function closeMonth(
  ledger: PersonLedger,
  { month, bonusMinor }: BonusAsk,
): { readonly change: LedgerChange } {
  const open = new OpenLedger(ledger);
  const at = monthNumber(month);
  assertNext(open, at);
  const lower = isLower(open, at, bonusMinor);
  open.learnBonus({ month, bonusMinor, source: "payroll" });
  open.closedThrough = at;
  if (open.leftIn === undefined) takePlanned(open, at, bonusMinor);
  else if (open.leftIn === at && lower) giveBackExcess(open, at);
  replan(open, { bringsForward: true });
  return { change: open.changeOf() };
}

function takePlanned(ledger: OpenLedger, at: number, bonusMinor: number): void {
  const month = formatMonth(at);
  const taken = new TakenSoFar(bonusMinor);
  for (const one of ledger.accounts) {
    const planned = one.book.scheduled.get(at) ?? 0;
    const amountMinor = taken.take(one.account.terms, planned);
    ledger.post(one, { kind: "deducted", amountMinor, month });
    ledger.post(one, { kind: "carried", amountMinor: planned - amountMinor, month, from: "scheduled" });
  }
  if (ledger.before.entries.some((entry) => entry.month === month)) ledger.setCeiling(at, taken.ceilingMinor);
}

function assertNext(ledger: OpenLedger, month: number): void {
  if (ledger.closedThrough !== undefined && month <= ledger.closedThrough)
    throw new LedgerInvariant(`${formatMonth(month)} is closed already`);
  const left = ledger.accounts.flatMap(({ book }) => [...book.scheduled.keys()]).find((at) => at < month);
  if (left !== undefined) throw new LedgerInvariant(`${formatMonth(left)} holds a plan and is not closed`);
}
