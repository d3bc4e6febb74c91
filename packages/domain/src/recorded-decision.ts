import type { DecisionRecord } from "./decision-record.ts";
import type { Disposition } from "./policy/event.ts";

/** Whether a decision counts, or another has taken its place. */
export type DecisionStatus = "in-force" | "superseded";

/** An appeal as it is told with the decision that it is about. */
export type AppealSummary = {
  readonly id: string;
  readonly decision: string;
  readonly party: string;
  readonly state: "open" | "upheld" | "reduced" | "overturned" | "withdrawn";
  /** RFC 3339, UTC. */
  readonly filedAt: string;
  readonly statement: string;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  /** The decision that answers it, where it changed anything. */
  readonly supersededBy: string | null;
};

/** A recorded decision with everything that it rested on. */
export type RecordedDecision = {
  readonly id: string;
  readonly reference: string;
  /** RFC 3339, UTC. */
  readonly recordedAt: string;
  /** `superseded` once another decision has taken its place. */
  readonly status: DecisionStatus;
  readonly supersededBy: string | null;
  /**
   * The last day on which those may appeal whose figures the decision changed, `YYYY-MM-DD`; in one's own view the day for
   * oneself, which runs from the decision that last changed one's own figures.
   */
  readonly appealUntil: string;
  readonly appeals: readonly AppealSummary[];
  readonly record: DecisionRecord;
};

/** A line of a list of decisions. Amounts in minor units of `currency`. */
export type DecisionSummary = {
  readonly id: string;
  readonly policy: { readonly id: string; readonly version: number; readonly hash: string };
  readonly reference: string;
  readonly disposition: Disposition;
  readonly category: string | null;
  readonly decidedOn: string;
  readonly recordedAt: string;
  readonly currency: string;
  readonly totalMinor: number;
  readonly isDeparture: boolean;
  readonly status: DecisionStatus;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly parties: readonly {
    readonly party: string;
    readonly kind: string;
    readonly role: string | null;
    readonly grade: string | null;
    readonly totalMinor: number;
  }[];
};
