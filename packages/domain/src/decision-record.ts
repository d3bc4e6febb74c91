import type { Case, ScheduledDeduction } from "./case.ts";
import type { ExplanationStep } from "./explanation.ts";
import type { GateKind } from "./gate.ts";
import type { Balance, DeductionTerms, LedgerEntry } from "./ledger.ts";
import type { EvaluateResponse, Outcome } from "./outcome.ts";
import type { LocalizedText } from "./text.ts";

/** An earlier finding against a person: `code` is a rule that stood against them, `occurredOn` the day it applied to. */
export type Finding = { readonly party: string; readonly code: string; readonly occurredOn: string };

/** What the ledger held when a decision was computed: everything that its outcome rests on besides case and rules. */
export type LedgerBefore = {
  /** Planned or taken already, by person and month. */
  readonly scheduled: readonly ScheduledDeduction[];
  /** The last payroll month that is closed; null before the first. */
  readonly closedThrough: string | null;
  readonly findings: readonly Finding[];
};

/** How a person's account of this decision stands once it is recorded. */
export type LedgerAfter = {
  readonly person: string;
  readonly balance: Balance;
  readonly schedule: readonly { readonly month: string; readonly amountMinor: number }[];
};

/** Figures that a named person decided instead of the proposed ones. What is left out stays as proposed. */
export type Departure = {
  readonly party: string;
  readonly fineMinor?: number;
  readonly bonusMinor?: number;
  readonly grade?: string | null;
};

/**
 * Everything that a recorded decision rested on and said, so that it can be computed again. People stand in it under
 * their pseudonyms and free text under commitments, so that erasing somebody leaves it, and every proof over it, as it is.
 *
 * INVARIANT: in canonical JSON `"format":1` and then `gates` follow `explanation`, by which the store cuts explanations out
 * of records. A member whose name comes in between, or another format, has to be told there too.
 */
export type DecisionRecord = {
  readonly format: 1;
  readonly id: string;
  readonly policy: EvaluateResponse["policy"];
  readonly calendar: EvaluateResponse["calendar"];
  readonly guards: EvaluateResponse["guards"];
  /** The moment of evaluation, RFC 3339 in the policy's time zone. */
  readonly evaluatedAt: string;
  /**
   * The day of the decision, `YYYY-MM-DD`: as the case states it, else the local day of its evaluation. Where the same case
   * was decided again, for an appeal or to take a decision back, the local day on which that was recorded.
   */
  readonly decidedOn: string;
  /** Which row of cases this is, and the case itself as it was decided. */
  readonly caseId: string;
  readonly case: Case;
  /** Whether the version was named by whoever asked. */
  readonly versionNamed: boolean;
  readonly evaluators: {
    readonly compiled: string;
    readonly reference: string;
    readonly agreed: true;
  };
  readonly ledger: {
    readonly before: LedgerBefore;
    readonly after: readonly LedgerAfter[];
    readonly entries: readonly (LedgerEntry & { readonly person: string })[];
  };
  /** What the rules gave. */
  readonly proposal: Outcome;
  /**
   * What was decided: the proposal, or what a named person made of it. Of a decision that supersedes another the schedules
   * are what the ledger then holds.
   */
  readonly outcome: Outcome;
  readonly departures: readonly Departure[];
  readonly explanation: readonly ExplanationStep[];
  readonly terms: readonly (DeductionTerms & { readonly person: string })[];
  readonly gates: readonly { readonly kind: GateKind; readonly label: LocalizedText; readonly met: true }[];
  /** Why it was decided so, in the decider's words; a commitment. */
  readonly reason?: string;
  readonly supersedes?: string;
  /** The appeal that it answers. */
  readonly appeal?: string;
};

export const VERDICTS = ["identical", "different", "cannot"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What can have moved between a decision and its replay. */
export const REPLAY_CAUSES = [
  "policy-content",
  "parameter",
  "calendar",
  "guard",
  "engine",
  "ledger",
  "fact",
  "record",
] as const;
export type ReplayCause = (typeof REPLAY_CAUSES)[number];
