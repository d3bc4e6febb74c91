import type { RootCondition } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { textOf } from "./phrase.ts";
import { readRule, readRulePhrase } from "./read-rule.ts";
import { SAMPLE_POLICY, sampleRule } from "./sample-policy.ts";

const UNTRAINED_PERSON: RootCondition = {
  all: [
    { fact: "partyKind", operator: "equal", value: "person" },
    { fact: "trained", operator: "equal", value: false },
  ],
};

describe("the places of the words", () => {
  const policy = {
    ...SAMPLE_POLICY,
    rules: [sampleRule({ type: "fine", params: { amount: { fact: "parameter.fine" } } }, UNTRAINED_PERSON)],
  };
  const [rule] = policy.rules;
  if (!rule) throw new Error("the policy has its rule");

  it("put together are the sentence", () => {
    for (const language of ["en", "zh"] as const) {
      expect(textOf(readRulePhrase(rule, policy, language))).toBe(readRule(rule, policy, language));
    }
  });

  it("lead from a phrase to the field that it was read from", () => {
    const pointerOf = (text: string): string | undefined =>
      readRulePhrase(rule, policy, "en").find((segment) => segment.text === text)?.pointer;
    expect(pointerOf("50.00")).toBe("/rules/0/rule/event/params/amount");
    expect(pointerOf("the person")).toBe("/rules/0/rule/conditions/all/0/value");
    expect(pointerOf(" was not trained on the task")).toBe("/rules/0/rule/conditions/all/1/fact");
    expect(pointerOf(" (Art. 1)")).toBe("/rules/0/references");
  });
});
