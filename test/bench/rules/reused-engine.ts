import type { ConditionValue, RuleSet } from "@evenhand/engine";
import { Engine, Fact, Rule as EngineRule } from "json-rules-engine";
import type { RuleProperties, TopLevelCondition } from "json-rules-engine";
import type { Firing } from "./workload.ts";

/**
 * json-rules-engine at its best: everything that does not depend on the case is set up once, it is given only the
 * facts that the rules name, and one run follows the other. A service could not use it so, since runs that overlap on
 * one engine lose rules.
 */
export function reusedEngine(set: RuleSet): Firing {
  const engine = new Engine();
  for (const [operator, compare] of Object.entries(OPERATORS)) engine.addOperator(operator, compare);
  for (const [name, condition] of Object.entries(set.conditions)) {
    engine.setCondition(name, condition as TopLevelCondition);
  }
  for (const [name, value] of set.constants) engine.addFact(factOf(name, value));
  set.rules.forEach((rule, index) => {
    const asked = new EngineRule(rule.rule as RuleProperties);
    asked.name = String(index);
    engine.addRule(asked);
  });
  const named = factsNamed(set);
  return {
    name: "json-rules-engine, one engine for all",
    async fire(facts) {
      const given = named.map(({ name, slot }) => [name, factOf(name, facts[slot] ?? null)] as const);
      const { results } = await engine.run(Object.fromEntries(given));
      return results.map(({ name }) => Number(name)).sort((a, b) => a - b);
    },
  };
}

const UNKNOWN = Object.freeze({ known: false });

function factOf(name: string, value: ConditionValue): Fact<unknown> {
  return new Fact<unknown>(name, value ?? UNKNOWN, { cache: false });
}

type Compare = (left: unknown, right: unknown) => boolean;

const known =
  (compare: Compare): Compare =>
  (left, right) =>
    left !== UNKNOWN && right !== UNKNOWN && compare(left, right);
const numbers = (compare: (left: number, right: number) => boolean): Compare => known(compare as Compare);
const lists = (compare: (list: readonly unknown[], value: unknown) => boolean): Compare =>
  known(compare as Compare);

const OPERATORS: Readonly<Record<string, Compare>> = {
  equal: (left, right) => (right === null ? left === UNKNOWN : left !== UNKNOWN && left === right),
  notEqual: (left, right) => left !== UNKNOWN && (right === null || (right !== UNKNOWN && left !== right)),
  lessThan: numbers((left, right) => left < right),
  lessThanInclusive: numbers((left, right) => left <= right),
  greaterThan: numbers((left, right) => left > right),
  greaterThanInclusive: numbers((left, right) => left >= right),
  in: (left, right) => lists((list, value) => list.includes(value))(right, left),
  notIn: (left, right) => lists((list, value) => !list.includes(value))(right, left),
  contains: lists((list, value) => list.includes(value)),
  doesNotContain: lists((list, value) => !list.includes(value)),
};

function factsNamed(set: RuleSet): readonly { readonly name: string; readonly slot: number }[] {
  const names = new Set<string>();
  JSON.stringify([set.rules.map(({ rule }) => rule.conditions), set.conditions], (key, value: unknown) => {
    if (key === "fact" && typeof value === "string") names.add(value);
    return value;
  });
  return [...names].flatMap((name) => {
    const slot = set.layout.slotOf.get(name);
    return slot === undefined ? [] : [{ name, slot }];
  });
}
