import { replan } from "../plan/replan.ts";
import type { LedgerResult } from "../state/ledger-change.ts";
import { OpenLedger } from "../state/open-ledger.ts";
import type { AccountState, PersonLedger } from "../state/person-ledger.ts";
import { notSuspended, suspendedAlready } from "./refusals.ts";

type SuspendAsk = { readonly account: string };

/**
 * Takes an account out of the plan while an appeal is open: whatever was planned is outstanding again; what was deducted
 * stays. Of somebody who has left nothing is planned, so nothing changes. Refused as `wrong-state` where it is suspended.
 */
export function suspend(ledger: PersonLedger, ask: SuspendAsk): LedgerResult {
  return enterState(ledger, ask, "suspended") ?? suspendedAlready();
}

/**
 * Plans a suspended account again, from the first open month. Of somebody who has left nothing is planned, so nothing
 * changes. Refused as `wrong-state` where it is not suspended.
 */
export function resume(ledger: PersonLedger, ask: SuspendAsk): LedgerResult {
  return enterState(ledger, ask, "open") ?? notSuspended();
}

function enterState(ledger: PersonLedger, ask: SuspendAsk, state: AccountState): LedgerResult | undefined {
  const open = new OpenLedger(ledger);
  const one = open.accountOf(ask.account);
  if (one.account.state === state) return undefined;
  if (one.account.state !== "settled") {
    one.account = { ...one.account, state };
    replan(open);
  }
  return { change: open.changeOf() };
}
