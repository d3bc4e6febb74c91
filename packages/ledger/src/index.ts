export {
  LEDGER_RULES,
  type LedgerProblem,
  type LedgerRule,
  ledgerProblems,
} from "./check/ledger-problems.ts";
export { type AdjustAsk, adjust } from "./commands/adjust.ts";
export { type AssessAsk, assess } from "./commands/assess.ts";
export { closeMonth } from "./commands/close-month.ts";
export { type LeaveAsk, leave } from "./commands/leave.ts";
export { type BonusAsk, restateBonus } from "./commands/restate-bonus.ts";
export { reverse } from "./commands/reverse.ts";
export { resume, suspend } from "./commands/suspend.ts";
export { waive } from "./commands/waive.ts";
export { ceilingOf } from "./plan/ceiling.ts";
export { type AccountMonth, type HeldMonth, accountMonths, monthsHeld } from "./plan/months-held.ts";
export { usualBonus } from "./plan/usual-bonus.ts";
export { waitsForBonus } from "./plan/waits-for-bonus.ts";
export { accountBalance, balanceOf, totalBalance } from "./state/balance.ts";
export { LedgerInvariant } from "./state/invariant.ts";
export {
  type LedgerChange,
  type LedgerRefusal,
  type LedgerRefusalCode,
  type LedgerResult,
  applyChange,
} from "./state/ledger-change.ts";
export {
  type AccountState,
  EMPTY_LEDGER,
  type KnownBonus,
  type LedgerAccount,
  type MonthCeiling,
  type PersonLedger,
} from "./state/person-ledger.ts";
