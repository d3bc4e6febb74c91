import type { LocalizedText } from "@evenhand/domain";
import type { ChangedBy } from "./case-change.ts";
import type { ChangeKind } from "./compare/case-comparison.ts";
import type { RuleHits } from "./compare/rule-tally.ts";
import type { Skipped } from "./compare/skipped-tally.ts";

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

/** Cases by how much more (or less) the candidate charges than the baseline, in minor units; null is open. */
export type HistogramBin = {
  readonly direction: "lower" | "higher";
  readonly aboveMinor: number;
  readonly upToMinor: number | null;
  readonly cases: number;
};

export type GroupFigures = Directions &
  BothTotals & {
    /** Cases for a fact of the case; for one of parties: parties, each once for each of their cases. */
    readonly n: number;
    /** How many different people those are. */
    readonly people: number;
  };

export type GroupValue = {
  /** As the case states it; null where it does not. */
  readonly value: string | null;
  readonly label: LocalizedText;
} & (
  | ({ readonly isWithheld: false } & GroupFigures)
  /**
   * Fewer than 10 people, or fewer than 10 cases: what came of so few tells of persons. Where one group only is so small,
   * or all such together are, the next larger one is withheld too: a total less the others would tell what is not told.
   */
  | { readonly isWithheld: true }
);

export type ToldGroupValue = Extract<GroupValue, { readonly isWithheld: false }>;

export type GroupResult = {
  readonly fact: string;
  readonly label: LocalizedText;
  readonly scope: "case" | "party";
  /** Numbers in their order; others most first, then by value. What is not stated comes last among equals. */
  readonly values: readonly GroupValue[];
  /** How many stand in none of them, since there are more than `MOST_GROUP_VALUES` values. */
  readonly rest: number;
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
  /** The largest decrease first, the largest increase last; bins are `HISTOGRAM_EDGES_MINOR` either way. */
  readonly histogram: readonly HistogramBin[];
  readonly directions: Directions;
  readonly groups: readonly GroupResult[];
  /** Those that stand in other cases than before, or have changed a case; those that changed most cases first. */
  readonly rules: readonly RuleHits[];
  readonly cap: { readonly baseline: CapBearing; readonly candidate: CapBearing };
  /** Most cases first; each reason names the side that could not decide. */
  readonly skipped: readonly Skipped[];
};
