/** Which of the people that a review counted; what is left out is not asked for. */
export type FairnessCasesAsked = {
  /** A fact of the groups or of the cross, and the value that is stated of them. */
  readonly group?: string;
  readonly value?: string;
  /** A second one, so that a cell of two facts can be opened. */
  readonly and?: string;
  readonly andValue?: string;
  readonly category?: string;
  /** The pseudonym of whoever recorded the decision. */
  readonly decider?: string;
  readonly penalised?: "yes" | "no";
  readonly cursor?: number;
  readonly limit?: number;
};

/** Somebody in an upheld case, as a review counted them: one dot. People stand under their pseudonyms. */
export type FairnessCase = {
  /** Its place among all of them, from 1. */
  readonly position: number;
  /** The decision. */
  readonly decision: string;
  readonly reference: string;
  readonly decidedOn: string;
  readonly version: number;
  readonly party: string;
  readonly category: string | null;
  readonly lossMinor: number | null;
  readonly currency: string;
  readonly proposedMinor: number;
  readonly totalMinor: number;
  readonly fineMinor: number;
  readonly bonusMinor: number;
  readonly grade: string | null;
  readonly isPenalised: boolean;
  /** Whether other figures were decided for them than the rules proposed. */
  readonly isDeparture: boolean;
  readonly decider: string | null;
  /** By fact: what the case states of them; null where it states nothing. */
  readonly groups: Readonly<Record<string, string | null>>;
};

export type FairnessCasePage = { readonly cases: readonly FairnessCase[]; readonly next: string | null };
