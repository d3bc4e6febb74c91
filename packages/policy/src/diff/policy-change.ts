import type { LocalizedText } from "@evenhand/domain";

export type ChangeSubject =
  | "header"
  | "gate"
  | "fact"
  | "derived-fact"
  | "parameter"
  | "condition"
  | "table"
  | "row"
  | "rule"
  | "word"
  | "note"
  | "example";

/**
 * One difference between two versions of a policy, in the policy's own terms: things are matched by their ids, so what
 * only changed its place is one `moved` change and what stands around it is none.
 */
export type PolicyChange = {
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly subject: ChangeSubject;
  /** The id of what changed: a rule's, a fact's name, `<table>#<row>`, a gate's `gate:<kind>`, a field of the header, the place of a note. */
  readonly id: string;
  /** Which part of it: `value`, `label`, `event.amount`, `when.lossAmount`, `values.late-delivery`. */
  readonly field?: string;
  /** JSON pointers into both documents; absent on the side where there is nothing. */
  readonly at: { readonly before?: string; readonly after?: string };
  /** What stood and stands there; of what moved its place in the list, counted from 1. */
  readonly before?: unknown;
  readonly after?: unknown;
  /**
   * What reads it, directly or through named conditions and derived facts, and so may decide differently: ids of rules,
   * `<table>#<row>`, tables, gates as `gate:<kind>`, facts that it bounds, `cap` and `conflict`. In document order.
   */
  readonly reaches: readonly string[];
  /** The change as a sentence, without a full stop. */
  readonly text: LocalizedText;
  /** The same in parts, of what changed from one value to another: a row of a table of changes. */
  readonly said?: SaidChange;
};

/** What changed, what stood there and what stands there, as people read it. Absent on the side where there is nothing. */
export type SaidChange = {
  readonly what: LocalizedText;
  readonly before?: LocalizedText;
  readonly after?: LocalizedText;
};
