import type { Disparities, GapChange } from "@evenhand/analysis";
import type { LocalizedText } from "@evenhand/domain";
import type { FairnessDraft } from "./fairness-job.ts";

/** The same cases decided by rules alone: by the version in force, and by a draft. */
export type DraftFairness = FairnessDraft & {
  readonly counts: { readonly cases: number; readonly compared: number; readonly skipped: number };
  /** Why cases are in no figure, the most frequent reason first. */
  readonly skipped: readonly { readonly reason: LocalizedText; readonly cases: number }[];
  readonly before: Disparities;
  readonly after: Disparities;
  readonly gaps: readonly GapChange[];
  readonly headline: LocalizedText;
  readonly limits: readonly LocalizedText[];
};
