import type { DeductionTerms, LedgerEntry } from "@evenhand/domain";

/**
 * - `open`: may be planned and deducted
 * - `suspended`: an appeal is open, so nothing of it is planned; what was deducted stays
 * - `settled`: the person has left
 */
export type AccountState = "open" | "suspended" | "settled";

/** What one person owes of one decision and of whatever supersedes it. */
export type LedgerAccount = {
  /** The id of the decision with which it began. */
  readonly account: string;
  /** The first payroll month (`YYYY-MM`) that may hold an instalment: the month of the decision. */
  readonly startsIn: string;
  readonly currency: string;
  /** Of the decision in force. */
  readonly terms: DeductionTerms;
  readonly state: AccountState;
};

/** A word on somebody's bonus of one month (`YYYY-MM`), minor units. */
export type KnownBonus = {
  readonly month: string;
  readonly bonusMinor: number;
  readonly source: "case" | "payroll";
};

/** The most that a month (`YYYY-MM`) may hold, planned and deducted, by what was known when that was last changed. */
export type MonthCeiling = { readonly month: string; readonly capMinor: number };

/** Everything that the ledger knows of one person. It is never changed; a command gives a `LedgerChange`. */
export type PersonLedger = {
  /** In order of sequence: earlier ones keep their place. */
  readonly accounts: readonly LedgerAccount[];
  /** All of them, in the order in which they were made. */
  readonly entries: readonly LedgerEntry[];
  /** In the order in which they became known. Of one month payroll's word counts before a case's, the later before the earlier. */
  readonly bonuses: readonly KnownBonus[];
  readonly ceilings: readonly MonthCeiling[];
  /** The last payroll month (`YYYY-MM`) that the company has closed; null before the first. */
  readonly closedThrough: string | null;
  /** The last payroll month (`YYYY-MM`) of somebody who has left; null of anybody else. */
  readonly leftIn: string | null;
};

/** Somebody who never owed anything. */
export const EMPTY_LEDGER: PersonLedger = Object.freeze({
  accounts: [],
  entries: [],
  bonuses: [],
  ceilings: [],
  closedThrough: null,
  leftIn: null,
});
