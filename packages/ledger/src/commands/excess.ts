import { formatMonth } from "@evenhand/domain";
import { type OpenLedger, heldBy } from "../state/open-ledger.ts";
import { settleRest } from "./settle-rest.ts";
import { payBackMonth } from "./take-back.ts";

/** Whether a bonus is lower than what was known of exactly that month. */
export function isLower(ledger: OpenLedger, month: number, bonusMinor: number): boolean {
  return bonusMinor < (ledger.bonuses.of(month) ?? Infinity);
}

/**
 * Carries what a closed month took above its ceiling, from the latest account backwards, and pays it back in the first
 * open month. Of somebody who has left it is not recoverable.
 */
export function giveBackExcess(ledger: OpenLedger, at: number): void {
  if (ledger.heldIn(at) === 0) return;
  for (const one of ledger.accounts.toReversed()) {
    const excess = ledger.heldIn(at) - ledger.ceilingIn(at);
    if (excess <= 0) break;
    ledger.post(one, {
      kind: "carried",
      amountMinor: Math.min(heldBy(one.book, at), excess),
      month: formatMonth(at),
      from: "deducted",
      paidBackIn: payBackMonth(ledger),
    });
  }
  ledger.setCeiling(at, ledger.heldIn(at) === 0 ? 0 : ledger.ceilingIn(at));
  if (ledger.leftIn !== undefined) settleRest(ledger);
}
