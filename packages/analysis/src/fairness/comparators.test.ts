import { describe, expect, it } from "vitest";
import { type Comparator, comparators } from "./comparators.ts";
import type { FairnessDecision } from "./decision.ts";
import { sampleDecision, sampleParty } from "./sample-decision.ts";

type Stated = FairnessDecision["relevant"]["case"];

function decided(
  id: string,
  fine: number,
  facts: { readonly case?: Stated; readonly party?: Stated } = {},
): FairnessDecision {
  return sampleDecision({
    id,
    parties: [sampleParty(fine, { party: `of ${id}` })],
    relevant: {
      case: { kind: "late-delivery", loss: 100_000, ...facts.case },
      parties: [{ partyKind: "person", points: 4, faults: ["wrong-loading"], ...facts.party }],
    },
  });
}

const OWN = decided("own", 10_000);

function asked(others: readonly FairnessDecision[], most?: number): readonly Comparator[] {
  const question = comparators({ decision: OWN, party: "of own", ...(most === undefined ? {} : { most }) });
  for (const other of others) question.see(other);
  return question.answer();
}

const standings = (found: readonly Comparator[]): readonly string[] =>
  found.map(({ id, standing }) => `${id} ${standing}`);

describe("comparators", () => {
  it("puts like cases with unlike penalties first, then like cases, then the nearest of the others", () => {
    const found = asked([
      decided("far", 500, { case: { kind: "spec-mismatch", loss: 10_000 } }),
      decided("same", 10_000),
      decided("a tenth more loss", 11_000, { case: { loss: 110_000 } }),
      decided("three times as much", 30_000),
      decided("nearer", 500, { party: { points: 2, faults: [] } }),
    ]);
    expect(standings(found)).toEqual([
      "three times as much unlike",
      "same like",
      "a tenth more loss like",
      "nearer near",
      "far near",
    ]);
  });

  it("takes the mean over all facts: numbers by their own size, sets by what only one of them has, a fact that is missing for another", () => {
    const [found] = asked([
      decided("D2", 10_000, {
        case: { loss: 80_000 },
        party: { faults: ["wrong-loading", "other"], late: true },
      }),
    ]);
    expect(found?.differing).toEqual([
      { fact: "late", own: null, theirs: true, distance: 1 },
      { fact: "faults", own: ["wrong-loading"], theirs: ["wrong-loading", "other"], distance: 0.5 },
      { fact: "loss", own: 100_000, theirs: 80_000, distance: expect.closeTo(0.2, 12) as number },
    ]);
    expect(found?.distance).toBeCloseTo((1 + 0.5 + 0.2) / 6, 12);
  });

  it("passes over decisions in another currency, whose amounts say nothing beside these", () => {
    const found = asked([decided("same", 10_000), { ...decided("abroad", 10_000), currency: "USD" }]);
    expect(standings(found)).toEqual(["same like"]);
  });

  it("calls another grade unlike, and an amount in step with the facts not", () => {
    const graded = decided("graded", 10_000);
    const [party] = graded.parties;
    if (!party) throw new Error("a party is missing");
    const warned = { ...graded, parties: [{ ...party, decided: { ...party.decided, grade: "warning" } }] };
    const found = asked([
      warned,
      decided("a cent more", 10_001),
      decided("in step", 9_500, { case: { loss: 95_000 } }),
      decided("out of step", 9_000, { case: { loss: 95_000 } }),
    ]);
    expect(standings(found)).toEqual([
      "graded unlike",
      "out of step unlike",
      "a cent more like",
      "in step like",
    ]);
  });

  it("compares with other decisions of the same policy and disposition only, and with people of the same kind", () => {
    const other = decided("D2", 10_000);
    const [party] = other.parties;
    if (!party) throw new Error("a party is missing");
    expect(
      asked([
        OWN,
        { ...other, policy: { ...other.policy, id: "another" } },
        { ...other, disposition: "not-upheld" },
        { ...other, parties: [{ ...party, kind: "team" }] },
      ]),
    ).toEqual([]);
  });

  it("keeps as many as are wanted, the same in whatever order they come", () => {
    const others = Array.from({ length: 30 }, (_, index) =>
      decided(`D${index}`, 10_000 + (index % 7), { case: { loss: 100_000 + 1_000 * index } }),
    );
    const found = asked(others, 5);
    expect(found).toHaveLength(5);
    expect(asked(others.toReversed(), 5)).toEqual(found);
  });

  it("finds nobody for whom the case does not list", () => {
    const question = comparators({ decision: OWN, party: "somebody else" });
    question.see(decided("D2", 10_000));
    expect(question.answer()).toEqual([]);
  });
});
