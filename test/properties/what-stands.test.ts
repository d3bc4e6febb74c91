import type { FactValue, Policy } from "@evenhand/domain";
import { type DecideContext, decide, loadVersion } from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import { describe, expect, it } from "vitest";
import { guardedPolicy } from "../support/guarded-policy.ts";
import { loadRules } from "../support/rules.ts";

const { calendar, guards } = loadRules();
const both = (text: string): { en: string; zh: string } => ({ en: text, zh: text });
const common = { references: [{ article: "1" }] } as const;

function decided(
  policy: Policy,
  party: Readonly<Record<string, FactValue>>,
  record: NonNullable<DecideContext["record"]> = [],
) {
  const loaded = loadVersion(preparePolicy(policy), { calendar, guards });
  const facts = { receivedOn: "2026-07-06", decidedOn: "2026-07-10", loss: 900 };
  const result = decide(
    loaded,
    { case: { reference: "S", facts, parties: [{ id: "P1", kind: "person", facts: party }] } },
    { evaluatedAt: Date.parse("2026-07-10T10:00:00+08:00"), record },
  );
  if ("refusal" in result) throw new Error(JSON.stringify(result.refusal));
  return result.response.outcome;
}

describe("a refused decision", () => {
  const conditions: Policy["rules"][number]["rule"]["conditions"] = {
    all: [{ fact: "loss", operator: "notEqual", value: null }],
  };
  /** Owes the customer, asks for training, and is refused where the guard forbids taking money from anybody. */
  function policyUnder(named: readonly string[]): Policy {
    const plain = guardedPolicy("EUR", named);
    return {
      ...plain,
      rules: [
        ...plain.rules,
        {
          ...common,
          id: "owe",
          stage: "penalty",
          scope: "case",
          label: both("owe"),
          rule: {
            conditions,
            event: { type: "compensate", params: { to: "customer", bearer: "company", amount: 500 } },
          },
        },
        ...(["intake", "attribution", "penalty"] as const).map((stage) => ({
          ...common,
          id: `train-${stage}`,
          stage,
          scope: "case" as const,
          label: both("train"),
          rule: { conditions, event: { type: "measure" as const, params: { kind: `train-${stage}` } } },
        })),
      ],
    };
  }

  it("carries neither the compensation nor the measures that it would otherwise", () => {
    const party = { monthlyBonus: 100_000, fine: 100 };
    const stands = decided(policyUnder([]), party);
    expect(stands.disposition).toBe("upheld");
    expect(stands.compensation).toHaveLength(1);
    expect(stands.measures).toHaveLength(3);
    const refused = decided(policyUnder(["fr"]), party);
    expect(refused).toMatchObject({ disposition: "refused", compensation: [], measures: [] });
  });
});

describe("what is on record", () => {
  /** A fine of 100 for each earlier finding in the 12 months before the case was received on 2026-07-06. */
  const plain = guardedPolicy("CNY", []);
  const policy: Policy = {
    ...plain,
    derived: {
      party: {
        repeats: {
          kind: "on-record",
          code: "late",
          months: { fact: "parameter.lookBack" },
          label: both("repeats"),
        },
      },
    },
    parameters: {
      ...plain.parameters,
      lookBack: { ...common, value: 12, unit: "months", label: both("look back") },
    },
    rules: [
      {
        ...common,
        id: "repeated",
        stage: "penalty",
        scope: "party",
        label: both("repeated"),
        rule: {
          conditions: { all: [{ fact: "repeats", operator: "greaterThan", value: 0 }] },
          event: { type: "fine", params: { amount: 100, times: { fact: "repeats" } } },
        },
      },
    ],
  };

  it.each([
    ["2025-07-05", 0],
    ["2025-07-06", 100],
    ["2026-07-05", 100],
    ["2026-07-06", 0],
    ["2026-07-08", 0],
  ])(
    "on %s costs %i: the window begins on its first day and ends before the day of the case",
    (day, fine) => {
      const entry = { party: "P1", code: "late", occurredOn: day };
      expect(decided(policy, {}, [entry]).parties[0]?.fineMinor).toBe(fine);
    },
  );

  it("counts the party's own entries of that code, every one of them", () => {
    const occurredOn = "2026-01-01";
    const record = [
      { party: "P1", code: "late", occurredOn },
      { party: "P1", code: "late", occurredOn },
      { party: "P1", code: "rude", occurredOn },
      { party: "P2", code: "late", occurredOn },
    ];
    expect(decided(policy, {}, record).parties[0]?.fineMinor).toBe(200);
  });
});
