import { monthNumber } from "../state/invariant.ts";
import type { KnownBonus, PersonLedger } from "../state/person-ledger.ts";
import { bonusView } from "./ceiling.ts";

/**
 * What somebody's bonus of a payroll month (`YYYY-MM`) is likely to be near, minor units: the last one above 0 that was
 * known at or before the month, else the first one after it, payroll's own word on that very month aside; where nothing
 * else is known, that word. `undefined` where there is none either.
 *
 * @example usualBonus(ledger, "2026-08") // 200_000 where July closed with 2,000.00
 */
export function usualBonus({ bonuses }: PersonLedger, month: string): number | undefined {
  const stated = bonuses.filter(({ bonusMinor }) => bonusMinor > 0);
  const isOwn = (word: KnownBonus): boolean => word.month === month && word.source === "payroll";
  const others = bonusView(stated.filter((word) => !isOwn(word)));
  return others.forPlanning(monthNumber(month)) ?? stated.findLast(isOwn)?.bonusMinor;
}
