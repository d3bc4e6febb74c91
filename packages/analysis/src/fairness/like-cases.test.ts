import { describe, expect, it } from "vitest";
import type { FairnessDecision } from "./decision.ts";
import { type LikeCases, likeCases } from "./like-cases.ts";
import { sampleDecision, sampleParty } from "./sample-decision.ts";

function asked(decisions: readonly FairnessDecision[]): LikeCases {
  const question = likeCases();
  for (const decision of decisions) question.see(decision);
  return question.answer();
}

const departed = sampleDecision({
  id: "D3",
  parties: [sampleParty(50_000)],
  departures: [{ party: "P1", fineMinor: 50_000 }],
  reason: "commitment-1",
  decider: "handler-2",
});

describe("likeCases", () => {
  it("finds like cases with different outcomes, and names who departed and why", () => {
    const { unlike, groups, compared } = asked([
      sampleDecision({ id: "D1" }),
      sampleDecision({ id: "D2" }),
      departed,
    ]);
    expect({ groups, compared }).toEqual({ groups: 1, compared: 3 });
    expect(unlike).toHaveLength(1);
    expect(unlike[0]?.outcomes.map(({ count }) => count)).toEqual([2, 1]);
    expect(unlike[0]?.outcomes[1]?.decisions).toEqual([
      expect.objectContaining({
        id: "D3",
        decider: "handler-2",
        reason: "commitment-1",
        departures: departed.departures,
      }),
    ]);
  });

  it("finds nothing where like cases came to the same, whoever was concerned and whenever it was paid", () => {
    const fined = sampleDecision({ parties: [sampleParty(20_000)] });
    const other = sampleDecision({ id: "D2", parties: [sampleParty(20_000, { party: "P9", months: 4 })] });
    expect(asked([fined, other])).toEqual({ decisions: 2, groups: 1, compared: 2, unlike: [] });
  });

  it("does not compare cases that are unlike", () => {
    const fined = sampleDecision({ id: "D2", likeness: "graver", parties: [sampleParty(20_000)] });
    expect(asked([sampleDecision(), fined])).toEqual({ decisions: 2, groups: 0, compared: 0, unlike: [] });
  });

  it("tells a grade, an exemption and a disposition apart as it does an amount", () => {
    const graded = sampleParty(0, { decided: { ...sampleParty(0).decided, grade: "warning" } });
    const others = [
      sampleDecision({ id: "D2", parties: [graded] }),
      sampleDecision({ id: "D3", parties: [sampleParty(0, { exemption: "untrained" })] }),
      sampleDecision({ id: "D4", disposition: "not-upheld" }),
    ];
    for (const other of others) expect(asked([sampleDecision(), other]).unlike).toHaveLength(1);
  });

  it("gives the same answer in whatever order decisions come", () => {
    const decisions = [sampleDecision({ id: "D1" }), sampleDecision({ id: "D2" }), departed];
    expect(asked(decisions.toReversed()).unlike[0]?.outcomes).toEqual(asked(decisions).unlike[0]?.outcomes);
  });
});
