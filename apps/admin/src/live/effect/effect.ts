import type { ChangeKind, RuleHits, Skipped } from "@evenhand/analysis";
import type { LocalizedText } from "@evenhand/domain";
import type { RecentCases } from "@evenhand/service";

/** What a draft is held against: the version that it began from, as the JSON text of its document, and cases. */
export type Past = {
  readonly baseVersion: number;
  readonly baseText: string;
  readonly sample: RecentCases;
};

/** A case that comes out otherwise under the draft. Amounts in minor units, over everybody in the case. */
export type CaseChange = {
  readonly id: string;
  /** The day that decides the version, `YYYY-MM-DD`. */
  readonly appliesOn: string | null;
  readonly beforeMinor: number;
  readonly afterMinor: number;
  readonly kinds: readonly ChangeKind[];
  /** What brings it about: rules that stand in one only or say something else, and the figure of the cap. */
  readonly causes: readonly LocalizedText[];
};

/** What a draft does to the cases of a sample, against the version that it began from. */
export type Effect = {
  readonly baseVersion: number;
  /** When the sample was taken, RFC 3339. */
  readonly takenAt: string;
  /** How many cases are in the sample; of them `compared` could be decided under both. */
  readonly cases: number;
  readonly compared: number;
  readonly changed: number;
  /** Of those that changed, in how many more or less is to be paid. */
  readonly higher: number;
  readonly lower: number;
  /** In how many somebody else has to approve. */
  readonly otherApproval: number;
  readonly beforeMinor: number;
  readonly afterMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Every rule that stands somewhere, before or after. A row of a table is `<table>#<row>`. */
  readonly rules: readonly RuleHits[];
  /** Cases that could not be decided under one of the two, and why. */
  readonly skipped: readonly Skipped[];
  /** Those that changed most, in amount, first; no more than `MOST_LISTED`. */
  readonly changes: readonly CaseChange[];
  /** Whether either asks what is on record against somebody, which a sample does not tell: it counts as nothing. */
  readonly isWithoutRecord: boolean;
  /** From the edit to the last case, in milliseconds. */
  readonly tookMs: number;
};

/** More is no list that anybody reads. */
export const MOST_LISTED = 200;
