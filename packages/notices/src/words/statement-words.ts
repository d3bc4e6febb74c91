import type { EntryKind } from "@evenhand/domain";
import type { StatementAccount } from "../statement/statement-input.ts";

/** What a statement says in one language. Amounts, days and months come in already written. */
export type StatementWords = {
  readonly title: string;
  readonly colon: string;
  readonly sectionNumber: (index: number) => string;
  readonly amountColumn: (currency: string) => string;
  readonly person: string;
  readonly asOf: string;
  /** In brackets, to stand behind a staff number. */
  readonly leftIn: (month: string) => string;
  readonly sections: Readonly<Record<"balance" | "months" | "decisions" | "entries", string>>;
  readonly balance: {
    readonly toCome: string;
    readonly parts: Readonly<
      Record<
        "assessed" | "deducted" | "scheduled" | "outstanding" | "reversed" | "waived" | "notRecoverable",
        string
      >
    >;
    /** The rule that binds them; that of a leaver with what is not recoverable. */
    readonly equation: string;
    readonly leaverEquation: string;
    readonly notRecoverable: (amount: string) => string;
    readonly empty: string;
  };
  readonly months: {
    readonly month: string;
    readonly cap: string;
    readonly planned: string;
    readonly taken: string;
    readonly room: string;
    readonly state: string;
    readonly closed: string;
    readonly open: string;
    readonly unknown: string;
    readonly bar: string;
    readonly note: string;
    readonly leaverNote: string;
  };
  readonly decisions: {
    readonly decision: string;
    readonly decidedOn: string;
    readonly about: (policy: string, reference: string) => string;
    readonly outstanding: string;
    readonly states: Readonly<Record<StatementAccount["state"], string>>;
    readonly state: string;
    readonly total: string;
  };
  readonly entries: {
    readonly day: string;
    readonly kind: string;
    readonly what: string;
    readonly account: string;
    readonly kinds: Readonly<Record<EntryKind, string>>;
    /** What an entry did, in a line; months are written. */
    readonly says: (entry: {
      readonly kind: EntryKind;
      readonly month: string | undefined;
      readonly from: "outstanding" | "scheduled" | "deducted" | undefined;
      readonly paidBackIn: string | undefined;
    }) => string;
  };
  readonly questions: string;
};
