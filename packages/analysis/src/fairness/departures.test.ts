import { describe, expect, it } from "vitest";
import type { FairnessDecision } from "./decision.ts";
import { departures, type DeparturesAnswer } from "./departures.ts";
import { sampleDecision, sampleParty } from "./sample-decision.ts";

const GRADES = ["warning", "demerit"];

function asked(decisions: readonly FairnessDecision[]): DeparturesAnswer {
  const question = departures(GRADES);
  for (const decision of decisions) question.see(decision);
  return question.answer();
}

/** A decision in which the first party was to pay 1,000.00 and pays so much. */
function departing(id: string, fineMinor: number, more: Partial<FairnessDecision> = {}): FairnessDecision {
  const proposed = sampleParty(100_000).proposed;
  return sampleDecision({
    id,
    parties: [{ ...sampleParty(fineMinor), proposed }],
    departures: fineMinor === 100_000 ? [] : [{ party: "P1", fineMinor }],
    ...more,
  });
}

const many = (of: number, make: (index: number) => FairnessDecision): readonly FairnessDecision[] =>
  Array.from({ length: of }, (_, index) => make(index));

describe("departures", () => {
  it("counts them by decider and direction, with Wilson's interval", () => {
    const { all, deciders, departed } = asked([
      ...many(15, (index) => departing(`A${index}`, index < 3 ? 50_000 : 100_000, { decider: "h1" })),
      ...many(5, (index) => departing(`B${index}`, index < 2 ? 150_000 : 100_000, { decider: "h1" })),
      ...many(10, (index) => departing(`C${index}`, 100_000, { decider: "h2" })),
    ]);
    expect(departed).toBe(5);
    expect(all).toMatchObject({ n: 30, departed: 5 });
    expect(deciders.map(({ decider }) => decider)).toEqual(["h1", "h2"]);
    expect(deciders[0]?.rates).toMatchObject({
      n: 20,
      departed: 5,
      rate: {
        estimate: 0.25,
        lower: expect.closeTo(0.1119, 4) as number,
        upper: expect.closeTo(0.4687, 4) as number,
      },
      directions: { milder: { departed: 3 }, harsher: { departed: 2 }, "both-ways": { departed: 0 } },
    });
    expect(deciders[1]?.rates).toMatchObject({ departed: 0, rate: { lower: 0 } });
  });

  it("shows no rate of fewer than ten proposals", () => {
    expect(asked(many(9, (index) => departing(`D${index}`, 0))).deciders[0]?.rates).toEqual({
      shown: "n < 10",
    });
  });

  it("lists what moves the most money first, with the reason", () => {
    const { decisions } = asked([
      departing("D1", 90_000),
      departing("D2", 300_000, { reason: "commitment-2" }),
    ]);
    expect(decisions.map(({ id, byMinor, direction }) => [id, byMinor, direction])).toEqual([
      ["D2", 200_000, "harsher"],
      ["D1", -10_000, "milder"],
    ]);
    expect(decisions[0]?.reason).toBe("commitment-2");
  });

  it("tells a milder grade from a graver one, and both ways from one", () => {
    const graded = (proposed: string | null, decided: string | null): FairnessDecision => {
      const { proposed: none } = sampleParty(0);
      const party = sampleParty(0, {
        proposed: { ...none, grade: proposed },
        decided: { ...none, grade: decided },
      });
      return sampleDecision({ parties: [party], departures: [{ party: "P1", grade: decided }] });
    };
    const directionOf = (decision: FairnessDecision): string | undefined =>
      asked([decision]).decisions[0]?.direction;
    expect(directionOf(graded("demerit", "warning"))).toBe("milder");
    expect(directionOf(graded(null, "warning"))).toBe("harsher");
    const [first] = departing("D", 0).parties;
    const [second] = graded(null, "warning").parties;
    if (!first || !second) throw new Error("a party is missing");
    expect(directionOf(sampleDecision({ parties: [first, second], departures: [{ party: "P1" }] }))).toBe(
      "both-ways",
    );
  });

  it("leaves out cases that were not upheld and decisions that answer an appeal", () => {
    const others = [departing("D1", 0, { appeal: "A1" }), departing("D2", 0, { disposition: "not-upheld" })];
    expect(asked(others)).toEqual({ all: { shown: "n < 10" }, deciders: [], decisions: [], departed: 0 });
  });
});
