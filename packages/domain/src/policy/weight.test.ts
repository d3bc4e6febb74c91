import { describe, expect, it } from "vitest";
import type { Policy } from "./policy.ts";
import { protectedFacts, weightsOf } from "./weight.ts";

const label = { en: "a label", zh: "名称" };

// Only what these functions look at matters here.
const policy: Policy = {
  id: "sample",
  version: 1,
  title: label,
  effectiveFrom: "2026-01-01",
  appliesBy: "receivedOn",
  currency: "CNY",
  timeZone: "Asia/Shanghai",
  calendar: "cn",
  guards: [],
  lossFact: "loss",
  cap: { rate: { fact: "parameter.cap" } },
  grades: [],
  facts: {
    case: { loss: { type: "money", label }, remedied: { type: "boolean", label, weighs: "milder" } },
    party: {
      site: { type: "text", label, protected: true },
      note: { type: "text", label, protected: false },
    },
  },
  derived: {
    party: {
      earlier: { label, kind: "on-record", code: "fine", months: { fact: "parameter.months" } },
      faultCount: { label, kind: "count", of: "faults" },
    },
  },
  parameters: {},
  tables: {},
  rules: [],
  words: {},
  examples: [],
};

describe("which way facts weigh", () => {
  it("is what is declared, and worse of the loss and of what is on record", () => {
    expect(Object.fromEntries(weightsOf(policy))).toEqual({
      loss: "worse",
      earlier: "worse",
      remedied: "milder",
    });
  });

  it("is what is declared of the loss as well, where anything is", () => {
    const { facts } = policy;
    const loss = { type: "money", label, weighs: "milder" } as const;
    expect(weightsOf({ ...policy, facts: { ...facts, case: { loss } } }).get("loss")).toBe("milder");
  });
});

describe("protected facts", () => {
  it("are those declared so", () => {
    expect(protectedFacts(policy)).toEqual(["site"]);
  });
});
