/**
 * What an entry does with an amount of one account. An account is what one person owes of one decision; whatever
 * supersedes the decision goes on in the same account.
 * - `assessed`: becomes outstanding
 * - `scheduled`: from outstanding into the plan of `month`
 * - `deducted`: out of the plan of `month`, taken from that month's bonus
 * - `carried`: back to outstanding: out of the plan of `month`, or, where a closed month took too much, out of what was
 *   deducted in it
 * - `reversed`: no longer owed: out of outstanding, or out of what was deducted in `month`
 * - `waived`: let off, out of outstanding
 * - `settled`: stays outstanding but is not recoverable any more, since the person has left
 */
export const ENTRY_KINDS = [
  "assessed",
  "scheduled",
  "deducted",
  "carried",
  "reversed",
  "waived",
  "settled",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One line of a person's ledger. It is never changed; a correction is a further line. */
export type LedgerEntry = {
  /** The id of the decision with which the account began. */
  readonly account: string;
  readonly kind: EntryKind;
  /** Minor units, more than 0. */
  readonly amountMinor: number;
  /** The payroll month (`YYYY-MM`) that it is about: of every entry that touches a month's plan or deduction. */
  readonly month?: string;
  /** Of `carried` and `reversed`: where the amount stood. Others have one place only. */
  readonly from?: "outstanding" | "scheduled" | "deducted";
  /** Of what had been deducted: the payroll month in which the person gets it back. */
  readonly paidBackIn?: string;
};

/** What a decision allows the ledger to do with one person's amount. */
export type DeductionTerms = {
  /** Of a month's bonus at most this rate, over everything taken in that month; 0 to 1. */
  readonly capRate: number;
  /** What statutory guards leave of any month, by the wage that was stated; null where they set no limit. */
  readonly mostInMonthMinor: number | null;
  /** What statutory guards leave in all for this act; null where they set no limit. No departure goes above it. */
  readonly mostInAllMinor: number | null;
  /** The last payroll month (`YYYY-MM`) that may hold an instalment; null where only the length of a plan ends it. */
  readonly lastMonth: string | null;
  /** It must come off in one month or not at all. */
  readonly oneSum: boolean;
  /** A figure that a guard needs is missing, so nothing may be scheduled. */
  readonly blocked: boolean;
};

/** At every read: assessed = deducted + scheduled + outstanding + reversed + waived. All in minor units, none below 0. */
export type Balance = {
  readonly assessedMinor: number;
  /** Taken and not given back. */
  readonly deductedMinor: number;
  readonly scheduledMinor: number;
  /** Neither taken nor planned, what is not recoverable included. */
  readonly outstandingMinor: number;
  readonly reversedMinor: number;
  readonly waivedMinor: number;
  /** The part of `outstandingMinor` that a leaver did not pay. */
  readonly notRecoverableMinor: number;
};
