import type { Balance, Language, LedgerEntry, LocalizedText } from "@evenhand/domain";
import type { StyleLinks } from "../html/document.ts";
import type { Names } from "../shared/naming.ts";

/** One payroll month of a person over all decisions; amounts in minor units. */
export type StatementMonth = {
  readonly month: string;
  readonly plannedMinor: number;
  /** Taken and not given back. */
  readonly takenMinor: number;
  /** The most that the month may hold; null where no bonus is known. */
  readonly capMinor: number | null;
  /** Whether payroll has closed the month. */
  readonly closed: boolean;
};

/** One account: a decision and whatever superseded it. */
export type StatementAccount = {
  /** The id of the decision with which the account began. */
  readonly account: string;
  readonly policy: LocalizedText;
  readonly reference: string;
  readonly decidedOn: string;
  readonly state: "open" | "suspended" | "settled";
  readonly balance: Balance;
};

/** One line of the ledger, and when it was written, epoch milliseconds. */
export type StatementEntry = LedgerEntry & { readonly at: number };

/** What a statement is made from. Everything is of one person, opened, and in one currency (ISO 4217). */
export type StatementInput = StyleLinks & {
  readonly person: string;
  readonly language: Language;
  /** The moment it speaks of, epoch milliseconds. */
  readonly asOf: number;
  /** In which days are counted. */
  readonly timeZone: string;
  readonly currency: string;
  /** The sum of the accounts. */
  readonly balance: Balance;
  readonly months: readonly StatementMonth[];
  readonly accounts: readonly StatementAccount[];
  /** In the order in which they were written. */
  readonly entries: readonly StatementEntry[];
  /** The last payroll month of somebody who has left. */
  readonly leftIn?: string;
  readonly company?: string;
  readonly names?: Names;
};
