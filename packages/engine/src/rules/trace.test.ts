import type { RootCondition } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import type { ConditionValue, FactSlots } from "./rule-set.ts";
import { factLayout, ruleSet } from "./rule-set.ts";
import { sampleRule } from "./sample-rule.ts";
import { traceRule } from "./trace.ts";

const LAYOUT = factLayout(["receivedOn", "closedOn", "kind", "faults"]);
const CONSTANTS = new Map<string, ConditionValue>([["parameter.since", 20_000]]);

/** Days are shown as `day 20000`, all else as it is. */
const show = (fact: string, value: ConditionValue): ConditionValue =>
  fact.endsWith("On") ? `day ${String(value)}` : value;

function trace(conditions: RootCondition, facts: FactSlots) {
  const rule = sampleRule("r", conditions);
  const named: Readonly<Record<string, RootCondition>> = {
    repair: { all: [{ fact: "kind", operator: "equal", value: "repair" }] },
  };
  return traceRule(rule, ruleSet([rule], LAYOUT, named, CONSTANTS), facts, show);
}

describe("a trace", () => {
  it("says of each comparison what it saw, what it expected, and where that came from", () => {
    const conditions: RootCondition = {
      all: [
        { fact: "receivedOn", operator: "lessThan", value: { fact: "closedOn" } },
        { fact: "receivedOn", operator: "greaterThan", value: { fact: "parameter.since" } },
        { fact: "kind", operator: "in", value: ["repair", "return"] },
        { fact: "faults", operator: "contains", value: "other" },
      ],
    };
    expect(trace(conditions, [20_001, 20_001, "repair", ["other", "late"]])).toEqual({
      kind: "all",
      met: false,
      of: [
        {
          kind: "comparison",
          met: false,
          fact: "receivedOn",
          operator: "lessThan",
          saw: "day 20001",
          expected: "day 20001",
          expectedFrom: "closedOn",
        },
        {
          kind: "comparison",
          met: true,
          fact: "receivedOn",
          operator: "greaterThan",
          saw: "day 20001",
          expected: "day 20000",
          expectedFrom: "parameter.since",
        },
        {
          kind: "comparison",
          met: true,
          fact: "kind",
          operator: "in",
          saw: "repair",
          expected: ["repair", "return"],
        },
        {
          kind: "comparison",
          met: true,
          fact: "faults",
          operator: "contains",
          saw: ["other", "late"],
          expected: "other",
        },
      ],
    });
  });

  it("shows an unknown as null, and a test for it", () => {
    const conditions: RootCondition = {
      any: [
        { fact: "receivedOn", operator: "equal", value: null },
        { fact: "receivedOn", operator: "equal", value: { fact: "closedOn" } },
      ],
    };
    expect(trace(conditions, [null, null, null, []])).toEqual({
      kind: "any",
      met: true,
      of: [
        { kind: "comparison", met: true, fact: "receivedOn", operator: "equal", saw: null, expected: null },
        {
          kind: "comparison",
          met: false,
          fact: "receivedOn",
          operator: "equal",
          saw: null,
          expected: null,
          expectedFrom: "closedOn",
        },
      ],
    });
  });

  it("opens named conditions and denials, and keeps their names", () => {
    expect(trace({ not: { condition: "repair" } }, [1, 2, "return", []])).toEqual({
      kind: "not",
      met: true,
      of: [
        {
          kind: "named",
          name: "repair",
          met: false,
          of: [
            {
              kind: "all",
              met: false,
              of: [
                {
                  kind: "comparison",
                  met: false,
                  fact: "kind",
                  operator: "equal",
                  saw: "return",
                  expected: "repair",
                },
              ],
            },
          ],
        },
      ],
    });
  });
});
