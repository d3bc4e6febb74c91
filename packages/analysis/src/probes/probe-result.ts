import type { EvaluateRequest, FactValue, Instalment, LocalizedText, Weight } from "@evenhand/domain";
import type { OnRecord } from "./trial.ts";

/**
 * What a probe can find.
 * - `worse-costs-less`: more of a fact that weighs as worse, and somebody is charged less
 * - `milder-costs-more`: more of a fact that weighs as milder, and somebody is charged more
 * - `graver-grade-costs-less`: one fact differs, the grade is graver, and somebody is charged less
 * - `undeclared-step`: one least unit more of a fact moves a charge, and no table row or grade declares by how much
 * - `above-cap`: more is planned in a month than the cap leaves
 * - `protected-fact-read`: a rule, table, derived fact or gate reads a protected fact
 * - `protected-fact-decides`: only a protected fact differs, and the outcome is another
 */
export const PROBE_FINDING_KINDS = [
  "worse-costs-less",
  "milder-costs-more",
  "graver-grade-costs-less",
  "undeclared-step",
  "above-cap",
  "protected-fact-read",
  "protected-fact-decides",
] as const;
export type ProbeFindingKind = (typeof PROBE_FINDING_KINDS)[number];

/** One of two cases side by side, with what it comes to for the person that a finding is about. */
export type ProbeCase = {
  readonly request: EvaluateRequest;
  /** RFC 3339, in the policy's time zone. */
  readonly evaluatedAt: string;
  readonly onRecord: readonly OnRecord[];
  readonly disposition: string;
  /** What the person is charged, assessed; minor units. */
  readonly chargeMinor: number;
  readonly grade: string | null;
  readonly schedule: readonly Instalment[];
  /** The rules that fired on the case or the person, with what each charges them; minor units. */
  readonly rules: readonly { readonly rule: string; readonly amountMinor: number }[];
};

/** The one fact that two cases differ in; a value that is not stated is `null`. */
export type ProbeDifference = {
  readonly fact: string;
  /** Left out of a fact of the case. */
  readonly party?: string;
  readonly before: FactValue;
  readonly after: FactValue;
};

export type ProbeFinding = {
  readonly kind: ProbeFindingKind;
  /** Whom it concerns; left out where it concerns the policy and no person. */
  readonly party?: string;
  readonly difference?: ProbeDifference;
  /** The rules that made the difference, or that read what they must not; rows of tables as `<table>#<row>`. */
  readonly rules: readonly string[];
  /** By how much the charge goes the wrong way, jumps, or passes the cap; minor units. 0 where no amount is concerned. */
  readonly byMinor: number;
  /** Side by side, the lesser first; of a cap, the cases in the order in which they are decided. */
  readonly cases: readonly ProbeCase[];
  /** How often it was found while looking; one of them is shown, shrunk to what it needs. */
  readonly times: number;
  readonly message: LocalizedText;
};

/** Something that is told and is no finding. */
export type ProbeRemark = Omit<ProbeFinding, "kind">;

/** What was looked at, so that “nothing found” says how much was asked. */
export type ProbesAsked = {
  readonly givenCases: number;
  /** Given cases that this version refuses. */
  readonly refusedCases: number;
  readonly builtCases: number;
  /** Different numbers that rules compare with, as values of stated facts; lists, sets and yes or no are probed whole. */
  readonly boundaries: number;
  readonly evaluations: number;
  /** Evaluations that were refused, because a bound or another fact does not allow the value. */
  readonly refusals: number;
  /** Pairs in which one case has more of a fact that weighs. */
  readonly orderedPairs: number;
  /** Pairs in which one fact differs and so does the grade. */
  readonly gradedPairs: number;
  /** Pairs that are one least unit of a fact apart, at a boundary. */
  readonly unitPairs: number;
  /** Pairs of which one is not decided here (referred, pending, refused), so that its charge says nothing. */
  readonly undecidedPairs: number;
  /** Rules of intake, attribution and penalty that fired in no case: of what they do, nothing was looked at. */
  readonly rulesNotReached: readonly string[];
  readonly chains: number;
  readonly chainedCases: number;
  /** Pairs that differ in a protected fact only. */
  readonly flips: number;
  /** A limit was reached before everything was looked at. */
  readonly isCut: boolean;
};

/** What probing a version found. The same version, cases, seed and limits give the same result, byte for byte. */
export type ProbeResult = {
  readonly policy: { readonly id: string; readonly version: number; readonly hash: string };
  readonly seed: number;
  readonly asked: ProbesAsked;
  /** Which facts weigh, declared or by default. */
  readonly weights: Readonly<Record<string, Weight>>;
  /** Grades of discipline, mildest first. */
  readonly grades: readonly string[];
  /** What was taken as protected: declared, and named by whoever asked. */
  readonly protectedFacts: readonly string[];
  /** By kind, then by how much, most first. */
  readonly findings: readonly ProbeFinding[];
  /** Steps that rows of tables and conversions of grades declare, largest first. */
  readonly declaredSteps: readonly ProbeRemark[];
  /** Where one minor unit goes to somebody else, because a loss is divided to the last unit by the largest remainder. */
  readonly remainders: readonly ProbeRemark[];
};
