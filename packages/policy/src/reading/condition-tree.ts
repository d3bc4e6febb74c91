import {
  type Cell,
  type Comparison,
  type Condition,
  type DecisionTable,
  type FactReference,
  type Literal,
  type Operator,
  type Policy,
  type TableRow,
  isFactReference,
} from "@evenhand/domain";
import { childPointer } from "./phrase.ts";
import type { Vocabulary } from "./vocabulary.ts";

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
export type ConditionNode =
  | { readonly kind: "all" | "any"; readonly of: readonly ConditionNode[]; readonly pointer: string }
  | TermNode
  | TestNode;

/** A named condition that the policy has a word for ("major", "batch"): it is read by that word and defined once. */
export type TermNode = { readonly kind: "term"; readonly name: string; readonly holds: boolean; readonly pointer: string };

export type TestNode = { readonly kind: "test"; readonly test: Test; readonly pointer: string };

/**
 * The tree that a condition reads as. A condition that is named but not there is left out, as in a document that is
 * still being written.
 */
export function conditionTree(condition: Condition, vocabulary: Vocabulary, pointer: string): ConditionNode {
  return tidied(treeOf(condition, vocabulary.policy, pointer), vocabulary);
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
  const first = withTable && table.when ? [treeOf(table.when, vocabulary.policy, childPointer(pointer, "when"))] : [];
  return tidied({ kind: "all", of: [...first, ...asked], pointer: childPointer(rowPointer, "when") }, vocabulary);
}

/** A row with the table that it stands in, and where both stand in the document. */
export type RowPlace = {
  readonly table: DecisionTable;
  readonly row: TableRow;
  readonly pointer: string;
  readonly rowPointer: string;
};

/** All statements of a tree that stand beside one another at its top: the members of an `all`, or the one there is. */
export function conjuncts(node: ConditionNode): readonly ConditionNode[] {
  return node.kind === "all" ? node.of : [node];
}

/** Every test in a tree, in reading order. */
export function testsOf(node: ConditionNode): readonly Test[] {
  if (node.kind === "test") return [node.test];
  return node.kind === "term" ? [] : node.of.flatMap(testsOf);
}

/** As it stands in the document. */
type RawNode =
  | { readonly kind: "all" | "any"; readonly of: readonly RawNode[]; readonly pointer: string }
  | { readonly kind: "not"; readonly of: RawNode; readonly pointer: string }
  | TermNode
  | TestNode;

function treeOf(condition: Condition, policy: Policy, pointer: string): RawNode {
  if ("all" in condition) return groupOf("all", condition.all, policy, pointer);
  if ("any" in condition) return groupOf("any", condition.any, policy, pointer);
  if ("not" in condition) {
    return { kind: "not", of: treeOf(condition.not, policy, childPointer(pointer, "not")), pointer };
  }
  if ("condition" in condition) {
    if (Object.hasOwn(policy.words, condition.condition)) return { kind: "term", name: condition.condition, holds: true, pointer };
    const named = policy.conditions;
    const tree = named && Object.hasOwn(named, condition.condition) ? named[condition.condition] : undefined;
    // Named conditions do not name one another; the empty map keeps a broken document from going in circles.
    return tree
      ? treeOf(tree, { ...policy, conditions: {} }, childPointer("/conditions", condition.condition))
      : { kind: "all", of: [], pointer };
  }
  return { kind: "test", test: comparisonTest(condition, pointer), pointer };
}

function groupOf(kind: "all" | "any", members: readonly Condition[], policy: Policy, pointer: string): RawNode {
  return { kind, of: members.map((member, index) => treeOf(member, policy, childPointer(pointer, kind, index))), pointer };
}

function comparisonTest({ fact, operator, value }: Comparison, pointer: string): Test {
  const operand = operandOf(value, childPointer(pointer, "value"));
  return {
    fact,
    subjectPointer: childPointer(pointer, "fact"),
    bounds: [{ operator, operand, pointer: childPointer(pointer, "operator") }],
  };
}

