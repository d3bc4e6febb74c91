import type { Case, LocalizedText } from "@evenhand/domain";
import type { BothDecided, Sides } from "./compare/comparison.ts";

/** A case that was decided once, as it was recorded then. */
export type PastCase = {
  /** What the caller finds it by again; unique within a simulation. */
  readonly id: string;
  readonly case: Case;
  /** The moment of its evaluation, epoch milliseconds. */
  readonly evaluatedAt: number;
  /** The day that decides the version, `YYYY-MM-DD`; null where the case does not state it. */
  readonly appliesOn: string | null;
  /** The day of the decision, `YYYY-MM-DD`: its month is the first that may hold an instalment. */
  readonly decidedOn: string;
};

export type SimulationAsk = Sides & {
  /**
   * Facts by which results are grouped, of the parties (`unit`, `rank`, `site`) or of the case (`complaintKind`). At most
   * `MOST_GROUP_FACTS`, each of `groupableFacts`.
   */
  readonly groups: readonly string[];
  /** Told of every case that both versions decided, with what it comes to under each. */
  readonly onDecided?: (one: PastCase, both: BothDecided) => void;
  /** What sentences call the candidate, such as `{ en: "draft 7", zh: "草案7" }`; default: its version. */
  readonly candidateName?: LocalizedText;
};

/** More facts than this make no overview that anybody reads. */
export const MOST_GROUP_FACTS = 8;
