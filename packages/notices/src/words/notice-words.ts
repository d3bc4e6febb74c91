import type { Disposition, PartyKind } from "@evenhand/domain";
import type { LevelKind } from "@evenhand/policy";

/** What a notice says in one language. Amounts, days and labels come in already written. */
export type NoticeWords = {
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  readonly list: (members: readonly string[]) => string;
  /** Sentences one after another. */
  readonly sentences: (sentences: readonly string[]) => string;
  readonly erasedText: string;
  /** The number before a section's heading: “一、”, "1". */
  readonly sectionNumber: (index: number) => string;
  /** Between a label and its value. */
  readonly colon: string;
  readonly amountColumn: (currency: string) => string;

  readonly head: {
    readonly number: string;
    readonly decidedOn: string;
    readonly to: string;
    readonly unit: string;
    readonly reference: string;
    readonly policy: string;
    readonly policyTitle: (policy: {
      readonly title: string;
      readonly version: number;
      readonly from: string;
    }) => string;
    /** Of a decision in whose place another stands: the one in force. */
    readonly superseded: (inForce: string) => string;
    readonly supersedes: (decision: string) => string;
    /** The same for whoever nothing changes for. */
    readonly unchanged: (decision: string) => string;
    readonly answersObjection: string;
  };

  readonly sections: Readonly<
    Record<
      "result" | "facts" | "clauses" | "reckoning" | "months" | "duties" | "decision" | "objection" | "check",
      string
    >
  >;

  readonly result: {
    readonly total: string;
    readonly nothing: string;
    /** Where a grade, a reminder or a commendation is all that was decided. */
    readonly gradeAlone: (grade: string) => string;
    readonly reminderAlone: string;
    readonly commendationAlone: string;
    readonly conclusion: string;
    readonly dispositions: Readonly<Record<Disposition, string>>;
    readonly because: (conclusion: string, ground: string) => string;
    readonly category: string;
    readonly severity: string;
    readonly caseNumber: string;
    readonly role: string;
    readonly share: string;
    /** `amount` is what is borne of it in the end: not the whole of the share where a departure or a guard left less. */
    readonly shareOf: (share: {
      readonly percentage: string;
      readonly noun: string;
      readonly amount: string | undefined;
      readonly isWhole: boolean;
    }) => string;
    readonly exemption: string;
    readonly fine: string;
    readonly ofWhichFine: (fine: string, rest: string) => string;
    readonly grade: string;
    readonly gradeGiven: (grade: string) => string;
    readonly reminder: string;
    readonly reminderGiven: string;
    readonly commendation: string;
    readonly commendationGiven: string;
    readonly collection: string;
    /** How it is taken, in a line. */
    readonly collected: (how: Collection) => string;
    readonly notDeductible: string;
    readonly byLaw: (amount: string) => string;
  };

  readonly clauses: {
    readonly clause: string;
    readonly says: string;
    readonly because: (reasons: readonly string[]) => string;
    readonly rule: string;
  };

  readonly ownPart: (noun: string, kind: PartyKind) => string;
  readonly reckoning: {
    readonly item: string;
    readonly formula: string;
    readonly inAll: string;
    readonly proposed: string;
    readonly decided: string;
    readonly limits: string;
  };

  readonly months: {
    readonly month: string;
    readonly each: string;
    readonly count: string;
    readonly before: string;
    /** What other decisions hold in a month. */
    readonly others: string;
    readonly limit: string;
    readonly subtotal: string;
    readonly left: string;
    readonly span: (from: string, to: string) => string;
    readonly sum: string;
    readonly outstanding: (amount: string, isAll: boolean) => string;
    readonly suspended: string;
    /** Of a decision in whose place another stands: the one in force. */
    readonly superseded: (inForce: string) => string;
    /** The whole of it, while the party's own appeal is open. */
    readonly appealed: (amount: string) => string;
    readonly reversed: (amount: string) => string;
    readonly givenBack: (back: {
      readonly amount: string;
      readonly month: string;
      readonly why: "bonus" | "decision";
      readonly isDone: boolean;
    }) => string;
    readonly restated: (month: string, limit: string) => string;
    /** That the table holds other limits than the decision reckoned with. */
    readonly limitChanged: string;
    /** What payroll does where a month's real bonus is lower than planned for. */
    readonly realBonus: string;
  };

  /** What has become of the parts of what was charged. */
  readonly account: Readonly<
    Record<
      "taken" | "waived" | "planned" | "rest" | "suspended" | "notRecoverable",
      (amount: string) => string
    >
  > & {
    readonly whole: (charged: string, parts: readonly string[]) => string;
    readonly allTaken: string;
    /** The planned part with how it is taken. */
    readonly plannedAs: (amount: string, how: string) => string;
  };

  readonly duties: {
    readonly named: (duty: string, quantity: string | undefined) => string;
    /** What the party itself has to do; `due` says until when, where that is set. */
    readonly own: (kind: PartyKind, due: string | undefined) => string;
    readonly due: (due: {
      readonly when: string;
      readonly isDay: boolean;
      readonly provisional: boolean;
      readonly citation: string;
    }) => string;
  };

  readonly decision: {
    readonly decidedBy: string;
    readonly decidedOn: string;
    readonly decidedAndRecorded: (day: string, recordedAt: string) => string;
    readonly level: Readonly<Record<LevelKind, string>>;
    readonly system: string;
    readonly safeguards: string;
    readonly departure: string;
    readonly asProposed: string;
    readonly changes: {
      readonly fine: (from: string, to: string) => string;
      readonly bonus: (from: string, to: string) => string;
      readonly grade: (from: string | undefined, to: string | undefined) => string;
    };
    readonly reason: string;
  };

  readonly objection: {
    readonly until: (day: string) => string;
    readonly how: (to: string | undefined, decision: string) => string;
    /** What it does to what is still to be taken, where something is. */
    readonly effect: string;
    readonly harmless: string;
    readonly over: string;
    /** The party's own appeal, while it is open. */
    readonly open: (filedOn: string) => string;
    readonly meanwhile: (taken: string | undefined) => string;
    readonly decided: Readonly<
      Record<
        "upheld" | "reduced" | "overturned" | "withdrawn",
        (days: { readonly filedOn: string; readonly decidedOn: string }) => string
      >
    >;
    /** After an appeal was decided. */
    readonly once: string;
    /** Of a decision in whose place another stands: the one in force. */
    readonly superseded: (inForce: string) => string;
  };

  readonly check: {
    readonly decision: string;
    readonly policy: string;
    readonly calendar: string;
    readonly guard: (jurisdiction: string) => string;
    readonly compiled: string;
    readonly reference: string;
    readonly fingerprint: (hash: string) => string;
    readonly how: string;
  };

  readonly signatures: {
    readonly decider: string;
    readonly recipient: Readonly<Record<PartyKind, string>>;
    readonly day: string;
    readonly note: string;
    /** Where no objection is possible any more. */
    readonly noteAlone: string;
  };
};

export type Collection =
  | { readonly kind: "budget" | "external" | "nothing-planned" }
  | { readonly kind: "months"; readonly count: number; readonly from: string; readonly to: string };
