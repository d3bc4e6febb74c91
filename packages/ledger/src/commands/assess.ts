import { type DeductionTerms, type Instalment, MOST_MONTHS } from "@evenhand/domain";
import { ceilingOf } from "../plan/ceiling.ts";
import { lastMonthOf } from "../plan/replan.ts";
import { LedgerInvariant, assertAmount, monthNumber } from "../state/invariant.ts";
import type { LedgerResult } from "../state/ledger-change.ts";
import { OpenLedger } from "../state/open-ledger.ts";
import type { LedgerAccount, PersonLedger } from "../state/person-ledger.ts";
import { beyondGuards, otherCurrency, personLeft } from "./refusals.ts";

export type AssessAsk = {
  /** The id of the decision; its account must not be there yet. */
  readonly account: string;
  /** The month of the decision, `YYYY-MM`. */
  readonly startsIn: string;
  readonly currency: string;
  readonly terms: DeductionTerms;
  /** Minor units; where it is 0 the account is opened all the same, for what may supersede the decision. */
  readonly amountMinor: number;
  /** The engine's schedule; what it leaves of the amount stays outstanding. */
  readonly instalments: readonly Instalment[];
  /** The person objected beforehand, so that nothing is planned until that ends. */
  readonly isSuspended: boolean;
  /** What the case says of the bonus of `startsIn`, minor units; null where it says nothing. The instalments were planned with it. */
  readonly bonusMinor: number | null;
};

/**
 * Opens an account for a new decision, with the instalments that the engine planned for it. Earlier decisions keep their
 * place to the last minor unit: nothing else is planned anew. Refused as `person-left` where somebody who has left would
 * owe something, as `beyond-guards` above what guards leave in all, as `conflicting-facts` in another currency than the
 * rest of the person's ledger.
 *
 * INVARIANT: the schedule fits: open months only, under the terms, and no month above the lowest ceiling of what stands in
 * it. Where it does not, the engine was not given this ledger, and a `LedgerInvariant` is thrown.
 */
export function assess(ledger: PersonLedger, ask: AssessAsk): LedgerResult {
  const open = new OpenLedger(ledger);
  const { account, startsIn, currency, terms, amountMinor } = ask;
  assertAmount(amountMinor);
  const other = ledger.accounts.find((one) => one.currency !== currency);
  if (other) return otherCurrency({ kept: other.currency, stated: currency });
  if (open.leftIn !== undefined && amountMinor > 0) return personLeft(open.leftIn);
  const { mostInAllMinor } = terms;
  if (mostInAllMinor !== null && amountMinor > mostInAllMinor)
    return beyondGuards({ amountMinor, mostInAllMinor, currency });
  const state = open.leftIn === undefined ? (ask.isSuspended ? "suspended" : "open") : "settled";
  const opened: LedgerAccount = { account, startsIn, currency, terms, state };
  assertForm(open, opened, ask);
  const to = open.open(opened);
  open.post(to, { kind: "assessed", amountMinor });
  for (const { month, amountMinor: part } of ask.instalments) {
    const at = monthNumber(month);
    const ceiling = Math.min(open.ceilingIn(at), ceilingOf(terms, ask.bonusMinor ?? 0));
    open.post(to, { kind: "scheduled", amountMinor: part, month });
    if (open.heldIn(at) > ceiling)
      throw new LedgerInvariant(`an instalment in ${month} passes the ceiling of ${ceiling}`);
    open.setCeiling(at, ceiling);
  }
  if (ask.bonusMinor !== null)
    open.learnBonus({ month: startsIn, bonusMinor: ask.bonusMinor, source: "case" });
  return { change: open.changeOf() };
}

function assertForm(open: OpenLedger, account: LedgerAccount, ask: AssessAsk): void {
  const { instalments, amountMinor } = ask;
  const { terms } = account;
  const first = Math.max(monthNumber(account.startsIn), open.firstOpen ?? 0);
  const last = Math.min(lastMonthOf(account), first + MOST_MONTHS - 1);
  const sum = instalments.reduce((total, instalment) => total + instalment.amountMinor, 0);
  const months = instalments.map(({ month }) => monthNumber(month));
  const isFitting =
    sum <= amountMinor &&
    instalments.every(
      (instalment) => Number.isSafeInteger(instalment.amountMinor) && instalment.amountMinor > 0,
    ) &&
    months.every((month, index) => month >= first && month <= last && month > (months[index - 1] ?? -1)) &&
    (instalments.length === 0 || (account.state === "open" && !terms.blocked)) &&
    (!terms.oneSum || instalments.length === 0 || (instalments.length === 1 && sum === amountMinor));
  if (!isFitting) throw new LedgerInvariant(`the schedule of account \`${account.account}\` does not fit`);
}
