import type { FactDeclaration, Policy } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import { requirements } from "./requirements.ts";
import { loadSample, rule, samplePolicy } from "./sample-policy.ts";

const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");
const label = { en: "a fact", zh: "事实" };

type Declared = Readonly<Record<string, Partial<FactDeclaration>>>;

function withFacts(
  facts: { readonly case?: Declared; readonly party?: Declared },
  more: Partial<Policy> = {},
) {
  const labelled = (declared: Declared = {}): Policy["facts"]["case"] =>
    Object.fromEntries(
      Object.entries(declared).map(([name, one]) => [name, { type: "text", required: true, label, ...one }]),
    );
  const receivedOn = { type: "date", label } as const;
  return loadSample(
    samplePolicy({
      facts: { case: { receivedOn, ...labelled(facts.case) }, party: labelled(facts.party) },
      derived: {},
      conditions: {},
      rules: [],
      lossFact: "",
      ...more,
    }),
  );
}

describe("the example of the requirements", () => {
  it.each<[string, Partial<FactDeclaration>, unknown]>([
    ["an amount", { type: "money" }, 100_000],
    ["an amount with a low maximum", { type: "money", maximum: 500 }, 500],
    ["an amount with a high minimum", { type: "money", minimum: 200_000 }, 200_000],
    ["a number with a maximum below 1", { type: "integer", maximum: -3 }, -3],
    ["a decimal", { type: "decimal", minimum: 0.25, maximum: 0.75 }, 0.75],
    ["a rate with a maximum", { type: "rate", maximum: 0.2 }, 0.2],
    ["a rate with a minimum", { type: "rate", minimum: 0.9 }, 0.9],
  ])("states %s within its bounds", (_what, declaration, value) => {
    const loaded = withFacts({ case: { stated: declaration } });
    const { example } = requirements(loaded.version);
    expect(example.case.facts["stated"]).toBe(value);
    expect(decide(loaded, example, { evaluatedAt })).toHaveProperty("response");
  });

  it("keeps to a maximum that another fact holds, and states that one, required or not", () => {
    const loaded = withFacts({
      case: {
        taken: { type: "integer", maximum: { fact: "delivered" }, minimum: 5 },
        delivered: { type: "integer", maximum: { fact: "ordered" }, required: false },
        ordered: { type: "integer", required: false },
      },
    });
    const { example } = requirements(loaded.version);
    expect(example.case.facts).toMatchObject({ taken: 5, delivered: 5, ordered: 5 });
    expect(decide(loaded, example, { evaluatedAt })).toHaveProperty("response");
  });

  it("names a party of its own where a fact must name one", () => {
    const loaded = withFacts({ case: { accused: { type: "party", mustBeParty: true } } });
    const { example } = requirements(loaded.version);
    expect(example.case.parties.map(({ id }) => id)).toContain(example.case.facts["accused"]);
    expect(decide(loaded, example, { evaluatedAt })).toHaveProperty("response");
  });

  it.each(["Asia/Shanghai", "Pacific/Kiritimati", "Pacific/Pago_Pago"])(
    "falls on the day of effect in %s where a moment decides the version",
    (timeZone) => {
      const loaded = withFacts(
        { case: { receivedAt: { type: "instant" } } },
        { timeZone, appliesBy: "receivedAt", effectiveFrom: "2026-03-01" },
      );
      expect(requirements(loaded.version).example.case.facts["receivedAt"]).toMatch(/^2026-03-01T12:00:00/);
    },
  );

  it("lets somebody else decide than the parties and those who instructed them", () => {
    const loaded = withFacts(
      { case: { decidedBy: { type: "party" } }, party: { instructedBy: { type: "party" } } },
      { conflict: { decider: "decidedBy", instructors: ["instructedBy"], references: [] } },
    );
    const result = decide(loaded, requirements(loaded.version).example, { evaluatedAt });
    expect(result).toMatchObject({ response: { outcome: { disposition: "upheld" } } });
  });

  it("states some of what rules read of a party where nothing is required of one", () => {
    const amount = { fact: "fine" };
    const loaded = withFacts(
      { party: { fine: { type: "money", required: false }, other: { type: "money", required: false } } },
      { rules: [rule("fine", "penalty", "party", { type: "fine", params: { amount } })] },
    );
    const { example } = requirements(loaded.version);
    expect(example.case.parties).toEqual([
      { id: "P1", kind: "person", facts: { fine: 100_000, monthlyBonus: 100_000 } },
    ]);
  });
});

describe("what facts are used for", () => {
  it("names the guards' facts only under a guard", () => {
    const used = (guards: readonly string[]): readonly string[] =>
      requirements({ ...withFacts({}).version, policy: { ...withFacts({}).version.policy, guards } })
        .facts.filter(({ usedFor }) => usedFor.includes("guard"))
        .map(({ name }) => name)
        .toSorted();
    expect(used([])).toEqual([]);
    expect(used(["cn"])).toEqual([
      "actOn",
      "averageDailyWage",
      "heardOn",
      "minimumWage",
      "monthlyWage",
      "noticeGivenOn",
    ]);
  });

  it("names what gates compare, and what that is worked out from", () => {
    const common = { label, references: [] };
    const { version } = withFacts(
      {
        case: { actedAt: { type: "instant" }, seenAt: { type: "instant" } },
        party: { toldOn: { type: "date" } },
      },
      {
        derived: { case: { actDay: { kind: "local-day", of: "actedAt", label } } },
        gates: [
          { ...common, kind: "published-before-act", act: "actDay" },
          { ...common, kind: "heard", told: "toldOn", days: { fact: "parameter.days" } },
        ],
      },
    );
    const used = requirements(version).facts.filter(({ usedFor }) => usedFor.includes("gate"));
    expect(used.map(({ name }) => name)).toEqual(["actedAt", "toldOn"]);
  });
});
