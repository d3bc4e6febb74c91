import type { Condition, RootCondition } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import type { FactLayout, RuleSet } from "./rule-set.ts";
import { factLayout, namedCondition, ruleSet, valueOf } from "./rule-set.ts";
import { sampleRule } from "./sample-rule.ts";

const LAYOUT: FactLayout = factLayout(["lossAmount", "daysLate"]);
const LATE: Condition = { fact: "daysLate", operator: "greaterThan", value: { fact: "parameter.grace" } };
const CONSTANTS = new Map([["parameter.grace", 3]]);

function setOf(conditions: RootCondition, named: Readonly<Record<string, RootCondition>> = {}): RuleSet {
  return ruleSet([sampleRule("r", conditions)], LAYOUT, named, CONSTANTS);
}

describe("a layout", () => {
  it("gives each fact the slot of its place", () => {
    expect([...LAYOUT.slotOf]).toEqual([
      ["lossAmount", 0],
      ["daysLate", 1],
    ]);
  });

  it("holds each fact once", () => {
    expect(() => factLayout(["lossAmount", "lossAmount"])).toThrow("stands twice");
  });
});

describe("a rule set", () => {
  it("leaves the rules it is given in their order", () => {
    const given = [sampleRule("b", { all: [LATE] }), sampleRule("a", { all: [LATE] })];
    const set = ruleSet(given, LAYOUT, {}, CONSTANTS);
    expect(given.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(set.rules.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("takes a rule without a priority as one of priority 1", () => {
    const { priority: _, ...rule } = sampleRule("a", { all: [LATE] }).rule;
    const given = [
      { ...sampleRule("b", { all: [LATE] }), rule },
      sampleRule("c", { all: [LATE] }, 2),
      sampleRule("a", { all: [LATE] }),
    ];
    expect(ruleSet(given, LAYOUT, {}, CONSTANTS).rules.map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });

  it.each([
    ["an unknown fact", { all: [{ fact: "lossAmmount", operator: "equal", value: 1 }] }, "`lossAmmount`"],
    [
      "an unknown parameter",
      { not: { fact: "daysLate", operator: "equal", value: { fact: "parameter.x" } } },
      "`parameter.x`",
    ],
    ["an unknown condition", { any: [{ condition: "in-scope" }] }, "`in-scope`"],
    ["a condition by a name every object has", { condition: "constructor" }, "`constructor`"],
    ["an empty `all`", { all: [] }, "empty"],
    ["an empty `any` deep inside", { all: [{ not: { any: [] } }] }, "empty"],
  ] as const)("refuses %s", (_, conditions, message) => {
    expect(() => setOf(conditions)).toThrow(message);
  });

  it("refuses a rule id twice, and named conditions that name others or nothing that exists", () => {
    const twice = [sampleRule("r", { all: [LATE] }), sampleRule("r", { any: [LATE] })];
    expect(() => ruleSet(twice, LAYOUT, {}, CONSTANTS)).toThrow("stands twice");
    const late: RootCondition = { all: [LATE] };
    expect(() => setOf(late, { late, other: { any: [{ condition: "late" }] } })).toThrow("`late`");
    expect(() => setOf(late, { other: { all: [] } })).toThrow("empty");
    expect(setOf({ condition: "late" }, { late }).rules).toHaveLength(1);
  });
});

describe("what a name stands for", () => {
  const set = setOf({ condition: "late" }, { late: { all: [LATE] } });

  it("is the tree of a named condition", () => {
    expect(namedCondition(set, "late")).toEqual({ all: [LATE] });
    expect(() => namedCondition(set, "toString")).toThrow("`toString`");
  });

  it("is the slot of a fact, unknown included, or the value of a parameter", () => {
    expect(valueOf(set, "daysLate", [100, 4])).toBe(4);
    expect(valueOf(set, "daysLate", [100, null])).toBeNull();
    expect(valueOf(set, "parameter.grace", [])).toBe(3);
    expect(() => valueOf(set, "grace", [])).toThrow("`grace`");
  });
});
