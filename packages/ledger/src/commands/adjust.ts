import type { DeductionTerms } from "@evenhand/domain";
import { replan } from "../plan/replan.ts";
import { assertAmount } from "../state/invariant.ts";
import type { LedgerResult } from "../state/ledger-change.ts";
import { OpenLedger } from "../state/open-ledger.ts";
import type { AccountState, LedgerAccount, PersonLedger } from "../state/person-ledger.ts";
import { beyondGuards, otherCurrency, personLeft } from "./refusals.ts";
import { takeBack } from "./take-back.ts";

export type AdjustAsk = {
  readonly account: string;
  /** What the new decision puts on the person in all, minor units; what was deducted or waived of it included. */
  readonly amountMinor: number;
  readonly terms: DeductionTerms;
  /** Of the new decision; default: the one of the account. */
  readonly currency?: string;
  /** Whether the new decision waits until an objection ends; default: the account waits if it did. */
  readonly isSuspended?: boolean;
  /** What the case of the new decision says of a month's bonus. */
  readonly bonus?: { readonly month: string; readonly bonusMinor: number };
};

/**
 * Lets a decision that supersedes another go on in its account. What it decides less is reversed: what is outstanding
 * first, then the plan from the latest month backwards, then what was deducted, which is given back; never what was
 * waived. What it decides more is assessed further and planned. Its terms hold from now on. Refused as `person-left` where
 * somebody who has left would owe more, as `beyond-guards` above what guards leave in all, as `conflicting-facts` where it
 * charges in another currency.
 *
 * @example adjust(ledger, { account: "d1", amountMinor: 60_000, terms }) // halves a decision of 1,200.00
 */
export function adjust(ledger: PersonLedger, ask: AdjustAsk): LedgerResult {
  assertAmount(ask.amountMinor);
  const open = new OpenLedger(ledger);
  const one = open.accountOf(ask.account);
  const { currency } = one.account;
  const moreMinor = ask.amountMinor - (one.book.assessedMinor - one.book.reversedMinor);
  const { mostInAllMinor } = ask.terms;
  const { currency: stated = currency } = ask;
  if (stated !== currency && ask.amountMinor > 0) return otherCurrency({ kept: currency, stated });
  if (moreMinor > 0 && open.leftIn !== undefined) return personLeft(open.leftIn);
  if (mostInAllMinor !== null && ask.amountMinor > mostInAllMinor)
    return beyondGuards({ amountMinor: ask.amountMinor, mostInAllMinor, currency });
  one.account = { ...one.account, terms: ask.terms, state: stateAfter(one.account, ask) };
  if (ask.bonus) open.learnBonus({ ...ask.bonus, source: "case" });
  if (moreMinor > 0) open.post(one, { kind: "assessed", amountMinor: moreMinor });
  else takeBack(open, one, -moreMinor);
  replan(open);
  return { change: open.changeOf() };
}

function stateAfter({ state }: LedgerAccount, { isSuspended }: AdjustAsk): AccountState {
  if (state === "settled" || isSuspended === undefined) return state;
  return isSuspended ? "suspended" : "open";
}
