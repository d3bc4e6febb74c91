import type { Comparison, Condition, RootCondition, Rule } from "@evenhand/domain";
import { isFactReference } from "@evenhand/domain";

/**
 * What conditions see of a fact: a day as epoch day, an instant as epoch milliseconds, money in minor units, other
 * numbers as they are, a set as its values, `null` where nothing is known. Never NaN.
 */
export type ConditionValue = number | string | boolean | null | readonly string[];

/** The facts of one case (or of one party with its case), by slot of the layout. */
export type FactSlots = readonly ConditionValue[];

/** Which fact stands in which slot: `names[slotOf.get(name)] === name`. */
export type FactLayout = {
  readonly names: readonly string[];
  readonly slotOf: ReadonlyMap<string, number>;
};

/** Rules that are asked together, with everything their conditions may name. */
export type RuleSet = {
  readonly layout: FactLayout;
  /** INVARIANT: by priority, highest first, then by id in code-unit order. Evaluators answer with indices into it. */
  readonly rules: readonly Rule[];
  /** The policy's named conditions. */
  readonly conditions: Readonly<Record<string, RootCondition>>;
  /** The policy's parameters, as `parameter.<id>`. */
  readonly constants: ReadonlyMap<string, ConditionValue>;
};

/** One way of finding out which rules hold; two of them must always give the same answer. */
export interface RuleEvaluator<Result> {
  readonly name: "compiled" | "reference";
  /** Which rules fire, as indices into the set's `rules`, ascending: by priority, then by id. */
  readonly fire: (facts: FactSlots) => Result;
}

/**
 * Gives each name the slot of its place in the list.
 *
 * @example factLayout(["lossAmount", "receivedOn"]).slotOf.get("receivedOn") // 1
 */
export function factLayout(names: readonly string[]): FactLayout {
  const slotOf = new Map(names.map((name, slot) => [name, slot]));
  if (slotOf.size !== names.length) throw new Error("a fact stands twice in one layout");
  return { names, slotOf };
}

/**
 * Puts rules into the order in which they are heard, and makes sure that everything they name is there.
 * Throws on what validation of a policy already excludes, since an evaluator would answer such a rule wrongly rather
 * than not at all: an unknown fact or named condition, an empty group (json-rules-engine holds it true), a rule id
 * twice.
 *
 * @example ruleSet([mild, grave], layout, {}, new Map()).rules // [grave, mild], where `grave` has priority 2
 */
export function ruleSet(
  rules: readonly Rule[],
  layout: FactLayout,
  conditions: Readonly<Record<string, RootCondition>>,
  constants: ReadonlyMap<string, ConditionValue>,
): RuleSet {
  const set = { layout, rules: rules.toSorted(byPriorityThenId), conditions, constants };
  set.rules.forEach((rule, index) => {
    if (rule.id === set.rules[index + 1]?.id)
      throw new Error(`the rule \`${rule.id}\` stands twice in one set`);
    assertAnswerable(rule.rule.conditions, set);
  });
  // Named conditions do not name one another: asked where none is known, one that does is refused.
  for (const condition of Object.values(conditions)) assertAnswerable(condition, { ...set, conditions: {} });
  return set;
}

/** Priority where a rule names none; json-rules-engine has the same. */
const DEFAULT_PRIORITY = 1;

function byPriorityThenId(a: Rule, b: Rule): number {
  const byPriority = (b.rule.priority ?? DEFAULT_PRIORITY) - (a.rule.priority ?? DEFAULT_PRIORITY);
  if (byPriority !== 0 || a.id === b.id) return byPriority;
  return a.id < b.id ? -1 : 1;
}

/**
 * The tree a named condition stands for. Throws where there is none, also for names that every object inherits.
 *
 * @example namedCondition(set, "in-scope") // { all: [...] }
 */
export function namedCondition(set: Pick<RuleSet, "conditions">, name: string): RootCondition {
  const condition = Object.hasOwn(set.conditions, name) ? set.conditions[name] : undefined;
  if (!condition) throw new Error(`no condition is named \`${name}\``);
  return condition;
}

/**
 * What a fact or parameter is, for these facts. Throws on a name that neither the layout nor the constants know.
 *
 * @example valueOf(set, "lossAmount", [120_000]) // 120000
 */
export function valueOf(set: RuleSet, name: string, facts: FactSlots): ConditionValue {
  const slot = set.layout.slotOf.get(name);
  const value = slot === undefined ? set.constants.get(name) : facts[slot];
  if (value === undefined) throw new Error(`nothing is called \`${name}\` here`);
  return value;
}

function assertAnswerable(condition: Condition, set: RuleSet): void {
  if ("all" in condition) return assertGroup(condition.all, set);
  if ("any" in condition) return assertGroup(condition.any, set);
  if ("not" in condition) return assertAnswerable(condition.not, set);
  if ("condition" in condition) return void namedCondition(set, condition.condition);
  assertNamesKnown(condition, set);
}

function assertGroup(group: readonly Condition[], set: RuleSet): void {
  if (group.length === 0) throw new Error("a group of conditions is empty");
  for (const condition of group) assertAnswerable(condition, set);
}

function assertNamesKnown({ fact, value }: Comparison, { layout, constants }: RuleSet): void {
  for (const name of isFactReference(value) ? [fact, value.fact] : [fact]) {
    if (!layout.slotOf.has(name) && !constants.has(name))
      throw new Error(`nothing is called \`${name}\` here`);
  }
}
