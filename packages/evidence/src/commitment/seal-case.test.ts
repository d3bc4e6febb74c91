import { type Case, type Policy, personsIn } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { leafHash } from "../merkle/hash.ts";
import { openCase, sealCase } from "./seal-case.ts";
import { opens, pseudonymOf } from "./token.ts";
import { wordedFacts } from "./worded-facts.ts";

const label = { en: "x", zh: "x" };
const text = { type: "text", label } as const;

type Sealing = Parameters<typeof sealCase>[0];

const POLICY: Sealing = {
  guards: [],
  parameters: {},
  facts: {
    case: {
      receivedOn: { type: "date", label },
      decidedBy: { type: "party", label },
      product: text,
      remark: text,
    },
    party: {
      head: { type: "party", label, namesKind: "person" },
      store: { type: "party", label, namesKind: "department" },
      statement: text,
      unit: text,
    },
  },
  tables: {},
  rules: [
    {
      id: "r",
      stage: "penalty",
      scope: "party",
      label,
      references: [],
      rule: {
        conditions: {
          all: [
            { fact: "product", operator: "equal", value: "lamp" },
            { fact: "unit", operator: "notEqual", value: null },
          ],
        },
        event: { type: "remind", params: {} },
      },
    },
  ],
};

const CASE: Case = {
  reference: "C-1",
  facts: { receivedOn: "2026-07-06", decidedBy: "E1001", product: "lamp", remark: "seen by P1" },
  parties: [
    {
      id: "P1",
      kind: "person",
      memberOf: "T1",
      facts: { head: "P7", store: "S1", statement: "P7 told me", unit: "cutting", points: 3 },
    },
    { id: "T1", kind: "team", facts: { head: "D1", statement: null } },
    { id: "D1", kind: "department", facts: { head: "company" } },
  ],
  evidence: [
    { id: "photo", kind: "image", supports: "P1", note: "taken by E1001" },
    { id: "report", kind: "document" },
  ],
};

const PSEUDONYMS = new Map(
  ["P1", "P7", "E1001"].map((staffId) => [staffId, pseudonymOf({ salt: leafHash(staffId), staffId })]),
);

function seal(policy = POLICY, given = CASE) {
  let salts = 0;
  return sealCase(policy, given, { pseudonyms: PSEUDONYMS, newSalt: () => leafHash(`${(salts += 1)}`) });
}

describe("the people of a case", () => {
  it("are its parties of that kind, and whoever is named and is no party of another kind", () => {
    expect(personsIn(POLICY, CASE)).toEqual(["P1", "E1001", "P7"]);
  });

  it("are not the units that a fact is said to name, nor the company", () => {
    const facts = { store: "P1", head: "company" };
    expect(
      personsIn(POLICY, { reference: "x", facts: {}, parties: [{ id: "T1", kind: "team", facts }] }),
    ).toEqual([]);
  });

  it("are not named by facts that the policy does not know, or that every object has", () => {
    const facts = { toString: "P1", stranger: "P2" } as unknown as Case["facts"];
    expect(personsIn(POLICY, { reference: "x", facts, parties: [] })).toEqual([]);
  });
});

describe("a sealed case", () => {
  const { case: sealed, persons, openings } = seal();
  const of = (id: string): string => PSEUDONYMS.get(id) ?? "";

  it("has nobody's number and no free text in it", () => {
    const stored = JSON.stringify(sealed);
    for (const plain of ["P1", "P7", "E1001", "seen", "told", "taken", "cutting"])
      expect([plain, stored.includes(plain)]).toEqual([plain, false]);
    expect(persons).toEqual([of("P1"), of("E1001"), of("P7")]);
  });

  it("keeps everything else as it is", () => {
    expect(sealed.reference).toBe("C-1");
    expect(sealed.parties.map(({ id, kind }) => [id, kind])).toEqual([
      [of("P1"), "person"],
      ["T1", "team"],
      ["D1", "department"],
    ]);
    expect(sealed.parties[0]).toMatchObject({
      memberOf: "T1",
      facts: { head: of("P7"), store: "S1", points: 3 },
    });
    expect(sealed.parties[1]?.facts).toEqual({ head: "D1", statement: null });
    expect(sealed.evidence?.[0]).toMatchObject({ id: "photo", supports: of("P1") });
    expect(sealed.evidence?.[1]).toEqual({ id: "report", kind: "document" });
  });

  it("leaves a text as it is where a rule reads its wording, and not where it asks whether it is stated", () => {
    expect([...wordedFacts(POLICY)]).toEqual(["product"]);
    expect(sealed.facts["product"]).toBe("lamp");
    expect(sealed.parties[0]?.facts["unit"]).toMatch(/^text-/);
  });

  it("is opened by what is kept apart from it, and by nothing less", () => {
    expect(openings.map(({ value }) => value)).toEqual([
      "seen by P1",
      "P7 told me",
      "cutting",
      "taken by E1001",
    ]);
    expect(openings.every(opens)).toBe(true);
    const values = new Map([
      ...openings.map(({ token, value }) => [token, value] as const),
      ...[...PSEUDONYMS].map(([staffId, token]) => [token, staffId] as const),
    ]);
    expect(openCase(sealed, (token) => values.get(token))).toEqual(CASE);
    values.delete(of("P1"));
    expect(openCase(sealed, (token) => values.get(token)).parties[0]?.id).toBe(of("P1"));
  });

  it("gives equal texts commitments of their own", () => {
    const notes = ["same", "same"].map((note, index) => ({ id: `e${index}`, kind: "x", note }));
    const { evidence = [] } = seal(POLICY, { ...CASE, evidence: notes }).case;
    expect(new Set(evidence.map(({ note }) => note)).size).toBe(2);
  });

  it("is not made where somebody has no pseudonym, and the number is not told", () => {
    const parties = [{ id: "P99", kind: "person", facts: {} }] as const;
    expect(() => seal(POLICY, { ...CASE, parties })).toThrow(/^somebody in the case has no pseudonym$/);
  });
});

describe("a wording that is read", () => {
  const reading = (part: Partial<Pick<Policy, "derived" | "tables" | "conditions">>) => [
    ...wordedFacts({ ...POLICY, rules: [], ...part }),
  ];

  it("is one in a table, a named condition or a derived fact", () => {
    expect(reading({})).toEqual([]);
    const table = {
      label,
      stage: "intake",
      scope: "case",
      references: [],
      hitPolicy: "unique",
      inputs: [{ fact: "product" }],
      event: { type: "disposition", params: {} },
      outputs: [],
      rows: [],
    } as const;
    expect(reading({ tables: { t: table } })).toEqual(["product"]);
    expect(reading({ conditions: { c: { any: [{ fact: "unit", operator: "in", value: ["a"] }] } } })).toEqual(
      ["unit"],
    );
    expect(reading({ derived: { case: { d: { kind: "first-known", of: ["remark"], label } } } })).toEqual([
      "remark",
    ]);
  });
});
