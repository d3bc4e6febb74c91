import { type Operator, OPPOSITE_OPERATORS } from "@evenhand/domain";
import type { Bound, ConditionNode, Member, Operand, TermNode, Test, TestNode } from "./condition-node.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** As it stands in the document. */
export type RawNode =
  | { readonly kind: "all" | "any"; readonly of: readonly RawNode[]; readonly pointer: string }
  | { readonly kind: "not"; readonly of: RawNode; readonly pointer: string }
  | TermNode
  | TestNode;

/**
 * A condition with its groups flattened, its "not" moved inwards, what is said twice said once, and what belongs
 * together drawn together: two ends of a range, alternatives of one fact.
 */
export function tidied(node: RawNode, vocabulary: Vocabulary): ConditionNode {
  if (node.kind === "test" || node.kind === "term") return node;
  if (node.kind === "not") return denied(node, vocabulary);
  const members = node.of
    .map((member) => tidied(member, vocabulary))
    .flatMap((member) => (member.kind === node.kind ? member.of : [member]));
  const joined =
    node.kind === "all"
      ? rangesJoined(withoutImplied(withoutRepetition(members)))
      : alternativesJoined(withoutRepetition(members));
  const [only] = joined;
  return joined.length === 1 && only ? only : { ...node, of: joined };
}

/** "Not" moves inwards (neither of two is both not), until it meets a comparison. */
function denied(
  { of, pointer }: Extract<RawNode, { readonly kind: "not" }>,
  vocabulary: Vocabulary,
): ConditionNode {
  if (of.kind === "not") return tidied(of.of, vocabulary);
  if (of.kind === "term") return { ...of, holds: !of.holds };
  if (of.kind === "test") return oppositeOf(of, vocabulary);
  const members: readonly RawNode[] = of.of.map((member) => ({ kind: "not", of: member, pointer }));
  return tidied({ kind: of.kind === "all" ? "any" : "all", of: members, pointer: of.pointer }, vocabulary);
}

/** The comparison that says the opposite; of what can be unknown it holds then too. */
function oppositeOf(node: TestNode, vocabulary: Vocabulary): TestNode {
  const [bound] = node.test.bounds;
  const opposite: Test = {
    ...node.test,
    bounds: [{ ...bound, operator: OPPOSITE_OPERATORS[bound.operator] }],
  };
  const isExact =
    bound.operand.kind === "unknown" || isAlwaysKnown(node.test.fact, bound.operand, vocabulary);
  return { ...node, test: isExact ? opposite : { ...opposite, orUnknown: true } };
}

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
  const plain = new Set(
    members.filter((member) => member.kind === "test" && !member.test.orUnknown).map(meaningOf),
  );
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
  return (
    (LOWER.has(first.operator) && UPPER.has(second.operator)) ||
    (UPPER.has(first.operator) && LOWER.has(second.operator))
  );
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
    const at = own
      ? joined.findIndex((earlier) => sameFact(earlier, member) && membersAsked(earlier) !== undefined)
      : -1;
    const earlier = joined[at];
    if (own && earlier?.kind === "test")
      joined[at] = listOf(earlier, [...(membersAsked(earlier) ?? []), ...own]);
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
  if (
    bound?.operator !== "equal" ||
    bound.operand.kind !== "literal" ||
    typeof bound.operand.value === "boolean"
  )
    return undefined;
  return [{ value: bound.operand.value, pointer: bound.operand.pointer }];
}

function listOf(node: TestNode, members: readonly Member[]): TestNode {
  const [{ pointer }] = node.test.bounds;
  return {
    ...node,
    test: {
      ...node.test,
      bounds: [{ operator: "in", operand: { kind: "list", members, pointer }, pointer }],
    },
  };
}
