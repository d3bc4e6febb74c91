import { monthNumber } from "../state/invariant.ts";
import { OpenLedger } from "../state/open-ledger.ts";
import type { PersonLedger } from "../state/person-ledger.ts";
import { lastMonthOf, mayBeTaken } from "./replan.ts";

/**
 * Whether somebody owes what nothing but a bonus is missing for: begun by a payroll month (`YYYY-MM`), outstanding, and
 * still to be planned in a later one. Of that month payroll is asked for the bonus, so that nobody is forgotten.
 *
 * @example waitsForBonus(ledger, "2026-08") // true after July closed with a bonus of 0
 */
export function waitsForBonus(ledger: PersonLedger, month: string): boolean {
  const open = new OpenLedger(ledger);
  const at = monthNumber(month);
  return open.accounts.some(
    (one) =>
      one.book.outstandingMinor > 0 &&
      mayBeTaken(one) &&
      monthNumber(one.account.startsIn) <= at &&
      lastMonthOf(one.account) > at,
  );
}
