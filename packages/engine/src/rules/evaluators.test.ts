import type { Comparison, Condition, Operator, RootCondition } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { compileRules } from "./compiled.ts";
import { referenceRules } from "./reference.ts";
import type { ConditionValue, FactSlots, RuleSet } from "./rule-set.ts";
import { factLayout, ruleSet } from "./rule-set.ts";
import { sampleRule } from "./sample-rule.ts";
import { traceRule } from "./trace.ts";

type Firing = (set: RuleSet, facts: FactSlots) => Promise<readonly string[]>;

const idsOf = (set: RuleSet, fired: readonly number[]): readonly string[] =>
  fired.map((index) => set.rules[index]?.id ?? "no such rule");

/** One suite over every reading of a rule set. */
const READINGS: readonly { readonly name: string; readonly fire: Firing }[] = [
  { name: "compiled", fire: async (set, facts) => idsOf(set, compileRules(set).fire(facts)) },
  { name: "reference", fire: async (set, facts) => idsOf(set, await referenceRules(set).fire(facts)) },
  {
    name: "trace",
    fire: async (set, facts) =>
      set.rules.filter((rule) => traceRule(rule, set, facts, (_, value) => value).met).map(({ id }) => id),
  },
];

const LAYOUT = factLayout(["left", "right", "word"]);
const WORD = "a word";

/** Places a comparison takes in a rule, some of them beside a condition on another fact. */
const PLACES: Readonly<Record<string, (condition: Condition) => RootCondition>> = {
  alone: (condition) => ({ all: [condition] }),
  "beside a condition that holds": (condition) => ({
    all: [{ fact: "word", operator: "equal", value: WORD }, condition],
  }),
  "as one way of several": (condition) => ({
    any: [{ fact: "word", operator: "notEqual", value: WORD }, condition],
  }),
  "denied twice": (condition) => ({ not: { not: condition } }),
  "by name": () => ({ condition: "named" }),
};

function setOf(root: RootCondition, named: Condition, parameter: ConditionValue): RuleSet {
  const constants = new Map([["parameter.right", parameter]]);
  return ruleSet([sampleRule("asked", root)], LAYOUT, { named: { all: [named] } }, constants);
}

/** Fact, operator, literal: what is compared, and whether it holds. */
const LITERALS: readonly (readonly [ConditionValue, Operator, Comparison["value"], boolean])[] = [
  [null, "equal", null, true],
  [null, "notEqual", null, false],
  [0, "equal", null, false],
  [0, "notEqual", null, true],
  [false, "equal", null, false],
  ["", "equal", null, false],
  [[], "equal", null, false],
  [[], "notEqual", null, true],
  [null, "equal", 0, false],
  [null, "notEqual", 0, false],
  [null, "equal", "", false],
  [null, "notEqual", "x", false],
  [null, "equal", false, false],
  [null, "notEqual", false, false],
  [null, "lessThan", 1, false],
  [null, "lessThanInclusive", 0, false],
  [null, "greaterThan", -1, false],
  [null, "greaterThanInclusive", 0, false],
  [null, "in", ["x"], false],
  [null, "notIn", ["x"], false],
  [null, "contains", "x", false],
  [null, "doesNotContain", "x", false],
  ["x", "equal", "x", true],
  ["x", "equal", "y", false],
  ["x", "notEqual", "x", false],
  ["x", "notEqual", "y", true],
  [true, "equal", true, true],
  [false, "equal", true, false],
  [false, "notEqual", true, true],
  ["x", "in", ["w", "x"], true],
  ["y", "in", ["w", "x"], false],
  ["x", "notIn", ["w", "x"], false],
  ["y", "notIn", ["w", "x"], true],
  // A value is in a list or not; part of one is not in it.
  ["x", "in", ["xy"], false],
  [2, "in", [1, 2], true],
  [1.5, "in", [1, 2], false],
  [3, "notIn", [1, 2], true],
  [["x", "y"], "contains", "y", true],
  [["x", "y"], "contains", "z", false],
  [["xy"], "contains", "x", false],
  [["x", "y"], "doesNotContain", "y", false],
  [["x", "y"], "doesNotContain", "z", true],
  [[], "contains", "x", false],
  [[], "doesNotContain", "x", true],
  [99, "lessThan", 100, true],
  [100, "lessThan", 100, false],
  [101, "lessThan", 100, false],
  [99, "lessThanInclusive", 100, true],
  [100, "lessThanInclusive", 100, true],
  [101, "lessThanInclusive", 100, false],
  [99, "greaterThan", 100, false],
  [100, "greaterThan", 100, false],
  [101, "greaterThan", 100, true],
  [99, "greaterThanInclusive", 100, false],
  [100, "greaterThanInclusive", 100, true],
  [101, "greaterThanInclusive", 100, true],
  [100, "equal", 100, true],
  [99, "equal", 100, false],
  [101, "notEqual", 100, true],
  [0.000_001, "greaterThan", 0, true],
  [0.3, "lessThan", 0.300_000_5, true],
  [-0, "equal", 0, true],
  [0, "greaterThanInclusive", -0, true],
  [-0, "lessThan", 0, false],
];

