import type { LedgerBefore, PartyKind } from "@evenhand/domain";
import type { ApprovalChange, Cause, ChangeKind } from "./compare/case-comparison.ts";

/**
 * Why a case comes out otherwise. `rule`: the candidate differs also when it decides upon exactly what the baseline decided
 * upon; `earlier-month`: only since an earlier case came out otherwise, whose instalments or findings it decides upon.
 */
export const CHANGED_BY = ["rule", "earlier-month"] as const;
export type ChangedBy = (typeof CHANGED_BY)[number];

/** One party of a case that comes out otherwise. Amounts in minor units. */
export type PartyChange = {
  readonly party: string;
  readonly kind: PartyKind;
  readonly baselineMinor: number;
  readonly candidateMinor: number;
  /** Ids of `OutcomeClass`. */
  readonly from: string;
  readonly to: string;
};

/**
 * A case that comes out otherwise under the candidate, for the caller to keep: a simulation keeps none. With the case and
 * `sides` it can be decided again in full, see `decideSides`.
 */
export type CaseChange = {
  readonly id: string;
  readonly decidedOn: string;
  readonly appliesOn: string | null;
  readonly by: ChangedBy;
  /** At least one, in the order of `CHANGE_KINDS`. */
  readonly kinds: readonly ChangeKind[];
  /**
   * The rules that stand in one and not in the other, those that stand in both and have something else follow, and in
   * place of a rule that reads another figure that figure. Empty where only what was decided before differs.
   */
  readonly causes: readonly Cause[];
  /** Over everybody in the case, minor units. */
  readonly baselineMinor: number;
  readonly candidateMinor: number;
  readonly approval: ApprovalChange | null;
  /** Those whose own outcome differs, or the class of it, in the order of the outcome. */
  readonly parties: readonly PartyChange[];
  /** By fact of `SimulationAsk.groups`: the values that stand in this case (`null`: not stated), for filters. */
  readonly groups: Readonly<Record<string, readonly (string | null)[]>>;
  /** What each side decided upon: its own instalments and findings so far. */
  readonly sides: { readonly baseline: LedgerBefore; readonly candidate: LedgerBefore };
};
