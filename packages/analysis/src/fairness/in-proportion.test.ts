import { describe, expect, it } from "vitest";
import type { FairnessDecision } from "./decision.ts";
import { inProportion, type InProportion } from "./in-proportion.ts";
import { sampleDecision, sampleParty } from "./sample-decision.ts";

function asked(decisions: readonly FairnessDecision[]): InProportion {
  const question = inProportion({ payFacts: ["monthlyWage", "monthlyBonus"] });
  for (const decision of decisions) question.see(decision);
  return question.answer();
}

/** Eleven cases with a loss of 1,000.00: fines of 10.00 to 100.00, and one of 900.00 over three months. */
const ELEVEN = Array.from({ length: 11 }, (_, index) => {
  const fine = index === 10 ? 90_000 : 1_000 * (index + 1);
  const party = sampleParty(fine, {
    party: `P${index}`,
    facts: index % 2 === 0 ? { monthlyWage: 500_000 } : { monthlyBonus: 250_000 },
    months: index === 10 ? 3 : 1,
  });
  return sampleDecision({ id: `D${index}`, lossMinor: 100_000, parties: [party] });
});

describe("inProportion", () => {
  it("gives quartiles of penalty to loss, and the case that lies far off", () => {
    expect(asked(ELEVEN).penaltyToLoss).toEqual({
      quartiles: {
        n: 11,
        least: 0.01,
        lower: expect.closeTo(0.035, 12) as number,
        median: 0.06,
        upper: expect.closeTo(0.085, 12) as number,
        most: 0.9,
        fences: { below: expect.closeTo(-0.04, 12) as number, above: expect.closeTo(0.16, 12) as number },
      },
      outlying: 1,
      outliers: [{ id: "D10", reference: "case of D10", party: null, value: 0.9 }],
    });
  });

  it("sets a penalty against the first of the facts that states a month's pay", () => {
    expect(asked(ELEVEN).penaltyToPay).toMatchObject({ quartiles: { n: 11, least: 0.002, most: 0.18 } });
  });

  it("names the facts that stated the pay and no other, with how many persons each stated it of", () => {
    expect(asked(ELEVEN).payStated).toEqual([
      { fact: "monthlyWage", n: 6 },
      { fact: "monthlyBonus", n: 5 },
    ]);
    const bonuses = ELEVEN.filter((_, index) => index % 2 === 1);
    expect(asked(bonuses).payStated).toEqual([{ fact: "monthlyBonus", n: 5 }]);
  });

  it("says how often the cap binds, with Wilson's interval", () => {
    expect(asked(ELEVEN).capBinds).toMatchObject({ n: 11, binds: 1, rate: { estimate: 1 / 11 } });
    expect(asked(ELEVEN).monthsToPay).toMatchObject({ outliers: [{ party: "P10", value: 3 }] });
  });

  it("says so where fewer than ten penalties state what it takes", () => {
    const { penaltyToLoss, capBinds } = asked(ELEVEN.slice(2));
    expect(penaltyToLoss).toHaveProperty("notComputable");
    expect(capBinds).toHaveProperty("notComputable");
    expect(asked(ELEVEN.map((decision) => ({ ...decision, lossMinor: null }))).penaltyToLoss).toHaveProperty(
      "notComputable",
    );
  });

  it("counts nobody who pays nothing, no unit, and no case that was not upheld", () => {
    const others = [
      sampleDecision({ parties: [sampleParty(0)] }),
      sampleDecision({ parties: [sampleParty(5_000, { kind: "team" })] }),
      sampleDecision({ parties: [sampleParty(5_000)], disposition: "not-upheld" }),
    ];
    expect(asked([...ELEVEN, ...others]).capBinds).toMatchObject({ n: 11 });
  });
});
