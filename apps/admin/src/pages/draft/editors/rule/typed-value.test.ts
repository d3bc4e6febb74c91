import { vocabularyOf } from "@evenhand/policy";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../document/pointer.ts";
import { about } from "./about-fact.ts";
import { questionsFor, valueFor } from "./operators.ts";
import { soundPolicy } from "./sound-policy.ts";
import { comparable, pastedParts, shownValue, typedLiteral, typedText, valueCalled } from "./typed-value.ts";

const label = (en: string): JsonObject => ({ en, zh: en });

const DOCUMENT: JsonObject = {
  currency: "CNY",
  facts: {
    case: {
      loss: { type: "money", label: label("loss") },
      claim: { type: "money", label: label("claim") },
      late: { type: "boolean", label: label("late") },
      kind: {
        type: "enum",
        label: label("kind"),
        values: { damage: { en: "Damage", zh: "损坏" }, theft: { en: "Theft", zh: "盗窃" } },
      },
      unfinished: { type: "nothing", label: label("unfinished") },
    },
    party: { fault: { type: "money", label: label("fault") } },
  },
  derived: { case: { broken: { kind: "sum", label: label("broken") } } },
  parameters: {
    line: { value: 500_000, unit: "money", label: label("serious-loss line"), references: [] },
    half: { value: 0.5 },
  },
};

const vocabulary = vocabularyOf(soundPolicy(DOCUMENT), "en");
const money = { type: "money", vocabulary } as const;

describe("a draft that is not finished", () => {
  it("gives the names of what is, and leaves the rest out", () => {
    expect(vocabulary.catalogue.has("loss")).toBe(true);
    expect(vocabulary.catalogue.has("unfinished")).toBe(false);
    expect(vocabulary.catalogue.has("broken")).toBe(false);
    expect(vocabulary.catalogue.has("parameter.half")).toBe(false);
  });

  it.each([{}, { facts: 3, parameters: [], words: null, guards: "cn", derived: { case: [1] } }])(
    "is read whatever it holds: %j",
    (document) => {
      expect(vocabularyOf(soundPolicy(document), "zh").catalogue.has("decidedOn")).toBe(true);
    },
  );
});

describe("a value", () => {
  it("is typed in its unit, and shown with it", () => {
    expect(typedLiteral("5,000", money)).toBe(500_000);
    expect(typedText(500_000, money)).toBe("5000");
    expect(typedLiteral("20%", { type: "rate", vocabulary })).toBe(0.2);
    expect(typedLiteral("many", money)).toBeUndefined();
    expect(typedLiteral("2026-01-01", { type: "date", vocabulary })).toBeUndefined();
  });

  it("taken from a figure is shown with what the figure holds", () => {
    expect(shownValue({ fact: "parameter.line" }, money)).toBe("serious-loss line: 5,000.00");
  });

  it("is compared with its like only, and by a rule of the case with nothing of a party", () => {
    const names = (scope: "case" | "party"): readonly string[] =>
      comparable("money", { vocabulary, asker: { scope, stage: "intake" }, fact: "loss" }).map(
        ({ name }) => name,
      );
    expect(names("case")).toEqual(["parameter.line", "claim"]);
    expect(names("party")).toContain("fault");
  });

  it("is found in a pasted list by its label in either language", () => {
    expect(pastedParts("损坏，theft\n\tDamage ；;x")).toEqual(["损坏", "theft", "Damage", "x"]);
    const kind = vocabulary.catalogue.get("kind");
    expect(["损坏", "THEFT", "x"].map((text) => valueCalled(text, kind))).toEqual([
      "damage",
      "theft",
      undefined,
    ]);
  });
});

describe("a question", () => {
  it("is one that the format has for the type", () => {
    expect(questionsFor("set")).toEqual(["includes", "excludes"]);
    expect(questionsFor("boolean", vocabulary.catalogue.get("late"))).toEqual(["is", "isNot"]);
    expect(questionsFor("date")).toContain("notAfter");
    expect(questionsFor("enum")).toEqual(["is", "isNot", "oneOf", "noneOf", "unknown", "known"]);
  });

  it("keeps what fits of the value", () => {
    expect(valueFor("oneOf", "damage")).toEqual(["damage"]);
    expect(valueFor("is", ["damage", "theft"])).toBe("damage");
    expect(valueFor("known", "damage")).toBeNull();
    expect(valueFor("is", null)).toBe("");
  });
});

describe("a comparison that is to be about another fact", () => {
  const of = (fact: string, operator: string, value: JsonObject | number | string) =>
    about(fact, { fact: "loss", operator, value }, vocabulary);

  it("stays as it is where the fact is of one kind with the one before", () => {
    expect(of("claim", "greaterThan", { fact: "parameter.line" })).toEqual({
      fact: "claim",
      operator: "greaterThan",
      value: { fact: "parameter.line" },
    });
  });

  it("keeps what it compares with where the fact before was misspelt, as far as that fits", () => {
    const misspelt = (fact: string, value: JsonObject | number | string) =>
      about(fact, { fact: "los", operator: "equal", value }, vocabulary);
    expect(misspelt("loss", 500_000)).toEqual({ fact: "loss", operator: "equal", value: 500_000 });
    expect(misspelt("kind", 500_000)).toEqual({ fact: "kind", operator: "equal", value: "" });
  });

  it("begins anew where it is not", () => {
    expect(of("late", "greaterThan", 5)).toEqual({ fact: "late", operator: "equal", value: true });
    expect(of("kind", "equal", 5)).toEqual({ fact: "kind", operator: "equal", value: "" });
  });
});
