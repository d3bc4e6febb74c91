import type { HeldSame, PartSource, Review } from "@evenhand/analysis";
import type { InForceFilter } from "@evenhand/store";
import type { ScopeFilter } from "../cases/scope.ts";
import type { RunName } from "../jobs/runs.ts";
import type { DraftIdentity, VersionIdentity } from "../policies/version-or-draft.ts";
import type { DraftFairness } from "./draft-fairness.ts";

/** Looks at the fairness of recorded decisions are runs of this name. */
export const FAIRNESS: RunName = {
  kind: "fairness",
  label: { en: "fairness review", zh: "公平性分析" },
};

/** With a draft every decision is gone through again, decided anew. */
export const TIMES_WITH_DRAFT = 2;

/** The draft that decisions are held against, and the version in force that it would take the place of. */
export type FairnessDraft = DraftIdentity & { readonly baseline: VersionIdentity };

/** What was asked, as it is told. */
export type FairnessAsked = {
  readonly policy: string;
  /** Days of the decision, both included. */
  readonly from?: string;
  readonly until?: string;
  readonly scope: readonly ScopeFilter[];
  /** Kinds of case as they were decided; all where none is named. */
  readonly categories: readonly string[];
  /** Facts by which people are told apart. */
  readonly groups: readonly string[];
  /** For some of them the value whose people the others stand beside; of the rest that is all others. */
  readonly reference: readonly { readonly fact: string; readonly value: string }[];
  readonly same: HeldSame;
  /** Two facts to look at at once: rows and columns. */
  readonly cross: readonly [rows: string, columns: string] | null;
  readonly rank: { readonly fact: string; readonly order: readonly string[] } | null;
  readonly parts: readonly PartSource[];
  readonly payFacts: readonly string[];
  /** The case fact that says when a step was done. */
  readonly steps: readonly { readonly step: string; readonly fact: string }[];
  readonly unitFact: string | null;
  readonly draft: FairnessDraft | null;
};

/**
 * The same as it is stored: with the last decision that there was, so that what is begun to be recorded afterwards changes
 * nothing. On PostgreSQL numbers are given before a commit: a decision with a smaller one that was being recorded in that
 * moment is counted where it commits before its place is come to.
 */
export type FairnessPayload = FairnessAsked & { readonly through: number };

/** Which decisions are looked at. */
export function filterOf({ policy, through, from, until }: FairnessPayload): InForceFilter {
  return {
    policyId: policy,
    through,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

/** What came of it, as it is stored. The same decisions, ask and program give the same bytes. */
export type FairnessKept = {
  readonly review: Review;
  /** Which decisions it went through: how many, and a hash over the leaves of all of them in their order. */
  readonly decisionSet: { readonly decisions: number; readonly hash: string };
  /** The same cases under the version in force and under a draft; null where no draft was named. */
  readonly draft: DraftFairness | null;
};
