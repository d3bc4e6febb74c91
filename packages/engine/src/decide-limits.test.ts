import type { EvaluateRequest, FactValue, Party, Policy, Rule } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { type DecideResult, decide } from "./decide.ts";
import { readRequest } from "./request/read-request.ts";
import { loadSample, rule, samplePolicy } from "./sample-policy.ts";

const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");
const label = { en: "label", zh: "标签" };

function result(policy: Policy, facts: Record<string, FactValue>, parties: readonly Party[]): DecideResult {
  const request: EvaluateRequest = {
    case: { reference: "T", facts: { receivedOn: "2026-07-06", decidedOn: "2026-07-10", ...facts }, parties },
  };
  return decide(loadSample(policy), request, { evaluatedAt });
}

function response(...asked: Parameters<typeof result>) {
  const decided = result(...asked);
  if ("refusal" in decided) throw new Error(JSON.stringify(decided.refusal));
  return decided.response;
}

function problems(...asked: Parameters<typeof result>): readonly string[] {
  const decided = result(...asked);
  return "refusal" in decided ? decided.refusal.problems.map(({ code, at }) => `${code} ${at}`) : [];
}

function person(id: string, facts: Record<string, FactValue> = {}): Party {
  return { id, kind: "person", facts: { monthlyBonus: 100_000, ...facts } };
}

function withRules(...rules: readonly Rule[]): Policy {
  return samplePolicy({ rules: [...samplePolicy().rules, ...rules] });
}

describe("rules that say a thing twice", () => {
  it("deduct a share of the loss once", () => {
    const policy = withRules(
      rule("deduct-again", "penalty", "party", { type: "deduct", params: { of: "share" } }),
    );
    const { outcome, explanation } = response(policy, { loss: 1_000 }, [person("A", { atFault: true })]);
    expect(outcome.parties[0]?.bonusMinor).toBe(1_000);
    expect(explanation.find((step) => step.rule === "deduct-again")?.stands).toBe(false);
  });

  it("give the rest to one bearer", () => {
    const rest = (id: string): Rule =>
      rule(id, "attribution", "case", { type: "bear", params: { portion: "rest", bearer: id } });
    const policy = samplePolicy({ rules: [rest("first"), rest("second")] });
    const { outcome, explanation } = response(policy, { loss: 1_000 }, []);
    expect(outcome.bearers).toEqual([{ bearer: "first", amountMinor: 1_000 }]);
    expect(explanation.find((step) => step.rule === "second")?.stands).toBe(false);
  });
});

describe("a fine charged once", () => {
  it("passes over a party of whom its amount is not known", () => {
    const once = rule("once", "penalty", "party", {
      type: "fine",
      params: { amount: { fact: "fine" }, once: true },
    });
    const { outcome } = response(samplePolicy({ rules: [once] }), {}, [
      person("A"),
      person("B", { fine: 500 }),
      person("C", { fine: 700 }),
    ]);
    expect(outcome.parties.map(({ fineMinor }) => fineMinor)).toEqual([0, 500, 0]);
  });
});

describe("names that would mean two things", () => {
  const factory = rule("factory-bears", "attribution", "case", {
    type: "bear",
    params: { portion: "rest", bearer: "factory" },
  });

  it("refuse a party called like a bearer of the policy", () => {
    expect(problems(withRules(factory), {}, [person("factory")])).toEqual([
      "conflicting-facts /case/parties/0/id",
    ]);
  });

  it("refuse somebody named as a person and as something else", () => {
    const base = samplePolicy();
    const policy: Policy = {
      ...base,
      facts: {
        ...base.facts,
        party: {
          ...base.facts.party,
          store: { type: "party", namesKind: "department", label },
          head: { type: "party", label },
        },
      },
      rules: [
        rule("on-store", "penalty", "party", { type: "remind", params: { on: { fact: "store" } } }),
        rule("on-head", "penalty", "party", { type: "remind", params: { on: { fact: "head" } } }),
      ],
    };
    const named = (facts: Record<string, FactValue>): Party => ({
      id: `D${Object.keys(facts)[0] ?? ""}`,
      kind: "department",
      facts,
    });
    expect(problems(policy, {}, [named({ store: "X" }), named({ head: "X" })])).toEqual([
      "conflicting-facts /case/parties",
    ]);
  });
});

describe("a refused decision", () => {
  it("carries no compensation and no measure, and no penalty in it stands", () => {
    const policy: Policy = {
      ...withRules(
        rule("owed", "penalty", "case", {
          type: "compensate",
          params: { to: "customer", bearer: "company", amount: 5_000 },
        }),
        rule("repair", "penalty", "case", { type: "measure", params: { kind: "repair" } }),
      ),
      conflict: { decider: "decidedBy", instructors: [], references: [] },
    };
    const asked = [person("A", { fine: 500 })];
    expect(response(policy, {}, asked).outcome).toMatchObject({
      compensation: [{ amountMinor: 5_000 }],
      measures: [{ kind: "repair" }],
    });
    const { outcome, explanation } = response(policy, { decidedBy: "A" }, asked);
    expect(outcome).toMatchObject({ disposition: "refused", compensation: [], measures: [] });
    expect(explanation.filter((step) => step.stage === "penalty" && step.stands === true)).toEqual([]);
  });
});

describe("compensation", () => {
  it.each([
    [100, "max(1.00 × 0.5 = 0.50, 100.00) = 100.00", 10_000],
    [100_000, "1,000.00 × 0.5 = 500.00", 50_000],
  ])("of half of %i fen, never less than 100.00, shows what was compared", (loss, formula, amountMinor) => {
    const owed = rule("owed", "penalty", "case", {
      type: "compensate",
      params: {
        to: "customer",
        bearer: "company",
        rate: { fact: "parameter.cap" },
        of: { fact: "loss" },
        atLeast: 10_000,
      },
    });
    const { outcome, explanation } = response(withRules(owed), { loss }, []);
    expect(outcome.compensation).toEqual([{ to: "customer", amountMinor, bearer: "company" }]);
    expect(explanation.find((step) => step.rule === "owed")?.arithmetic?.[0]?.formula).toBe(formula);
  });
});

describe("what one evaluation may ask", () => {
  it("is bounded, and says for how many parties the policy can be evaluated", () => {
    const many = {
      all: Array.from({ length: 60 }, () => ({ fact: "atFault", operator: "equal", value: true }) as const),
    };
    const heavy = samplePolicy({
      rules: Array.from({ length: 100 }, (_, index) =>
        rule(`r${index}`, "penalty", "party", { type: "remind", params: {} }, { conditions: many }),
      ),
    });
    const parties = (count: number): Party[] =>
      Array.from({ length: count }, (_, index) => person(`P${index}`));
    expect(problems(heavy, {}, parties(5))).toEqual([]);
    expect(problems(heavy, {}, parties(6))).toEqual(["too-many /case/parties"]);
  });

  it("holds for the list of what is wrong, too", () => {
    const read = readRequest({
      case: { reference: "T", facts: {}, parties: [] },
      scheduled: Array.from({ length: 9_900 }, () => ({})),
    });
    const listed = "refusal" in read ? read.refusal.problems : [];
    expect(listed.length).toBe(101);
    expect(listed.at(-1)).toMatchObject({ at: "", message: { en: "29600 more problems are not listed" } });
  });
});