/** Fact, operator, the other fact or the parameter: what is compared, and whether it holds. */
const REFERENCES: readonly (readonly [ConditionValue, Operator, ConditionValue, boolean])[] = [
  [null, "equal", null, false],
  [null, "notEqual", null, false],
  [1, "equal", null, false],
  [1, "notEqual", null, false],
  [null, "equal", 1, false],
  [null, "notEqual", 1, false],
  [1, "lessThan", null, false],
  [1, "greaterThanInclusive", null, false],
  [["x"], "contains", null, false],
  [["x"], "doesNotContain", null, false],
  [1, "equal", 1, true],
  [1, "notEqual", 2, true],
  [1, "lessThan", 2, true],
  [2, "lessThan", 2, false],
  [2, "lessThanInclusive", 2, true],
  [2, "greaterThan", 2, false],
  [3, "greaterThan", 2, true],
  [2, "greaterThanInclusive", 2, true],
  ["P1", "equal", "P1", true],
  ["P1", "notEqual", "P1", false],
  [["x"], "contains", "x", true],
  [["x"], "doesNotContain", "x", false],
];

describe.each(READINGS)("as read by $name", ({ fire }) => {
  describe.each(Object.entries(PLACES))("a comparison %s", (_, place) => {
    it.each(LITERALS)("%j %s %j: %j", async (left, operator, value, holds) => {
      const comparison = { fact: "left", operator, value };
      const fired = await fire(setOf(place(comparison), comparison, null), [left, null, WORD]);
      expect(fired).toEqual(holds ? ["asked"] : []);
    });

    it.each(REFERENCES)("%j %s the fact %j: %j", async (left, operator, right, holds) => {
      const comparison = { fact: "left", operator, value: { fact: "right" } };
      const fired = await fire(setOf(place(comparison), comparison, null), [left, right, WORD]);
      expect(fired).toEqual(holds ? ["asked"] : []);
    });

    it.each(REFERENCES)("%j %s the parameter %j: %j", async (left, operator, right, holds) => {
      const comparison = { fact: "left", operator, value: { fact: "parameter.right" } };
      const fired = await fire(setOf(place(comparison), comparison, right), [left, null, WORD]);
      expect(fired).toEqual(holds ? ["asked"] : []);
    });
  });

  it("denies what is false of an unknown as well", async () => {
    const comparison: Condition = { fact: "left", operator: "lessThan", value: 5 };
    const set = setOf({ not: comparison }, comparison, null);
    expect(await fire(set, [null, null, WORD])).toEqual(["asked"]);
  });

  it("compares a fact with itself as with any other", async () => {
    const root: RootCondition = {
      all: [{ fact: "left", operator: "lessThanInclusive", value: { fact: "left" } }],
    };
    expect(await fire(setOf(root, root, null), [7, null, WORD])).toEqual(["asked"]);
    expect(await fire(setOf(root, root, null), [null, null, WORD])).toEqual([]);
  });

  it("hears the higher priority first, and equal ones by id in code-unit order, whatever order they come in", async () => {
    const known: RootCondition = { any: [{ fact: "word", operator: "notEqual", value: null }] };
    const rules = [
      sampleRule("b", known),
      sampleRule("Z", known),
      sampleRule("a", known, 10),
      sampleRule("c", known, 9),
      sampleRule("b#2", known),
      sampleRule("b#10", known),
    ];
    const set = ruleSet(rules.toReversed(), LAYOUT, {}, new Map());
    expect(await fire(set, [null, null, WORD])).toEqual(["a", "c", "Z", "b", "b#10", "b#2"]);
  });

  it("answers nothing where there are no rules", async () => {
    expect(await fire(ruleSet([], LAYOUT, {}, new Map()), [null, null, WORD])).toEqual([]);
  });

  it.each([31, 32, 33, 64, 65])("keeps %j rules apart, one threshold each", async (count) => {
    const rules = Array.from({ length: count }, (_, index) =>
      sampleRule(String(index).padStart(2, "0"), {
        all: [{ fact: "left", operator: "greaterThanInclusive", value: index }],
      }),
    );
    const set = ruleSet(rules, LAYOUT, {}, new Map());
    const ids = set.rules.map(({ id }) => id);
    expect(await fire(set, [count - 2, null, WORD])).toEqual(ids.slice(0, -1));
    expect(await fire(set, [0.5, null, WORD])).toEqual(["00"]);
    expect(await fire(set, [count, null, WORD])).toEqual(ids);
  });
});
