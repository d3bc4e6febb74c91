import {
  type AttributeDisparity,
  type FairnessDecision,
  type Figures,
  disparities,
} from "@evenhand/analysis";
import { describe, expect, it } from "vitest";
import { countRows, disparityRows, type Measure } from "./disparity-rows.ts";

const SITE = { fact: "site", scope: "party", label: { en: "site", zh: "厂区" } } as const;

/** Somebody at a site in an upheld case like all others, charged so much. */
function decided(person: string, site: string, totalMinor: number): FairnessDecision {
  const figures: Figures = { fineMinor: totalMinor, bonusMinor: 0, totalMinor, grade: null };
  return {
    id: `decision of ${person}`,
    reference: person,
    policy: { id: "conduct", version: 1, hash: "0".repeat(64) },
    currency: "CNY",
    decidedOn: "2026-07-10",
    disposition: "upheld",
    category: "damage",
    lossMinor: 100_000,
    facts: {},
    relevant: { case: {}, parties: [{}] },
    likeness: "alike",
    parties: [
      {
        party: person,
        kind: "person",
        facts: { site },
        role: null,
        exemption: null,
        proposed: figures,
        decided: figures,
        months: 1,
        outstandingMinor: 0,
      },
    ],
    deadlines: [],
    decider: "handler",
    departures: [],
    reason: null,
    appeal: null,
  };
}

/** So many people of a site, of whom the first `fined` pay an amount that grows by one from person to person. */
function people(
  site: string,
  count: number,
  { fined, from }: { readonly fined: number; readonly from: number },
) {
  return Array.from({ length: count }, (_, index) =>
    decided(`${site}-${index}`, site, index < fined ? from + index : 0),
  );
}

function compared(decisions: readonly FairnessDecision[]): AttributeDisparity {
  const question = disparities({ attributes: [SITE], seed: 1, currency: "CNY", draws: 999 });
  for (const decision of decisions) question.see(decision);
  const [site] = question.answer().attributes;
  if (!site) throw new Error("an attribute is missing");
  return site;
}

/** North is fined most often, and as much as others; the people of south pay more; west is small. */
const SITES = compared([
  ...people("north", 40, { fined: 38, from: 10_000 }),
  ...people("south", 40, { fined: 20, from: 40_000 }),
  ...people("east", 60, { fined: 30, from: 10_000 }),
  ...people("west", 3, { fined: 3, from: 10_000 }),
]);

const rowsOf = (measure: Measure, of: Pick<AttributeDisparity, "groups"> = SITES) =>
  disparityRows(of, { measure, labelOf: ({ label }) => label.en });

describe("disparityRows", () => {
  it("say nothing of a small group but that it is small", () => {
    expect(rowsOf("penalty").find(({ id }) => id === "west")).toEqual({
      id: "west",
      label: "west",
      shown: "n < 10",
      isFinding: false,
    });
  });

  it("give the ratio among comparable cases, and the other one of those without a penalty", () => {
    const [penalty, spared] = (["penalty", "no-penalty"] as const).map((measure) =>
      rowsOf(measure).find(({ id }) => id === "north"),
    );
    expect(penalty).toMatchObject({ shown: "figure", n: 40, isFinding: true });
    expect(penalty?.shown === "figure" && (penalty.figure.estimate ?? 0) > 1.5).toBe(true);
    expect(spared?.shown === "figure" && (spared.figure.estimate ?? 1) < 0.2).toBe(true);
  });

  it("mark a finding where it is shown by what was found, and not by another measure", () => {
    const marked = (measure: Measure) =>
      rowsOf(measure).flatMap(({ id, isFinding }) => (isFinding ? [id] : []));
    expect(marked("penalty")).toContain("north");
    expect(marked("amount")).toContain("south");
    expect(rowsOf("amount").find(({ id }) => id === "south")).toMatchObject({ shown: "figure", n: 20 });
  });

  it("say why where there is no figure, and never invent one", () => {
    const alike = compared([
      ...people("north", 20, { fined: 0, from: 0 }),
      ...people("south", 30, { fined: 0, from: 0 }),
    ]);
    for (const measure of ["penalty", "amount"] as const)
      expect(rowsOf(measure, alike)).toMatchObject([{ id: "north", shown: "words", isFinding: false }]);
  });
});

describe("countRows", () => {
  it("counts those compared, those that stand out and those that are hidden", () => {
    const { compared: count, small, findings } = countRows(rowsOf("penalty"));
    expect([count, small]).toEqual([3, 1]);
    expect(findings).toBe(rowsOf("penalty").filter(({ isFinding }) => isFinding).length);
  });
});
