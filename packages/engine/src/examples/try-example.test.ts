import type { PolicyExample } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { loadSample, rule, samplePolicy } from "../sample-policy.ts";
import { tryExample } from "./try-example.ts";

const label = { en: "x", zh: "x" };
const RULES = [rule("wait", "intake", "case", { type: "disposition", params: { disposition: "pending" } })];

function example(change: Partial<PolicyExample> = {}): PolicyExample {
  const parties = [{ id: "A", kind: "person", facts: { monthlyBonus: 100_000 } }] as const;
  return {
    id: "one",
    title: label,
    request: { case: { reference: "T", facts: { receivedOn: "2026-07-06" }, parties } },
    expect: { disposition: "pending" },
    reasons: ["wait"],
    ...change,
  };
}

function failuresOf(one: PolicyExample) {
  return tryExample(loadSample(samplePolicy({ rules: RULES })), { example: one, index: 3 }).failures;
}

describe("an example", () => {
  it("passes where what it expects comes out, for its reasons", () => {
    expect(failuresOf(example())).toEqual([]);
  });

  it("fails at each member that came out otherwise, and says what came", () => {
    expect(failuresOf(example({ expect: { disposition: "upheld", parties: [] } }))).toMatchObject([
      { at: "/examples/3/expect/disposition", expected: "upheld", got: "pending" },
      { at: "/examples/3/expect/parties", expected: [] },
    ]);
  });

  it("fails at each reason that does not stand", () => {
    expect(failuresOf(example({ reasons: ["wait", "other"] }))).toMatchObject([
      { at: "/examples/3/reasons/1", expected: "other" },
    ]);
  });

  it("fails where its case cannot be decided, at what is wrong with it", () => {
    const request = { case: { reference: "T", facts: {}, parties: [] } };
    expect(failuresOf(example({ request })).map(({ at }) => at)).toContain(
      "/examples/3/request/case/facts/receivedOn",
    );
  });

  it("is decided under the version at hand, whichever it names", () => {
    expect(failuresOf(example({ request: { ...example().request, policyVersion: 7 } }))).toEqual([]);
  });
});
