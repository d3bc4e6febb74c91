import type { LedgerEntry, Problem } from "@evenhand/domain";
import type { KnownBonus, LedgerAccount, MonthCeiling, PersonLedger } from "./person-ledger.ts";

/** What a command makes of a person's ledger. Lists are empty where it leaves things as they are. */
export type LedgerChange = {
  /** To be added in this order. No bucket falls below 0 on the way, and no month holds more than its ceiling before or after. */
  readonly entries: readonly LedgerEntry[];
  /** Accounts that were opened, or whose terms or state are others now, as they are afterwards. */
  readonly accounts: readonly LedgerAccount[];
  /**
   * Months whose ceiling is another now, in order. Whoever holds ceilings by a constraint raises them before the entries
   * are added and lowers them afterwards.
   */
  readonly months: readonly MonthCeiling[];
  /** What became known of the bonus. */
  readonly bonuses: readonly KnownBonus[];
  readonly closedThrough?: string;
  readonly leftIn?: string;
};

export type LedgerRefusalCode =
  | "conflicting-facts"
  | "beyond-guards"
  | "person-left"
  | "month-closed"
  | "month-open"
  | "more-than-is-owed"
  | "wrong-state";

/** Why a command was not carried out. `at` is empty: the caller knows where in the request it stands. */
export type LedgerRefusal = Problem<LedgerRefusalCode>;

export type LedgerResult = { readonly change: LedgerChange } | { readonly refusal: LedgerRefusal };

/** The ledger as a change leaves it. */
export function applyChange(ledger: PersonLedger, change: LedgerChange): PersonLedger {
  const changed = new Map(change.accounts.map((account) => [account.account, account]));
  const known = new Set(ledger.accounts.map(({ account }) => account));
  const ceilings = new Map(
    [...ledger.ceilings, ...change.months].map(({ month, capMinor }) => [month, capMinor]),
  );
  return {
    accounts: [
      ...ledger.accounts.map((account) => changed.get(account.account) ?? account),
      ...change.accounts.filter(({ account }) => !known.has(account)),
    ],
    entries: [...ledger.entries, ...change.entries],
    bonuses: [...ledger.bonuses, ...change.bonuses],
    ceilings: [...ceilings].map(([month, capMinor]) => ({ month, capMinor })),
    closedThrough: change.closedThrough ?? ledger.closedThrough,
    leftIn: change.leftIn ?? ledger.leftIn,
  };
}
