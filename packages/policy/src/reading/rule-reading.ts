import type { Reference, Scope } from "@evenhand/domain";
import type { ConditionNode } from "./condition-node.ts";
import type { EventPlace } from "./event-place.ts";

/** A rule or a row as both grammars take it. */
export type RuleReading = {
  readonly tree: ConditionNode;
  readonly scope: Scope;
  readonly place: EventPlace;
  readonly references: readonly Reference[];
  readonly referencesPointer: string;
  /** Where the rule or row stands. */
  readonly pointer: string;
  /** Rows say "if", rules say "where". */
  readonly form: "rule" | "row";
  /** What the table of a row asks first, said elsewhere: it tells whom the row is about. */
  readonly context?: ConditionNode;
};

/** More statements than this are read as a list. */
export const MOST_INLINE = 3;
