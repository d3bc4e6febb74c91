import type { Case, PolicyDeclarations } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { maskedCase } from "./masked-case.ts";

const label = { en: "x", zh: "x" };
const POLICY: PolicyDeclarations = {
  guards: [],
  parameters: {},
  facts: {
    case: {
      loss: { type: "money", label },
      decidedBy: { type: "party", label },
      remark: { type: "text", label },
    },
    party: {
      head: { type: "party", label },
      store: { type: "party", label, namesKind: "department" },
    },
  },
};
const person = (digit: string): string => `person-${digit.repeat(64)}`;
const SEALED: Case = {
  reference: "complaint of Mrs X",
  facts: { loss: 120_000, decidedBy: person("3"), remark: `text-${"4".repeat(64)}`, gone: person("1") },
  parties: [
    { id: person("1"), kind: "person", memberOf: "night shift", facts: { head: person("2"), store: "S1" } },
    { id: "night shift", kind: "team", facts: { head: person("1"), store: "company" } },
    { id: "S1", kind: "department", facts: {} },
    { id: "customer 17", kind: "external", facts: {} },
  ],
  evidence: [{ id: "photo of X", kind: "image", supports: "customer 17", note: `text-${"5".repeat(64)}` }],
};

describe("a case with everybody masked", () => {
  const masked = maskedCase(POLICY, { reference: "case-1", sealed: SEALED });

  it("numbers everybody by what they are, the same wherever they are named", () => {
    expect(masked.parties).toEqual([
      { id: "P2", kind: "person", memberOf: "T1", facts: { head: "P3", store: "D1" } },
      { id: "T1", kind: "team", facts: { head: "P2", store: "company" } },
      { id: "D1", kind: "department", facts: {} },
      { id: "X1", kind: "external", facts: {} },
    ]);
    expect(masked.facts).toEqual({ loss: 120_000, decidedBy: "P1", remark: "…", gone: "P2" });
  });

  it("has no name, number, note or text of the case in it, and no token that tells one case by another", () => {
    const text = JSON.stringify(masked);
    for (const told of ["Mrs", "night", "S1", "customer", "photo", "person-", "text-", "note"])
      expect([told, text.includes(told)]).toEqual([told, false]);
    expect(masked.evidence).toEqual([{ id: "E1", kind: "image", supports: "X1" }]);
  });
});
