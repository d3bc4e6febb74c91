import type { Condition, Rule } from "@evenhand/domain";
import { Engine } from "json-rules-engine";
import type { RuleProperties } from "json-rules-engine";
import { describe, expect, it } from "vitest";
import { referenceRules } from "./reference.ts";
import type { ConditionValue, RuleSet } from "./rule-set.ts";
import { factLayout, ruleSet } from "./rule-set.ts";
import { sampleRule } from "./sample-rule.ts";

const LAYOUT = factLayout(["lossAmount", "orderAmount", "kind", "faults"]);

const LOSS: Condition = { fact: "lossAmount", operator: "greaterThan", value: 0 };

function setOf(rules: readonly Rule[], constants: ReadonlyMap<string, ConditionValue> = new Map()): RuleSet {
  return ruleSet(
    rules,
    LAYOUT,
    { repair: { all: [{ fact: "kind", operator: "equal", value: "repair" }] } },
    constants,
  );
}

/** The library as it comes, with these facts. */
async function firedByTheLibrary(rules: readonly Rule[], facts: object): Promise<number> {
  const engine = new Engine(rules.map(({ rule }) => rule as RuleProperties));
  return (await engine.run({ ...facts })).results.length;
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

describe("json-rules-engine made safe", () => {
  it("lets two runs overlap, where one engine for both loses rules", async () => {
    const rules = Array.from({ length: 20 }, (_, index) =>
      sampleRule(`r${index}`, { all: [LOSS] }, 1 + (index % 5)),
    );
    const shared = new Engine(rules.map(({ rule }) => rule as RuleProperties));
    const slow = { lossAmount: () => new Promise((resolve) => setTimeout(() => resolve(1), 5)) };
    const [ofSlow, ofFast] = await Promise.all([shared.run(slow), shared.run({ lossAmount: 1 })]);
    expect(ofFast.results).toHaveLength(20);
    expect(ofSlow.results.length).toBeLessThan(20);

    const { fire } = referenceRules(setOf(rules));
    const runs = await Promise.all([1, 0, 1, null, 1].map((loss) => fire([loss, null, null, []])));
    expect(runs.map(({ length }) => length)).toEqual([20, 0, 20, 0, 20]);
  });

  it("answers in the order of the set, where the library answers as facts resolve", async () => {
    // The first rule takes more turns than the second, so the library hears it last.
    const deep: Condition = { not: { not: { not: { not: LOSS } } } };
    const rules = [sampleRule("a", { all: [deep] }), sampleRule("b", { all: [LOSS] })];
    const engine = new Engine(rules.map(({ rule }) => rule as RuleProperties));
    const { events } = await engine.run({ lossAmount: 1 });
    expect(events.map(({ params }) => params?.["code"] as string)).toEqual(["b", "a"]);

    expect(await referenceRules(setOf(rules)).fire([1, null, null, []])).toEqual([0, 1]);
  });

  it("is never given an empty group, which the library holds true", async () => {
    const empty = sampleRule("a", { any: [] });
    expect(await firedByTheLibrary([empty], {})).toBe(1);

    expect(() => referenceRules(setOf([empty]))).toThrow("empty");
  });

  it('never orders text, where the library finds "9" over "10" and "12abc" no number', async () => {
    const nine = sampleRule("a", { all: [{ fact: "kind", operator: "greaterThan", value: "10" }] });
    const nearly = sampleRule("b", {
      all: [{ fact: "kind", operator: "in", value: "a word with repair in it" }],
    });
    expect(await firedByTheLibrary([nine], { kind: "9" })).toBe(1);
    expect(await firedByTheLibrary([nearly], { kind: "repair" })).toBe(1);

    expect(await referenceRules(setOf([nine])).fire([null, null, "9", []])).toEqual([]);
    expect(await referenceRules(setOf([nearly])).fire([null, null, "repair", []])).toEqual([]);
  });

  it("takes an absent fact as unknown, where the library throws", async () => {
    const rules = [sampleRule("a", { any: [LOSS, { fact: "kind", operator: "equal", value: "repair" }] })];
    await expect(firedByTheLibrary(rules, { kind: "repair" })).rejects.toThrow("Undefined fact: lossAmount");

    expect(await referenceRules(setOf(rules)).fire([null, null, "repair", []])).toEqual([0]);
  });

  it("tells an unknown fact from the literal null", async () => {
    const rules = [
      sampleRule("literal", { all: [{ fact: "lossAmount", operator: "equal", value: null }] }),
      sampleRule("fact", {
        all: [{ fact: "lossAmount", operator: "equal", value: { fact: "orderAmount" } }],
      }),
    ];
    const set = setOf(rules);
    const fired = await referenceRules(set).fire([null, null, null, []]);
    expect(fired.map((index) => set.rules[index]?.id)).toEqual(["literal"]);
  });

  it("changes nothing of the policy, be it frozen, and asks it alike every time", async () => {
    const rules = deepFreeze([
      sampleRule("a", { condition: "repair" }),
      sampleRule("b", {
        all: [{ condition: "repair" }, { fact: "kind", operator: "in", value: ["repair"] }],
      }),
      sampleRule("c", {
        any: [{ not: { condition: "repair" } }, { fact: "faults", operator: "contains", value: "late" }],
      }),
    ]);
    const set = deepFreeze(setOf(rules, new Map([["parameter.p", 1]])));
    const before = structuredClone(set);
    const { fire } = referenceRules(set);
    const facts = deepFreeze([null, null, "repair", ["late"]]);
    expect(await Promise.all([fire(facts), fire(facts), fire([null, null, "return", []])])).toEqual([
      [0, 1, 2],
      [0, 1, 2],
      [2],
    ]);
    expect(await fire(facts)).toEqual([0, 1, 2]);
    expect(set).toEqual(before);
  });

  it("knows only our operators, undecorated", async () => {
    const decorated = { fact: "lossAmount", operator: "not:equal", value: 1 } as unknown as Condition;
    await expect(firedByTheLibrary([sampleRule("a", { all: [decorated] })], { lossAmount: 2 })).resolves.toBe(
      1,
    );

    const { fire } = referenceRules(setOf([sampleRule("a", { all: [decorated] })]));
    await expect(fire([2, null, null, []])).rejects.toThrow("Unknown operator: not:equal");
  });

  it("refuses to reach into a fact by a path", async () => {
    const reaching = { ...LOSS, fact: "faults", operator: "equal", path: "$.length" } as Condition;
    const { fire } = referenceRules(setOf([sampleRule("a", { all: [reaching] })]));
    await expect(fire([1, null, null, ["late"]])).rejects.toThrow("do not reach into a fact");
  });
});
