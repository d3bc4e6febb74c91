import { replan } from "../plan/replan.ts";
import type { LedgerChange } from "../state/ledger-change.ts";
import { OpenLedger } from "../state/open-ledger.ts";
import type { PersonLedger } from "../state/person-ledger.ts";
import { takeBack } from "./take-back.ts";

/**
 * Takes a decision's whole amount back: what is outstanding, what a leaver did not pay included, what is planned, and what
 * was deducted, which is given back in the first open month. What was waived stays waived. Changes nothing where nothing
 * is left to reverse.
 */
export function reverse(
  ledger: PersonLedger,
  { account }: { readonly account: string },
): { readonly change: LedgerChange } {
  const open = new OpenLedger(ledger);
  takeBack(open, open.accountOf(account), Infinity);
  replan(open);
  return { change: open.changeOf() };
}
