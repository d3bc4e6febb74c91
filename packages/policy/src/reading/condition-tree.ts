import {
  type Cell,
  type Comparison,
  type Condition,
  type DecisionTable,
  type FactReference,
  type Operator,
  type PartyTest,
  type Policy,
  type TableRow,
  isFactReference,
} from "@evenhand/domain";
import type { Bound, ConditionNode, Operand, Test } from "./condition-node.ts";
import { childPointer } from "./phrase.ts";
import { type RawNode, tidied } from "./tidy-condition.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * The tree that a condition reads as. A condition that is named but not there is left out, as in a document that is
 * still being written.
 */
export function conditionTree(condition: Condition, vocabulary: Vocabulary, pointer: string): ConditionNode {
  return tidied(treeOf(condition, vocabulary.policy, pointer), vocabulary);
}

/** What a party must be like to be counted in a derived fact: every one of its tests, which stand at `pointer`. */
export function partyTestsTree(
  tests: readonly PartyTest[],
  vocabulary: Vocabulary,
  pointer: string,
): ConditionNode {
  const of = tests.map((test, index): RawNode => {
    const at = childPointer(pointer, index);
    return { kind: "test", test: comparisonTest(test, at), pointer: at };
  });
  return tidied({ kind: "all", of, pointer }, vocabulary);
}

/** The named conditions that are read as terms, in document order. */
export function termsOf(policy: Policy): readonly string[] {
  return Object.keys(policy.conditions ?? {}).filter((name) => Object.hasOwn(policy.words, name));
}

/**
 * What a row of a table asks, its cells only, or with what the whole table asks first where `withTable` is set.
 * A row of empty cells gives an empty `all`: it holds of anything.
 */
export function rowTree(
  { table, row, pointer, rowPointer }: RowPlace,
  vocabulary: Vocabulary,
  { withTable }: { readonly withTable: boolean },
): ConditionNode {
  const asked = row.when.flatMap((cell, index): readonly RawNode[] => {
    const input = table.inputs[index];
    if (cell === null || input === undefined) return [];
    const subjectPointer = childPointer(pointer, "inputs", index);
    return cellTests(cell, childPointer(rowPointer, "when", index)).map((bound) => ({
      kind: "test",
      test: { fact: input.fact, subjectPointer, bounds: [bound] },
      pointer: bound.pointer,
    }));
  });
  const first =
    withTable && table.when ? [treeOf(table.when, vocabulary.policy, childPointer(pointer, "when"))] : [];
  return tidied(
    { kind: "all", of: [...first, ...asked], pointer: childPointer(rowPointer, "when") },
    vocabulary,
  );
}

/** A row with the table that it stands in, and where both stand in the document. */
export type RowPlace = {
  readonly table: DecisionTable;
  readonly row: TableRow;
  readonly pointer: string;
  readonly rowPointer: string;
};

function treeOf(condition: Condition, policy: Policy, pointer: string): RawNode {
  if ("all" in condition) return groupOf("all", condition.all, policy, pointer);
  if ("any" in condition) return groupOf("any", condition.any, policy, pointer);
  if ("not" in condition) {
    return { kind: "not", of: treeOf(condition.not, policy, childPointer(pointer, "not")), pointer };
  }
  if ("condition" in condition) {
    if (Object.hasOwn(policy.words, condition.condition))
      return { kind: "term", name: condition.condition, holds: true, pointer };
    const named = policy.conditions;
    const tree = named && Object.hasOwn(named, condition.condition) ? named[condition.condition] : undefined;
    // Named conditions do not name one another; the empty map keeps a broken document from going in circles.
    return tree
      ? treeOf(tree, { ...policy, conditions: {} }, childPointer("/conditions", condition.condition))
      : { kind: "all", of: [], pointer };
  }
  return { kind: "test", test: comparisonTest(condition, pointer), pointer };
}

function groupOf(
  kind: "all" | "any",
  members: readonly Condition[],
  policy: Policy,
  pointer: string,
): RawNode {
  return {
    kind,
    of: members.map((member, index) => treeOf(member, policy, childPointer(pointer, kind, index))),
    pointer,
  };
}

function comparisonTest({ fact, operator, value }: Comparison | PartyTest, pointer: string): Test {
  const operand = operandOf(value, childPointer(pointer, "value"));
  return {
    fact,
    subjectPointer: childPointer(pointer, "fact"),
    bounds: [{ operator, operand, pointer: childPointer(pointer, "operator") }],
  };
}

function operandOf(value: Comparison["value"] | PartyTest["value"], pointer: string): Operand {
  if (value === null) return { kind: "unknown", pointer };
  if (isFactReference(value)) return { kind: "reference", name: value.fact, pointer };
  if (typeof value === "object") {
    return {
      kind: "list",
      members: value.map((member, index) => ({ value: member, pointer: childPointer(pointer, index) })),
      pointer,
    };
  }
  return { kind: "literal", value, pointer };
}

const RANGE_OPERATORS = {
  atLeast: "greaterThanInclusive",
  above: "greaterThan",
  below: "lessThan",
  atMost: "lessThanInclusive",
} as const satisfies Record<string, Operator>;

function cellTests(cell: Exclude<Cell, null>, pointer: string): readonly Bound[] {
  if ("is" in cell)
    return [{ operator: "equal", operand: operandOf(cell.is, childPointer(pointer, "is")), pointer }];
  if ("unknown" in cell) return [{ operator: "equal", operand: { kind: "unknown", pointer }, pointer }];
  if ("oneOf" in cell) {
    const at = childPointer(pointer, "oneOf");
    const members = cell.oneOf.map((value, index) => ({ value, pointer: childPointer(at, index) }));
    return [{ operator: "in", operand: { kind: "list", members, pointer: at }, pointer }];
  }
  return (["atLeast", "above", "below", "atMost"] as const).flatMap((end) => {
    const value: number | FactReference | undefined = cell[end];
    if (value === undefined) return [];
    const at = childPointer(pointer, end);
    return [{ operator: RANGE_OPERATORS[end], operand: operandOf(value, at), pointer: at }];
  });
}
