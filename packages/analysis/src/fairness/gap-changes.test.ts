import { describe, expect, it } from "vitest";
import type { FairnessDecision } from "./decision.ts";
import { type Disparities, disparities } from "./disparity.ts";
import { gapChanges, gapHeadline } from "./gap-changes.ts";
import type { GroupAttribute } from "./group-tally.ts";
import { sampleDecision, sampleParty } from "./sample-decision.ts";

const SITE: GroupAttribute = { fact: "site", scope: "party", label: { en: "site", zh: "厂区" } };
const NAMES = {
  before: { en: "version 2", zh: "第2版" },
  after: { en: "the draft", zh: "草案" },
};

/** Two plants of twenty; the south pays so much more, and some of its people are spared. */
function plants({ more = 0, spared = 0 }: { readonly more?: number; readonly spared?: number }): Disparities {
  const question = disparities({ attributes: [{ ...SITE, reference: "north" }], seed: 1, currency: "CNY" });
  const decisions = ["south", "north"].flatMap((site) =>
    Array.from({ length: 20 }, (_, index): FairnessDecision => {
      const fine = 10_000 + (index % 5) * 1_000 + (site === "south" ? more : 0);
      const isSpared = site === "south" ? index < spared : index < 10;
      const facts = { site };
      return sampleDecision({
        parties: [sampleParty(isSpared ? 0 : fine, { party: `${site}${index}`, facts })],
      });
    }),
  );
  for (const decision of decisions) question.see(decision);
  return question.answer();
}

function changes(before: Disparities, after: Disparities) {
  return gapChanges(before, after, { names: NAMES, currency: "CNY" });
}

describe("what another version does to gaps", () => {
  it("is that a gap widens, narrows or stays the same, with both figures in words", () => {
    const [rate, amount] = changes(plants({ more: 1_000, spared: 5 }), plants({ more: 3_000, spared: 8 }));
    expect(rate).toMatchObject({ measure: "rate", before: 1.5, after: 1.2, change: "narrows" });
    expect(amount).toMatchObject({ measure: "amount", before: 1_000, after: 3_000, change: "widens" });
    expect(amount?.words).toEqual({
      en: "“south”, what is typically paid: 10.00 more than comparable cases under version 2, 30.00 more than comparable cases under the draft. The gap widens.",
      zh: "“south”的典型扣款：按第2版比可比案件高10.00元，按草案比可比案件高30.00元。差距扩大。",
    });
    const same = plants({ more: 2_000, spared: 5 });
    expect(changes(same, same).map(({ change }) => change)).toEqual(["same", "same"]);
  });

  it("is the same where a gap is as large the other way round", () => {
    const [, amount] = changes(plants({ more: 2_000 }), plants({ more: -2_000 }));
    expect(amount).toMatchObject({ before: 2_000, after: -2_000, change: "same" });
  });

  it("cannot be said where one of the two has nothing to compare", () => {
    const [rate, amount] = changes(plants({ spared: 20 }), plants({ spared: 5 }));
    expect([rate?.change, amount?.change]).toEqual(["unsaid", "unsaid"]);
    expect(rate?.words.en).toBe("“south”, how often penalised: it cannot be said under both.");
    expect(gapHeadline([], NAMES).en).toContain("cannot be said");
  });

  it("is summed up with the first that widens", () => {
    const gaps = changes(plants({ more: 1_000, spared: 5 }), plants({ more: 3_000, spared: 8 }));
    expect(gapHeadline(gaps, NAMES)).toEqual({
      en: expect.stringMatching(
        /^Under the draft 1 of 2 gaps between groups widens, 1 narrows and 0 stay the same\. “south”/,
      ) as string,
      zh: expect.stringMatching(/^按草案，各组之间的2项差距中，1项扩大，1项缩小，0项不变。“south”/) as string,
    });
  });
});
