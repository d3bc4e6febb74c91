import type { Literal, Operator } from "@evenhand/domain";

/** What a test compares with, and where it stands. */
export type Operand =
  | { readonly kind: "unknown"; readonly pointer: string }
  | { readonly kind: "reference"; readonly name: string; readonly pointer: string }
  | { readonly kind: "literal"; readonly value: Literal; readonly pointer: string }
  | { readonly kind: "list"; readonly members: readonly Member[]; readonly pointer: string };

export type Member = { readonly value: Literal; readonly pointer: string };

/** One bound that a fact is held against. */
export type Bound = { readonly operator: Operator; readonly operand: Operand; readonly pointer: string };

/** One statement about one fact: a comparison, or the two of a range that belong together. */
export type Test = {
  readonly fact: string;
  readonly subjectPointer: string;
  /** One bound, or the lower and then the upper one. */
  readonly bounds: readonly [Bound] | readonly [Bound, Bound];
  /** It holds of an unknown fact as well: what "not" makes of a comparison, which an unknown fails either way. */
  readonly orUnknown?: true;
};

/**
 * A condition as it is read: named conditions written out, groups of one unwrapped, ranges and lists drawn together,
 * "not" moved into the statements it denies.
 */
export type ConditionNode = GroupNode | TermNode | TestNode;

export type GroupNode = {
  readonly kind: "all" | "any";
  readonly of: readonly ConditionNode[];
  readonly pointer: string;
};

/** A named condition that the policy has a word for ("major", "batch"): it is read by that word and defined once. */
export type TermNode = {
  readonly kind: "term";
  readonly name: string;
  readonly holds: boolean;
  readonly pointer: string;
};

export type TestNode = { readonly kind: "test"; readonly test: Test; readonly pointer: string };

/** All statements of a tree that stand beside one another at its top: the members of an `all`, or the one there is. */
export function conjuncts(node: ConditionNode): readonly ConditionNode[] {
  return node.kind === "all" ? node.of : [node];
}

/** Whether a statement is made up of several. */
export function isGroup(node: ConditionNode): node is GroupNode {
  return node.kind === "all" || node.kind === "any";
}

/** Every test in a tree, in reading order. */
export function testsOf(node: ConditionNode): readonly Test[] {
  if (node.kind === "test") return [node.test];
  return node.kind === "term" ? [] : node.of.flatMap(testsOf);
}

/** The values that an operand names: its list, or the one there is; nothing where it is unknown or a fact. */
export function membersOf(operand: Operand): readonly Member[] | undefined {
  if (operand.kind === "list") return operand.members;
  return operand.kind === "literal" ? [{ value: operand.value, pointer: operand.pointer }] : undefined;
}
