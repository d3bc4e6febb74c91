import type { EvaluateRequest, FactValue, Finding, Party, Policy, Rule } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import { loadSample, rule, samplePolicy } from "./sample-policy.ts";

function found(
  policy: Policy,
  parties: readonly Party[],
  facts: Record<string, FactValue> = {},
): readonly Finding[] {
  const request: EvaluateRequest = {
    case: { reference: "T", facts: { receivedOn: "2026-07-06", decidedOn: "2026-07-10", ...facts }, parties },
  };
  const result = decide(loadSample(policy), request, {
    evaluatedAt: Date.parse("2026-07-10T10:00:00+08:00"),
  });
  if ("refusal" in result) throw new Error(JSON.stringify(result.refusal));
  return result.findings;
}

function person(id: string, facts: Record<string, FactValue> = {}): Party {
  return { id, kind: "person", facts };
}

const codes = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ party, code }) => `${party} ${code}`);

function withRules(...rules: readonly Rule[]): Policy {
  return samplePolicy({ rules: [...samplePolicy().rules, ...rules] });
}

describe("what goes on record", () => {
  it("is each rule that stood against a person, on the day that decided the version", () => {
    expect(found(samplePolicy(), [person("A", { atFault: true, fine: 500 })], { loss: 900 })).toEqual([
      { party: "A", code: "bear", occurredOn: "2026-07-06" },
      { party: "A", code: "deduct", occurredOn: "2026-07-06" },
      { party: "A", code: "fine", occurredOn: "2026-07-06" },
    ]);
  });

  it("is nothing where a rule fired and came to nothing", () => {
    expect(found(samplePolicy(), [person("A")], { loss: 900 })).toEqual([]);
  });

  it("is nothing of a rule that gave way", () => {
    const policy = withRules(
      rule("grave", "penalty", "party", { type: "grade", params: { grade: "grave" } }, { priority: 2 }),
      rule("mild", "penalty", "party", { type: "grade", params: { grade: "mild" } }),
    );
    expect(codes(found(policy, [person("A")]))).toEqual(["A grave"]);
  });

  it("is nothing against a team, a department or anybody outside", () => {
    const parties = (["team", "department", "external"] as const).map((kind) => ({
      id: kind,
      kind,
      facts: { atFault: true, fine: 500 },
    }));
    expect(found(samplePolicy(), parties, { loss: 900 })).toEqual([]);
  });

  it("stands against the person whom a penalty falls on, once, not against who names them", () => {
    const policy = withRules(
      rule(
        "boss-answers",
        "penalty",
        "party",
        { type: "remind", params: { on: { fact: "boss" } } },
        { conditions: { all: [{ fact: "boss", operator: "notEqual", value: null }] } },
      ),
    );
    const named = [person("A", { boss: "Z" }), person("B", { boss: "Z" })];
    expect(codes(found(policy, named))).toEqual(["Z boss-answers"]);
  });

  it("is neither a commendation nor a measure nor a warning", () => {
    const policy = samplePolicy({
      rules: [
        rule("well-done", "penalty", "party", { type: "commend", params: {} }),
        rule("train", "penalty", "party", { type: "measure", params: { kind: "training" } }),
        rule("look", "penalty", "party", { type: "warn", params: { code: "look" } }),
        rule("role", "attribution", "party", { type: "role", params: { role: "planner" } }),
      ],
    });
    expect(codes(found(policy, [person("A")]))).toEqual(["A role"]);
  });

  it("is not the claim on the loss of somebody who is exempt", () => {
    const policy = withRules(
      rule(
        "lift",
        "attribution",
        "party",
        { type: "exempt", params: { ground: "lifted" } },
        { conditions: { all: [{ fact: "owns", operator: "equal", value: true }] } },
      ),
    );
    const parties = [person("A", { atFault: true, owns: true }), person("B", { atFault: true })];
    expect(codes(found(policy, parties, { loss: 900 }))).toEqual(["B bear", "B deduct"]);
  });

  it.each(["not-upheld", "pending", "referred", "out-of-scope"] as const)(
    "is nothing in a case that is %s",
    (disposition) => {
      const policy = withRules(
        rule("away", "intake", "case", { type: "disposition", params: { disposition } }),
      );
      expect(found(policy, [person("A", { fine: 500 })])).toEqual([]);
    },
  );
});
