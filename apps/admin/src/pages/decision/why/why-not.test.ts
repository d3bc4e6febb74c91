import type { ConditionTrace, ExplanationStep, Policy, Rule } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { whyNot } from "./why-not.ts";

const LABEL = { en: "x", zh: "x" };
const POLICY = { parameters: { high: { value: 200_000 }, low: { value: 10_000 } } } as unknown as Policy;

function rule(id: string, event: Rule["rule"]["event"]): Rule {
  return {
    id,
    stage: "penalty",
    scope: "party",
    label: LABEL,
    references: [],
    rule: { conditions: { all: [] }, event },
  };
}

const fine = (id: string, parameter: string): Rule =>
  rule(id, { type: "fine", params: { amount: { fact: `parameter.${parameter}` } } });

function compared(met: boolean, saw: number, expected: number): ConditionTrace {
  return { kind: "comparison", met, fact: "loss", operator: "greaterThanInclusive", saw, expected };
}

function step(
  id: string,
  conditions: ConditionTrace,
  change: Partial<ExplanationStep> = {},
): ExplanationStep {
  return {
    stage: "penalty",
    kind: "rule",
    rule: id,
    party: "P1",
    label: LABEL,
    references: [],
    fired: false,
    conditions,
    ...change,
  };
}

function order(rules: readonly Rule[], steps: readonly ExplanationStep[]) {
  return whyNot(steps, { policy: POLICY, rules }).map(({ step: { rule: id }, missing }) => [id, missing]);
}

describe("rules that did not fire", () => {
  it("come in the order of what they lack, then of how near the figure was", () => {
    const rules = ["far", "near", "two"].map((id) => fine(id, "high"));
    const steps = [
      step("two", { kind: "all", met: false, of: [compared(false, 99, 100), compared(false, 99, 100)] }),
      step("far", compared(false, 10, 100)),
      step("near", compared(false, 99, 100)),
    ];
    expect(order(rules, steps)).toEqual([
      ["near", 1],
      ["far", 1],
      ["two", 2],
    ]);
  });

  it("that would have cost something come before those that would not, whatever they lack", () => {
    const rules = [rule("word", { type: "remind", params: {} }), fine("cost", "high")];
    const both: ConditionTrace = {
      kind: "all",
      met: false,
      of: [compared(false, 1, 9), compared(false, 1, 9)],
    };
    expect(order(rules, [step("word", compared(false, 8, 9)), step("cost", both)])).toEqual([
      ["cost", 2],
      ["word", 1],
    ]);
  });

  it("count as costing nothing more where they are a cheaper row than the one that was hit", () => {
    const rules = [
      fine("tiers#low", "low"),
      fine("tiers#high", "high"),
      rule("grade", { type: "grade", params: { grade: "g" } }),
    ];
    const steps = [
      step("tiers#mid", compared(true, 5, 1), {
        fired: true,
        effect: { type: "fine", params: { amount: 80_000 } },
      }),
      step("tiers#low", compared(false, 5, 5)),
      step("tiers#high", compared(false, 5, 50)),
      step("grade", compared(false, 0, 50)),
    ];
    expect(order(rules, steps).map(([id]) => id)).toEqual(["tiers#high", "grade", "tiers#low"]);
  });

  it("need the least of their alternatives, and the opposite of what a not stands over", () => {
    const any: ConditionTrace = {
      kind: "any",
      met: false,
      of: [
        { kind: "all", met: false, of: [compared(false, 1, 9), compared(false, 1, 9)] },
        compared(false, 1, 9),
      ],
    };
    const not: ConditionTrace = {
      kind: "not",
      met: false,
      of: [{ kind: "any", met: true, of: [compared(true, 9, 1), compared(true, 9, 1)] }],
    };
    expect(order([], [step("any", any), step("not", not)])).toEqual([
      ["any", 1],
      ["not", 2],
    ]);
  });

  it("leave out those for another kind of party", () => {
    const team: ConditionTrace = {
      kind: "comparison",
      met: false,
      fact: "partyKind",
      operator: "equal",
      saw: "person",
      expected: "team",
    };
    expect(order([], [step("team", team)])).toEqual([]);
  });
});
