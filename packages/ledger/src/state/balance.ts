import type { Balance, LedgerEntry } from "@evenhand/domain";
import { type Book, enterAll, newBook, sumOf } from "./book.ts";
import { LedgerInvariant } from "./invariant.ts";
import type { PersonLedger } from "./person-ledger.ts";

/**
 * How an account stands by its entries, all amounts in minor units. Throws a `LedgerInvariant` where an entry takes more
 * out of a place than is there.
 *
 * @example balanceOf([{ account: "d1", kind: "assessed", amountMinor: 500 }]).outstandingMinor // 500
 */
export function balanceOf(entries: readonly LedgerEntry[]): Balance {
  return balanceOfBook(enterAll(newBook(), entries));
}

/** How one account of a person stands. Throws a `LedgerInvariant` where there is no such account. */
export function accountBalance(ledger: PersonLedger, account: string): Balance {
  if (!ledger.accounts.some((one) => one.account === account))
    throw new LedgerInvariant(`there is no account \`${account}\``);
  return balanceOf(ledger.entries.filter((entry) => entry.account === account));
}

/** How all accounts of a person stand together. */
export function totalBalance(ledger: PersonLedger): Balance {
  return ledger.accounts
    .map(({ account }) => accountBalance(ledger, account))
    .reduce(
      (sum, balance) => ({
        assessedMinor: sum.assessedMinor + balance.assessedMinor,
        deductedMinor: sum.deductedMinor + balance.deductedMinor,
        scheduledMinor: sum.scheduledMinor + balance.scheduledMinor,
        outstandingMinor: sum.outstandingMinor + balance.outstandingMinor,
        reversedMinor: sum.reversedMinor + balance.reversedMinor,
        waivedMinor: sum.waivedMinor + balance.waivedMinor,
        notRecoverableMinor: sum.notRecoverableMinor + balance.notRecoverableMinor,
      }),
      balanceOf([]),
    );
}

export function balanceOfBook(book: Book): Balance {
  return {
    assessedMinor: book.assessedMinor,
    deductedMinor: sumOf(book.deducted),
    scheduledMinor: sumOf(book.scheduled),
    outstandingMinor: book.outstandingMinor,
    reversedMinor: book.reversedMinor,
    waivedMinor: book.waivedMinor,
    notRecoverableMinor: book.notRecoverableMinor,
  };
}
