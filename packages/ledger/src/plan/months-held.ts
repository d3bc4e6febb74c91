import { formatMonth } from "@evenhand/domain";
import { OpenLedger } from "../state/open-ledger.ts";
import type { PersonLedger } from "../state/person-ledger.ts";

/** What a payroll month (`YYYY-MM`) holds of a person: planned and deducted, from whichever decision; minor units. */
export type HeldMonth = {
  readonly month: string;
  readonly amountMinor: number;
  /** The lowest ceiling of what stands in it: nothing more is planned above that. */
  readonly atMostMinor: number;
};

/**
 * Every month that holds something, in order, closed ones too: with the person's id what the engine is given as
 * `scheduled`. For a decision that supersedes another, `without` leaves out the account that it goes on in.
 */
export function monthsHeld(
  ledger: PersonLedger,
  { without }: { readonly without?: string } = {},
): readonly HeldMonth[] {
  const open = new OpenLedger({
    ...ledger,
    accounts: ledger.accounts.filter(({ account }) => account !== without),
    entries: ledger.entries.filter(({ account }) => account !== without),
  });
  const months = new Set(
    open.accounts.flatMap(({ book }) => [...book.scheduled.keys(), ...book.deducted.keys()]),
  );
  return [...months]
    .sort((a, b) => a - b)
    .map((month) => ({
      month: formatMonth(month),
      amountMinor: open.heldIn(month),
      atMostMinor: open.ceilingIn(month),
    }));
}

/** What of one account stands in each month, in order. */
export type AccountMonth = {
  readonly month: string;
  readonly plannedMinor: number;
  readonly deductedMinor: number;
};

/** The months of one account, for a statement or a record: what is planned in each and what was taken. */
export function accountMonths(ledger: PersonLedger, account: string): readonly AccountMonth[] {
  const { book } = new OpenLedger(ledger).accountOf(account);
  return [...new Set([...book.scheduled.keys(), ...book.deducted.keys()])]
    .sort((a, b) => a - b)
    .map((month) => ({
      month: formatMonth(month),
      plannedMinor: book.scheduled.get(month) ?? 0,
      deductedMinor: book.deducted.get(month) ?? 0,
    }));
}
