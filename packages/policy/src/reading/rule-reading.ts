import type { Reference, Scope } from "@evenhand/domain";
import { type ConditionNode, isGroup } from "./condition-node.ts";
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

/** The statements of a condition that are to be read as a list, and whether all or any of them must hold. */
export type StatementList = { readonly kind: "all" | "any"; readonly members: readonly ConditionNode[] };

/** More statements than this are read as a list. */
const MOST_INLINE = 3;

/**
 * The statements to list: too many for one breath, or with alternatives among what must hold, which within one
 * sentence could be taken to reach further than they do.
 */
export function statementList(members: readonly ConditionNode[]): StatementList | undefined {
  const [only] = members;
  if (members.length === 1)
    return only?.kind === "any" && isLong(only.of) ? { kind: "any", members: only.of } : undefined;
  return isLong(members) ? { kind: "all", members } : undefined;
}

function isLong(members: readonly ConditionNode[]): boolean {
  return members.length > MOST_INLINE || members.some(isGroup);
}
