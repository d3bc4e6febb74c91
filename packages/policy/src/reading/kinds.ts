import type { PartyKind } from "@evenhand/domain";
import { type ConditionNode, conjuncts } from "./condition-node.ts";

/** A condition on the kind of party, where a rule names the kinds it is for. */
export type KindCondition = {
  readonly node: ConditionNode;
  readonly kinds: readonly PartyKind[];
  readonly pointer: string;
};

/** The kinds of party a rule is for, where one of its statements says so plainly. */
export function kindConditionOf(tree: ConditionNode): KindCondition | undefined {
  for (const node of conjuncts(tree)) {
    if (node.kind !== "test" || node.test.fact !== "partyKind") continue;
    const [{ operator, operand }] = node.test.bounds;
    if (operator === "equal" && operand.kind === "literal")
      return { node, kinds: [operand.value as PartyKind], pointer: operand.pointer };
    if (operator === "in" && operand.kind === "list") {
      return {
        node,
        kinds: operand.members.map(({ value }) => value as PartyKind),
        pointer: operand.pointer,
      };
    }
  }
  return undefined;
}

/** @example kindsOf(tree) // ["person"] */
export function kindsOf(tree: ConditionNode): readonly PartyKind[] | undefined {
  return kindConditionOf(tree)?.kinds;
}
