import type { Balance, DecisionRecord, Instalment, Language, PolicyVersion } from "@evenhand/domain";
import type { StyleLinks } from "../html/document.ts";
import type { Names } from "../shared/naming.ts";

/** What a notice is made from. Everything in it has been opened: staff numbers and texts, no pseudonyms and commitments. */
export type NoticeInput = StyleLinks & {
  /** The version that the decision was taken under. */
  readonly version: PolicyVersion;
  readonly record: DecisionRecord;
  /** Whom the notice is for: one of `noticeParties(record)`. */
  readonly party: string;
  /** When the decision was recorded, epoch milliseconds. */
  readonly recordedAt: number;
  readonly language: Language;
  /** The last day on which the party may object, `YYYY-MM-DD`; null where they may not any more. */
  readonly appealUntil: string | null;
  /** The decision in force on the case, where that is not this one any more. */
  readonly supersededBy?: string;
  /** Of a decision that supersedes another: whether that one said the same of the party. */
  readonly isUnchanged?: boolean;
  /** Whose appeal the decision answers, where it answers one. */
  readonly appellant?: string;
  /** The party's account as it stands now; absent for units, which have none. What the decision planned is shown then. */
  readonly ledger?: {
    readonly schedule: readonly Instalment[];
    readonly balance: Balance;
    /** Of the months of the schedule: what other decisions hold in them, and the most that they may take, as known now. */
    readonly months?: readonly {
      readonly month: string;
      readonly othersMinor: number;
      readonly capMinor: number;
    }[];
    /** What was taken too much and comes back, by payroll month and why. */
    readonly givenBack?: readonly {
      readonly month: string;
      readonly amountMinor: number;
      readonly why: "bonus" | "decision";
      readonly isDone: boolean;
    }[];
    /** Closed months of the account whose bonus was restated, with the limit that holds since. */
    readonly restated?: readonly { readonly month: string; readonly capMinor: number }[];
  };
  /** The party's own appeal against this decision, or against one before it that said the same of them. */
  readonly ownAppeal?: OwnAppeal;
  /** Staff number of whoever decided; absent where another system did. */
  readonly decidedBy?: string;
  /** To whom objections go, where the company has set it: "the personnel office, room 201". */
  readonly appealTo?: string;
  readonly company?: string;
  readonly names?: Names;
};

/** An appeal as a notice tells of it; days are `YYYY-MM-DD`, `upheld` is the decision's, which stands. */
export type OwnAppeal =
  | { readonly state: "open"; readonly filedOn: string }
  | {
      readonly state: "upheld" | "reduced" | "overturned" | "withdrawn";
      readonly filedOn: string;
      readonly decidedOn: string;
    };

/**
 * Everybody to whom a notice of this decision can be given: its parties and whoever was penalised in their place, in
 * the order of the outcome.
 *
 * @example noticeParties(record) // ["P1", "P2"]
 */
export function noticeParties({ outcome }: DecisionRecord): readonly string[] {
  return outcome.parties.map(({ party }) => party);
}
