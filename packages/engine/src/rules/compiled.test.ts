import type { Condition } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { compileRules } from "./compiled.ts";
import { factLayout, ruleSet } from "./rule-set.ts";
import { sampleRule } from "./sample-rule.ts";

const LAYOUT = factLayout(["lossAmount", "orderAmount", "kind"]);

const over: Condition = { fact: "lossAmount", operator: "greaterThan", value: { fact: "orderAmount" } };
const repair: Condition = { fact: "kind", operator: "equal", value: "repair" };

describe("a compiled rule set", () => {
  it("forgets what it found of the facts before", () => {
    // Asked of two rules, so that the second reads what the first has found out.
    const rules = [sampleRule("a", { all: [over] }), sampleRule("b", { any: [over, repair] })];
    const { fire } = compileRules(ruleSet(rules, LAYOUT, {}, new Map()));
    expect(fire([2, 1, "other"])).toEqual([0, 1]);
    expect(fire([1, 2, "other"])).toEqual([]);
    expect(fire([1, 2, "repair"])).toEqual([1]);
    expect(fire([2, 1, null])).toEqual([0, 1]);
  });

  it("gives an answer of its own each time", () => {
    const { fire } = compileRules(ruleSet([sampleRule("a", { all: [repair] })], LAYOUT, {}, new Map()));
    const first = fire([null, null, "repair"]);
    expect(fire([null, null, "other"])).toEqual([]);
    expect(first).toEqual([0]);
  });

  it("keeps sets of one policy apart from those of another", () => {
    const rules = [sampleRule("a", { all: [over, repair] })];
    const one = compileRules(ruleSet(rules, LAYOUT, {}, new Map()));
    const other = compileRules(ruleSet(rules, LAYOUT, {}, new Map()));
    expect(one.fire([2, 1, "repair"])).toEqual([0]);
    expect(other.fire([1, 2, "repair"])).toEqual([]);
    expect(one.fire([2, 1, "repair"])).toEqual([0]);
  });

  it("decides rules that ask parameters only", () => {
    const constants = new Map([
      ["parameter.rate", 0.5],
      ["parameter.limit", 1],
      ["parameter.unset", null],
    ]);
    const asking = (condition: Condition): Condition => ({
      any: [condition, { all: [condition, condition] }],
    });
    const rules = [
      sampleRule("below", {
        all: [asking({ fact: "parameter.rate", operator: "lessThan", value: { fact: "parameter.limit" } })],
      }),
      sampleRule("above", { all: [asking({ fact: "parameter.rate", operator: "greaterThan", value: 0.5 })] }),
      sampleRule("set", { not: { fact: "parameter.rate", operator: "equal", value: null } }),
      sampleRule("unset", { any: [{ fact: "parameter.unset", operator: "equal", value: null }] }),
    ];
    const set = ruleSet(rules, LAYOUT, {}, constants);
    const fired = compileRules(set).fire([null, null, null]);
    expect(fired.map((index) => set.rules[index]?.id)).toEqual(["below", "set", "unset"]);
  });

  it("compares a parameter with a fact to its right", () => {
    const rule = sampleRule("a", {
      all: [{ fact: "parameter.limit", operator: "lessThan", value: { fact: "lossAmount" } }],
    });
    const { fire } = compileRules(ruleSet([rule], LAYOUT, {}, new Map([["parameter.limit", 100]])));
    expect([99, 100, 101, null].map((loss) => fire([loss, null, null]).length)).toEqual([0, 0, 1, 0]);
  });

  it("settles several conditions on one fact by its value alone", () => {
    const between: Condition = {
      all: [
        { fact: "lossAmount", operator: "greaterThanInclusive", value: 10 },
        { not: { fact: "lossAmount", operator: "greaterThanInclusive", value: 20 } },
      ],
    };
    const rule = sampleRule("a", { any: [between, { fact: "lossAmount", operator: "in", value: [5, 25] }] });
    const { fire } = compileRules(ruleSet([rule], LAYOUT, {}, new Map()));
    const met = [4, 5, 6, 9.999_999, 10, 19.999_999, 20, 24, 25, 26, null].filter(
      (loss) => fire([loss, null, null]).length > 0,
    );
    expect(met).toEqual([5, 10, 19.999_999, 25]);
  });
});