function operandOf(value: Comparison["value"], pointer: string): Operand {
  if (value === null) return { kind: "unknown", pointer };
  if (isFactReference(value)) return { kind: "reference", name: value.fact, pointer };
  if (typeof value === "object") {
    return { kind: "list", members: value.map((member, index) => ({ value: member, pointer: childPointer(pointer, index) })), pointer };
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
  if ("is" in cell) return [{ operator: "equal", operand: operandOf(cell.is, childPointer(pointer, "is")), pointer }];
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

function tidied(node: RawNode, vocabulary: Vocabulary): ConditionNode {
  if (node.kind === "test" || node.kind === "term") return node;
  if (node.kind === "not") return denied(node, vocabulary);
  const members = node.of.map((member) => tidied(member, vocabulary)).flatMap((member) => (member.kind === node.kind ? member.of : [member]));
  const joined = node.kind === "all" ? rangesJoined(withoutImplied(withoutRepetition(members))) : alternativesJoined(withoutRepetition(members));
  const [only] = joined;
  return joined.length === 1 && only ? only : { ...node, of: joined };
}

/** "Not" moves inwards (neither of two is both not), until it meets a comparison. */
function denied({ of, pointer }: Extract<RawNode, { readonly kind: "not" }>, vocabulary: Vocabulary): ConditionNode {
  if (of.kind === "not") return tidied(of.of, vocabulary);
  if (of.kind === "term") return { ...of, holds: !of.holds };
  if (of.kind === "test") return oppositeOf(of, vocabulary);
  const members: readonly RawNode[] = of.of.map((member) => ({ kind: "not", of: member, pointer }));
  return tidied({ kind: of.kind === "all" ? "any" : "all", of: members, pointer: of.pointer }, vocabulary);
}

/** The comparison that says the opposite; of what can be unknown it holds then too. */
function oppositeOf(node: TestNode, vocabulary: Vocabulary): TestNode {
  const [bound] = node.test.bounds;
  const opposite: Test = { ...node.test, bounds: [{ ...bound, operator: OPPOSITES[bound.operator] }] };
  const isExact = bound.operand.kind === "unknown" || isAlwaysKnown(node.test.fact, bound.operand, vocabulary);
  return { ...node, test: isExact ? opposite : { ...opposite, orUnknown: true } };
}

const OPPOSITES: Readonly<Record<Operator, Operator>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
  contains: "doesNotContain",
  doesNotContain: "contains",
};

function isAlwaysKnown(fact: string, operand: Operand, { catalogue }: Vocabulary): boolean {
  if (operand.kind === "reference") return false;
  const entry = catalogue.get(fact);
  if (entry?.source === "built-in") return fact === "disposition" || fact === "partyKind";
  return entry?.type === "set" || (entry?.type === "boolean" && entry.declaration?.whenAbsent === undefined);
}

/** What two named conditions both ask is said once. */
function withoutRepetition(members: readonly ConditionNode[]): readonly ConditionNode[] {
  const seen = new Set<string>();
  return members.filter((member) => {
    const meaning = meaningOf(member);
    if (seen.has(meaning)) return false;
    seen.add(meaning);
    return true;
  });
}

/** "Above 5, or unknown" adds nothing beside "above 5". */
function withoutImplied(members: readonly ConditionNode[]): readonly ConditionNode[] {
  const plain = new Set(members.filter((member) => member.kind === "test" && !member.test.orUnknown).map(meaningOf));
  return members.filter((member) => {
    if (member.kind !== "test" || !member.test.orUnknown) return true;
    const { orUnknown: _, ...test } = member.test;
    return !plain.has(meaningOf({ ...member, test }));
  });
}

function meaningOf(node: ConditionNode): string {
  return JSON.stringify(node, (key: string, value: unknown) => (/pointer$/i.test(key) ? undefined : value));
}

const LOWER: ReadonlySet<Operator> = new Set(["greaterThan", "greaterThanInclusive"]);
const UPPER: ReadonlySet<Operator> = new Set(["lessThan", "lessThanInclusive"]);

/** "above 2,000.00" and "at most 20,000.00" of one fact are one statement. */
function rangesJoined(members: readonly ConditionNode[]): readonly ConditionNode[] {
  const joined: ConditionNode[] = [];
  for (const member of members) {
    const at = joined.findIndex((earlier) => areTwoEnds(earlier, member));
    const earlier = joined[at];
    if (earlier?.kind === "test" && member.kind === "test") joined[at] = rangeOf(earlier, member);
    else joined.push(member);
  }
  return joined;
}

function areTwoEnds(a: ConditionNode, b: ConditionNode): boolean {
  if (a.kind !== "test" || b.kind !== "test" || a.test.fact !== b.test.fact) return false;
  const [first, second] = [soleBound(a.test), soleBound(b.test)];
  if (!first || !second) return false;
  return (LOWER.has(first.operator) && UPPER.has(second.operator)) || (UPPER.has(first.operator) && LOWER.has(second.operator));
}

function rangeOf(a: TestNode, b: TestNode): TestNode {
  const [first, second] = [a.test.bounds[0], b.test.bounds[0]];
  return { ...a, test: { ...a.test, bounds: LOWER.has(first.operator) ? [first, second] : [second, first] } };
}

function soleBound({ bounds, orUnknown }: Test): Bound | undefined {
  return bounds.length === 1 && !orUnknown ? bounds[0] : undefined;
}

/** "is a department" or "is a team" of one fact are one statement with a list. */
function alternativesJoined(members: readonly ConditionNode[]): readonly ConditionNode[] {
  const joined: ConditionNode[] = [];
  for (const member of members) {
    const own = membersAsked(member);
    const at = own ? joined.findIndex((earlier) => sameFact(earlier, member) && membersAsked(earlier) !== undefined) : -1;
    const earlier = joined[at];
    if (own && earlier?.kind === "test") joined[at] = listOf(earlier, [...(membersAsked(earlier) ?? []), ...own]);
    else joined.push(member);
  }
  return joined;
}

function sameFact(a: ConditionNode, b: ConditionNode): boolean {
  return a.kind === "test" && b.kind === "test" && a.test.fact === b.test.fact;
}

/** Booleans keep their own statements: "true or false" is no list anybody reads. */
function membersAsked(node: ConditionNode): readonly Member[] | undefined {
  const bound = node.kind === "test" ? soleBound(node.test) : undefined;
  if (bound?.operator === "in" && bound.operand.kind === "list") return bound.operand.members;
  if (bound?.operator !== "equal" || bound.operand.kind !== "literal" || typeof bound.operand.value === "boolean") return undefined;
  return [{ value: bound.operand.value, pointer: bound.operand.pointer }];
}

function listOf(node: TestNode, members: readonly Member[]): TestNode {
  const [{ pointer }] = node.test.bounds;
  return { ...node, test: { ...node.test, bounds: [{ operator: "in", operand: { kind: "list", members, pointer }, pointer }] } };
}
