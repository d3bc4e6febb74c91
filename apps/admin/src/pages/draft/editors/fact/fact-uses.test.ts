import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Json, type JsonObject, valueAt } from "../../../../document/pointer.ts";
import { isFactNameTaken, usesOfFact, withFactRenamed } from "./fact-uses.ts";

function policy(name: string): JsonObject {
  const file = new URL(`../../../../../../../rules/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as JsonObject;
}

const DOCUMENT: JsonObject = {
  appliesBy: "day",
  lossFact: "loss",
  conflict: { decider: "loss", instructors: ["loss"] },
  facts: {
    case: {
      loss: { type: "money", label: { en: "loss", zh: "损失" } },
      part: { type: "enum", values: { loss: { en: "loss", zh: "损失" } }, maximum: { fact: "loss" } },
    },
    party: {},
  },
  derived: {
    case: { most: { kind: "greatest", label: { en: "loss", zh: "" }, of: ["loss", "other"] } },
    party: { rate: { kind: "ratio", numerator: "loss", denominator: "whole", code: "loss" } },
  },
  gates: [{ kind: "heard", told: "loss" }],
  tables: { tiers: { inputs: [{ fact: "loss" }], rows: [{ when: ["loss", { fact: "loss" }] }] } },
  rules: [
    {
      id: "loss",
      rule: {
        conditions: { all: [{ fact: "loss", operator: "equal", value: "loss" }] },
        event: { type: "loss", params: { from: "loss", movesTo: { owners: "loss" } } },
      },
    },
  ],
  words: { loss: { en: "loss", zh: "损失" } },
  examples: [
    {
      id: "loss",
      request: {
        case: { reference: "loss", facts: { loss: 1 }, parties: [{ id: "loss", facts: { loss: 2 } }] },
      },
      expect: { category: "loss" },
    },
  ],
};

const USES = [
  "/lossFact",
  "/conflict/decider",
  "/conflict/instructors/0",
  "/facts/case/part/maximum/fact",
  "/derived/case/most/of/0",
  "/derived/party/rate/numerator",
  "/gates/0/told",
  "/tables/tiers/inputs/0/fact",
  "/tables/tiers/rows/0/when/1/fact",
  "/rules/0/rule/conditions/all/0/fact",
  "/rules/0/rule/event/params/from",
  "/rules/0/rule/event/params/movesTo/owners",
];

describe("a fact", () => {
  it("is read where a field holds its name, and nowhere else where the same word stands", () => {
    expect(usesOfFact(DOCUMENT, "loss")).toEqual(USES);
  });

  it("is called otherwise wherever it is read or stated, keeping its place, and no word beside it changes", () => {
    const after = withFactRenamed(DOCUMENT, { scope: "case", name: "loss" }, "damage");
    expect(usesOfFact(after, "damage")).toEqual(USES);
    expect(Object.keys(valueAt(after, "/facts/case") as JsonObject)).toEqual(["damage", "part"]);
    expect(valueAt(after, "/examples/0/request/case")).toEqual({
      reference: "loss",
      facts: { damage: 1 },
      parties: [{ id: "loss", facts: { loss: 2 } }],
    });
    expect(withFactRenamed(after, { scope: "case", name: "damage" }, "loss")).toEqual(DOCUMENT);
  });

  it("of a party is renamed among what the parties of examples state", () => {
    const facts = { case: {}, party: { loss: { type: "money" } } };
    const after = withFactRenamed({ ...DOCUMENT, facts }, { scope: "party", name: "loss" }, "damage");
    expect(valueAt(after, "/examples/0/request/case/parties/0/facts")).toEqual({ damage: 2 });
    expect(valueAt(after, "/examples/0/request/case/facts")).toEqual({ loss: 1 });
  });

  it.each(["complaint-fines/v2", "manufacturer-complaints/v1", "branch-complaints/v1"])(
    "of %s that is renamed and renamed back leaves the policy as it was",
    (name) => {
      const document = policy(name);
      for (const scope of ["case", "party"] as const)
        for (const fact of Object.keys(valueAt(document, `/facts/${scope}`) as JsonObject)) {
          const there = withFactRenamed(document, { scope, name: fact }, "unheardOf");
          expect(usesOfFact(there, fact)).toEqual([]);
          expect(usesOfFact(there, "unheardOf")).toEqual(usesOfFact(document, fact));
          const back: Json = withFactRenamed(there, { scope, name: "unheardOf" }, fact);
          expect(JSON.stringify(back)).toBe(JSON.stringify(document));
        }
    },
  );

  it("cannot be called as anything else that rules read", () => {
    const names = ["part", "most", "rate", "evaluatedOn", "free"];
    expect(names.map((name) => isFactNameTaken(DOCUMENT, name))).toEqual([true, true, true, true, false]);
  });

  it("is looked for in a document of whatever form", () => {
    const odd: JsonObject = { facts: [null], derived: 3, rules: "loss", gates: { act: "loss" } };
    expect(usesOfFact(odd, "loss")).toEqual([]);
    expect(withFactRenamed(odd, { scope: "case", name: "loss" }, "x")).toEqual(odd);
  });
});
