import type { OpenLedger } from "../state/open-ledger.ts";

/** Says of everything that somebody who has left still owes that it will not be recovered, and settles every account. */
export function settleRest(ledger: OpenLedger): void {
  for (const one of ledger.accounts) {
    ledger.post(one, {
      kind: "settled",
      amountMinor: one.book.outstandingMinor - one.book.notRecoverableMinor,
    });
    if (one.account.state !== "settled") one.account = { ...one.account, state: "settled" };
  }
}
