import { owedOf, replan } from "../plan/replan.ts";
import { LedgerInvariant, assertAmount } from "../state/invariant.ts";
import type { LedgerResult } from "../state/ledger-change.ts";
import { OpenLedger } from "../state/open-ledger.ts";
import type { PersonLedger } from "../state/person-ledger.ts";
import { moreThanIsOwed } from "./refusals.ts";
import { freeFromPlan } from "./take-back.ts";

/**
 * Lets a person off an amount: what is outstanding first, then the plan from the latest month backwards. What was deducted
 * is never waived: refused as `more-than-is-owed` above what is outstanding and planned.
 *
 * @param ask.amountMinor minor units, more than 0
 */
export function waive(
  ledger: PersonLedger,
  ask: { readonly account: string; readonly amountMinor: number },
): LedgerResult {
  assertAmount(ask.amountMinor);
  if (ask.amountMinor === 0) throw new LedgerInvariant("nothing is to be waived");
  const open = new OpenLedger(ledger);
  const one = open.accountOf(ask.account);
  if (ask.amountMinor > owedOf(one))
    return moreThanIsOwed({ owedMinor: owedOf(one), currency: one.account.currency });
  freeFromPlan(open, one, ask.amountMinor - one.book.outstandingMinor);
  open.post(one, { kind: "waived", amountMinor: ask.amountMinor });
  replan(open);
  return { change: open.changeOf() };
}
