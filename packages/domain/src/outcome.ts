import type { ExplanationStep } from "./explanation.ts";
import type { Disposition } from "./policy/event.ts";
import type { LocalizedText } from "./text.ts";

export type Instalment = { readonly month: string; readonly amountMinor: number };

/** What the case means for one party, or for somebody a party names (a head, an instructor, a store). */
export type PartyOutcome = {
  readonly party: string;
  readonly role?: string;
  /** Share of the loss, in millionths. */
  readonly shareMillionths?: number;
  /** Why somebody is free of what would fall on them. */
  readonly exemption?: string;
  readonly fineMinor: number;
  readonly bonusMinor: number;
  /**
   * INVARIANT: fine + bonus = total; for a person, schedule + outstanding = total, save in the record of a decision that
   * supersedes another, which shows the ledger's plan: something may be taken or waived by then.
   */
  readonly totalMinor: number;
  readonly grade: string | null;
  readonly reminder: boolean;
  readonly commendation: boolean;
  readonly schedule: readonly Instalment[];
  readonly outstandingMinor: number;
  readonly suspended: boolean;
  /** What a statutory guard took off for good; not part of the total. */
  readonly notDeductibleMinor?: number;
};

export type Bearer = { readonly bearer: string; readonly amountMinor: number };
export type Deadline = {
  readonly step: string;
  readonly dueOn?: string;
  readonly dueAt?: string;
  /** The count left the window that the calendar covers, so it may still move. */
  readonly provisional: boolean;
};
export type Compensation = { readonly to: string; readonly amountMinor: number; readonly bearer: string };
export type Measure = { readonly kind: string; readonly party?: string; readonly quantity?: string };
/** `message` is `text.en`. */
export type Warning = {
  readonly code: string;
  readonly message: string;
  readonly text: LocalizedText;
  readonly party?: string;
};

export type Outcome = {
  readonly disposition: Disposition;
  /** Why it was referred, refused, left pending, where the rule says. */
  readonly ground?: string;
  readonly category?: string;
  readonly severity?: string;
  readonly caseNumber?: string;
  readonly parties: readonly PartyOutcome[];
  /** INVARIANT: empty, or adds up to the loss exactly. */
  readonly bearers: readonly Bearer[];
  readonly deadlines: readonly Deadline[];
  readonly authority: { readonly level: string | null; readonly excluded: readonly string[] };
  readonly compensation: readonly Compensation[];
  readonly measures: readonly Measure[];
  readonly warnings: readonly Warning[];
};

/**
 * What was counted in of what people owe already: what is kept of them, what the request states, or nothing, since
 * whoever asks may not see ledgers.
 */
export const LEDGERS_COUNTED = ["kept", "given", "none"] as const;
export type LedgerCounted = (typeof LEDGERS_COUNTED)[number];

/** Everything a decision rested on, so that it can be found and computed again: the case, the moment, each document by hash. */
export type EvaluateResponse = {
  readonly policy: { readonly id: string; readonly version: number; readonly hash: string };
  /** The reference of the case. */
  readonly reference: string;
  /** The moment of evaluation, RFC 3339 in the policy's time zone. */
  readonly evaluatedAt: string;
  readonly calendar: { readonly id: string; readonly version: number; readonly hash: string };
  /** The statutory guards in force on the day of the decision, each with the day its period began. */
  readonly guards: readonly {
    readonly jurisdiction: string;
    readonly effectiveFrom: string;
    readonly hash: string;
  }[];
  readonly outcome: Outcome;
  readonly explanation: readonly ExplanationStep[];
  /** What was counted in of what people owe already; a service that keeps ledgers says so, the engine does not know. */
  readonly ledger?: LedgerCounted;
};
