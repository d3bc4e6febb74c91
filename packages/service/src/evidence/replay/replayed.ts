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

/** How far a replay is; it goes on after the decision whose place in the record is `after`. */
export type ReplayPlace = {
  readonly done: number;
  /** As counted when it began. */
  readonly total: number;
  readonly after: number;
};

/** One decision further. */
export type ReplayStep = ReplayPlace & { readonly replayed: ReplayedDecision };

/** Which decisions, and how; without a filter all of them. */
export type ReplayAsked = ReplayFilter & {
  /** Default: both, which must agree. */
  readonly evaluators?: ReplayEvaluators;
  /** Where it goes on, if it was begun before. */
  readonly goesOn?: ReplayPlace;
  /** Lets others have their turn; called after every few decisions. */
  readonly pause?: () => Promise<void>;
};
