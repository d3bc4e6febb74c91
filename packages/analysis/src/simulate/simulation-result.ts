import type { LocalizedText } from "@evenhand/domain";
import type { ChangedBy } from "./case-change.ts";
import type { ChangeKind } from "./compare/case-comparison.ts";

/** A version by what identifies it. */
export type VersionIdentity = { readonly policy: string; readonly version: number; readonly hash: string };

/** How many came out higher, the same and lower in amount. */
export type Directions = { readonly lower: number; readonly same: number; readonly higher: number };

/** What both sides come to, minor units. */
export type BothTotals = { readonly baselineMinor: number; readonly candidateMinor: number };

/**
 * What is decided of somebody, for transitions: nothing, a reminder, a deduction without a grade, each grade, or the
 * disposition of a case that was not upheld. See docs/reference/simulation.md.
 */
export type OutcomeClass = { readonly id: string; readonly label: LocalizedText };

export type Transition = {
  /** Ids of `SimulationResult.classes`. */
  readonly from: string;
  readonly to: string;
  /** How many parties, each once for each of their cases. */
  readonly parties: number;
};

/** Cases by what the candidate charges more (or less) than the baseline: above `fromMinor`, up to `toMinor`; null is open. */
export type HistogramBin = {
  readonly fromMinor: number | null;
  readonly toMinor: number | null;
  readonly cases: number;
};

export type GroupValue = Directions &
  BothTotals & {
    /** As the case states it; null where it does not. */
    readonly value: string | null;
    readonly label: LocalizedText;
    /** Cases for a fact of the case; for one of parties: parties, each once for each of their cases. */
    readonly n: number;
    /** How many different people those are. */
    readonly people: number;
    /** Fewer than 10 people, or fewer than 10 cases: to be shown as `n < 10`, never as a rate. */
    readonly isSmall: boolean;
  };

export type GroupResult = {
  readonly fact: string;
  readonly label: LocalizedText;
  readonly scope: "case" | "party";
  /** Most first, then by value. */
  readonly values: readonly GroupValue[];
  /** How many stand in none of them, since there are more than `MOST_GROUP_VALUES` values. */
  readonly rest: number;
};

/** In how many cases a rule stands, where that differs or it has changed a case. A row of a table is `<table>#<row>`. */
export type RuleChange = {
  readonly rule: string;
  readonly label: LocalizedText;
  readonly baseline: number;
  readonly candidate: number;
  /** In how many cases it stands under the candidate only, and under the baseline only. */
  readonly gained: number;
  readonly lost: number;
  /** In how many cases that come out otherwise by the rules it is among the causes. */
  readonly changedCases: number;
};

/** How the monthly cap, the guards' limits included, bears on what one side charges. */
export type CapBearing = {
  /** Charges of persons that were planned: one for each person and case. */
  readonly charges: number;
  /** Of those, charges of which something had to wait, since the month of the decision had no room for all of it. */
  readonly carried: number;
  /** What waited in all, minor units. */
  readonly carriedMinor: number;
  /** What found no month at all, minor units. */
  readonly outstandingMinor: number;
};

/** What is planned in one payroll month over everybody, where both sides do not agree for everybody. */
export type MonthDifference = BothTotals & {
  readonly month: string;
  readonly peopleHigher: number;
  readonly peopleLower: number;
};

export type SkippedSide = "baseline" | "candidate" | "both";

/** Cases that are in no figure, and why. */
export type SkippedCases = {
  /** Which of the two could not decide them. */
  readonly side: SkippedSide;
  /** A code of `REFUSAL_CODES`, `record-forgotten`, or `other`. */
  readonly code: string;
  readonly reason: LocalizedText;
  readonly cases: number;
  /** The first of them, at most 5. */
  readonly examples: readonly string[];
};

/**
 * What a candidate does to past cases, as far as they were taken. JSON; the same cases give the same bytes
 * (`canonicalJson`), wherever the simulation was interrupted. Amounts in minor units of `currency`.
 */
export type SimulationResult = {
  readonly format: 1;
  readonly baseline: VersionIdentity;
  readonly candidate: VersionIdentity;
  readonly currency: string;
  /** Days of the first and the last case taken; null where none was. */
  readonly window: { readonly from: string; readonly to: string } | null;
  /** The finding in one or two sentences, with its limit where it has one: no cases, the same version, nothing decided. */
  readonly headline: LocalizedText;
  /** What to bear in mind when reading the figures, each a sentence. */
  readonly limits: readonly LocalizedText[];
  readonly counts: {
    readonly taken: number;
    /** Decided by both: `taken − skipped`. */
    readonly evaluated: number;
    readonly skipped: number;
    readonly changed: number;
    readonly higher: number;
    readonly lower: number;
    /** In how many a higher level has to approve, and in how many another one does. */
    readonly higherApproval: number;
    readonly otherApproval: number;
    readonly by: Readonly<Record<ChangedBy, number>>;
    readonly kinds: Readonly<Record<ChangeKind, number>>;
  };
  readonly amounts: BothTotals & {
    readonly netMinor: number;
    /** Sum of the absolute differences, party by party: what two approvers are asked by. */
    readonly movedMinor: number;
  };
  /** Persons, each once: in any case; with any change; over all cases more, or less, to pay. */
  readonly people: {
    readonly concerned: number;
    readonly affected: number;
    readonly higher: number;
    readonly lower: number;
  };
  /** In order. */
  readonly months: readonly MonthDifference[];
  /** Those that occur, mildest first. */
  readonly classes: readonly OutcomeClass[];
  readonly transitions: readonly Transition[];
  /** Lowest first; those in which nothing is more or less are in `Directions` only. */
  readonly histogram: readonly HistogramBin[];
  readonly directions: Directions;
  readonly groups: readonly GroupResult[];
  /** Those that changed most cases first. */
  readonly rules: readonly RuleChange[];
  readonly cap: { readonly baseline: CapBearing; readonly candidate: CapBearing };
  /** Most cases first. */
  readonly skipped: readonly SkippedCases[];
};
