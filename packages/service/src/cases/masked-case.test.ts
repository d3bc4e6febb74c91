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
      witness: { type: "text", label },
      remark: { type: "text", label },
    },
    party: {
      head: { type: "party", label },
      store: { type: "party", label, namesKind: "department" },
    },
  },
};
/** A version before that: two facts named somebody that name nobody now, one of which is gone. */
const BEFORE: PolicyDeclarations = {
  ...POLICY,
  facts: {
    case: { gone: { type: "party", label }, witness: { type: "party", label, namesKind: "external" } },
    party: { buyer: { type: "party", label, namesKind: "external" } },
  },
};
const person = (digit: string): string => `person-${digit.repeat(64)}`;
const SEALED: Case = {
  reference: "complaint of Mrs X",
  facts: {
    loss: 120_000,
    decidedBy: person("3"),
    remark: `text-${"4".repeat(64)}`,
    gone: person("1"),
    witness: "customer 18",
    undeclared: "Zhang",
  },
  parties: [
    { id: person("1"), kind: "person", memberOf: "night shift", facts: { head: person("2"), store: "S1" } },
    { id: "night shift", kind: "team", facts: { head: person("1"), store: "company" } },
    { id: "S1", kind: "department", facts: {} },
    { id: "customer 17", kind: "external", facts: { buyer: "customer 19", undeclared: "Zhang" } },
  ],
  evidence: [{ id: "photo of X", kind: "image", supports: "customer 17", note: `text-${"5".repeat(64)}` }],
};

describe("a case with everybody masked", () => {
  const masked = maskedCase([BEFORE, POLICY], { reference: "case-1", sealed: SEALED });

  it("numbers everybody by what they are, the same wherever they are named", () => {
    expect(masked.parties).toEqual([
      { id: "P2", kind: "person", memberOf: "T1", facts: { head: "P3", store: "D1" } },
      { id: "T1", kind: "team", facts: { head: "P2", store: "company" } },
      { id: "D1", kind: "department", facts: {} },
      { id: "X2", kind: "external", facts: { buyer: "X3" } },
    ]);
    expect(masked.facts).toMatchObject({ loss: 120_000, decidedBy: "P1", remark: "…" });
  });

  it("numbers whom any version says that a fact names, and leaves out what no version declares", () => {
    expect(masked.facts).toMatchObject({ gone: "P2", witness: "X1" });
    expect(JSON.stringify(masked)).not.toContain("undeclared");
  });

  it("has no name, number, note or text of the case in it, and no token that tells one case by another", () => {
    const text = JSON.stringify(masked);
    for (const told of ["Mrs", "night", "S1", "customer", "Zhang", "photo", "person-", "text-", "note"])
      expect([told, text.includes(told)]).toEqual([told, false]);
    expect(masked.evidence).toEqual([{ id: "E1", kind: "image", supports: "X2" }]);
  });
});
