import { replan } from "../plan/replan.ts";
import { monthNumber } from "../state/invariant.ts";
import type { LedgerResult } from "../state/ledger-change.ts";
import { OpenLedger } from "../state/open-ledger.ts";
import type { PersonLedger } from "../state/person-ledger.ts";
import { giveBackExcess, isLower } from "./excess.ts";
import { monthOpen } from "./refusals.ts";

/** A payroll month (`YYYY-MM`) and what payroll says of the person's bonus in it, minor units. */
export type BonusAsk = { readonly month: string; readonly bonusMinor: number };

/**
 * Corrects the bonus of a closed month. Under a lower one, what was taken above the ceiling is carried out of what was
 * deducted, from the latest account backwards, paid back in the first open month, and planned again; the terms that hold
 * now say what the ceiling is. A higher one takes nothing more from the month. Of somebody who has left, what is carried
 * is not recoverable. Refused as `month-open` where the month is not closed.
 */
export function restateBonus(ledger: PersonLedger, { month, bonusMinor }: BonusAsk): LedgerResult {
  const open = new OpenLedger(ledger);
  const at = monthNumber(month);
  if (open.firstOpen === undefined || open.isOpen(at)) return monthOpen(at);
  const lower = isLower(open, at, bonusMinor);
  open.learnBonus({ month, bonusMinor, source: "payroll" });
  if (lower) giveBackExcess(open, at);
  replan(open, { bringsForward: true });
  return { change: open.changeOf() };
}
