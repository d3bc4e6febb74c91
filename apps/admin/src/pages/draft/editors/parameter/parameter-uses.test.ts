import { describe, expect, it } from "vitest";
import { usesOf, withRenamed } from "./parameter-uses.ts";

const DOCUMENT = {
  cap: { rate: { fact: "parameter.capRate" } },
  parameters: { first: { value: 1 }, capRate: { value: 0.5 }, last: { value: 2 } },
  derived: { case: { late: { kind: "hours-between", after: { fact: "parameter.first" } } } },
  gates: [{ kind: "heard", days: { fact: "parameter.capRate" } }],
  rules: [{ id: "parameter", label: { en: "parameter.capRate is not meant here", zh: "" } }],
};

describe("where a figure is read", () => {
  it("is found wherever its name stands, in the cap, in gates, in derived facts", () => {
    expect(usesOf(DOCUMENT, "capRate")).toEqual(["/cap/rate/fact", "/gates/0/days/fact"]);
    expect(usesOf(DOCUMENT, "first")).toEqual(["/derived/case/late/after/fact"]);
    expect(usesOf(DOCUMENT, "last")).toEqual([]);
  });

  it("changes with its name, and nothing else does", () => {
    const after = withRenamed(DOCUMENT, "capRate", "bonusCapRate");
    expect(usesOf(after, "bonusCapRate")).toEqual(usesOf(DOCUMENT, "capRate"));
    expect(Object.keys(after["parameters"] ?? {})).toEqual(["first", "bonusCapRate", "last"]);
    expect(withRenamed(after, "bonusCapRate", "capRate")).toEqual(DOCUMENT);
  });
});
