import type { MissingDocument, Replay, ReplayEvaluators } from "@evenhand/evidence";
import type { ReplayFilter } from "@evenhand/store";

/** What is needed to decide again and is not there: a document, or the record of the decision itself. */
export type Missing = MissingDocument | { readonly kind: "record"; readonly id: string };

/** What came of deciding one recorded decision again. */
export type ReplayedDecision = Omit<Replay, "missing"> & {
  readonly decision: string;
  readonly reference: string;
  readonly policy: { readonly id: string; readonly version: number };
  /** RFC 3339, in UTC. */
  readonly recordedAt: string;
  readonly missing: readonly Missing[];
};

/** One decision further; `total` was counted when the replay began. */
export type ReplayStep = {
  readonly done: number;
  readonly total: number;
  readonly replayed: ReplayedDecision;
};

/** Which decisions, and how; without a filter all of them. */
export type ReplayAsked = ReplayFilter & {
  /** Default: both, which must agree. */
  readonly evaluators?: ReplayEvaluators;
  /** Lets others have their turn; called after every few decisions. */
  readonly pause?: () => Promise<void>;
};
