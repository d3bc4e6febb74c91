import { describe, expect, it } from "vitest";
import type { FairnessDecision } from "./decision.ts";
import { type Review, type ReviewAsk, review } from "./review.ts";
import { sampleDecision, sampleParty } from "./sample-decision.ts";
import { USUALLY_SAME } from "./stratum.ts";

const ASK: ReviewAsk = {
  currency: "CNY",
  timeZone: "UTC",
  seed: 1,
  attributes: [{ fact: "site", scope: "party", label: { en: "site", zh: "厂区" } }],
  same: USUALLY_SAME,
  cross: null,
  grades: [],
  payFacts: [],
  parts: [],
  rank: null,
  doneFacts: {},
  unitFact: null,
  categoryLabel: (category) => ({ en: category, zh: category }),
};

function asked(decisions: readonly FairnessDecision[], more: Partial<ReviewAsk> = {}): Review {
  const question = review({ ...ASK, ...more });
  for (const decision of decisions) question.see(decision);
  return question.answer();
}

describe("a review", () => {
  it("counts what it went through, whatever the currency, and says which amounts are in no figure", () => {
    const { counts, window, versions, categories, limits } = asked([
      sampleDecision({ decidedOn: "2026-07-10", parties: [sampleParty(5_000)] }),
      sampleDecision({ id: "D2", decidedOn: "2026-03-01", disposition: "not-upheld", category: null }),
      sampleDecision({ id: "D3", decidedOn: "2026-08-01", currency: "EUR" }),
    ]);
    expect(counts).toEqual({ decisions: 3, upheld: 2, persons: 2, penalised: 1, otherCurrency: 1 });
    expect(window).toEqual({ from: "2026-03-01", until: "2026-08-01" });
    expect(versions).toMatchObject([{ version: 1, decisions: 3 }]);
    expect(categories.map(({ category, decisions }) => [category, decisions])).toEqual([
      ["late-delivery", 2],
      [null, 1],
    ]);
    expect(limits.map(({ en }) => en)).toContain(
      "Amounts in another currency are in no figure: 1 upheld case.",
    );
  });

  it("begins with the clearest finding, and counts the others and the like cases decided unlike", () => {
    const decisions = ["east", "west", "north"].flatMap((site, place) =>
      Array.from({ length: 30 }, (_, index) =>
        sampleDecision({
          id: `${site} ${index}`,
          likeness: `${index % 15}`,
          parties: [
            sampleParty(5_000 + (index % 5) * 100 + place * 2_000, {
              party: `${site}${index}`,
              facts: { site },
            }),
          ],
        }),
      ),
    );
    const { headline, likeCases } = asked(decisions);
    expect(headline.en).toMatch(
      /^“(east|north)” typically pays .* Not proof of bias\. One further group differs as well\. 15 groups of like cases were decided unlike\.$/,
    );
    expect(headline.zh).toMatch(
      /^“(east|north)”的扣款通常比可比案件.*另有1个组存在明显差异。有15组同类案件的处理结果不同。$/,
    );
    expect(likeCases.unlikeGroups).toBe(15);
  });

  it("lists no more than can be read, and says how much there is", () => {
    const decisions = Array.from({ length: 120 }, (_, group) =>
      Array.from({ length: 24 }, (_, index) =>
        sampleDecision({
          id: `${group} ${index}`,
          likeness: `${group}`,
          parties: [sampleParty(Math.min(index, 12) * 1_000)],
        }),
      ),
    ).flat();
    const { unlike, unlikeGroups } = asked(decisions).likeCases;
    expect([unlike.length, unlikeGroups]).toEqual([100, 120]);
    expect(unlike[0]?.outcomes).toHaveLength(10);
    expect([unlike[0]?.outcomes[0]?.count, unlike[0]?.outcomes[0]?.decisions.length]).toEqual([12, 10]);
  });

  it("says in words where nobody asked, no group can be compared, or nothing stands out", () => {
    const headlineOf = (...given: Parameters<typeof asked>) => asked(...given).headline.en;
    const one = sampleDecision();
    expect(headlineOf([])).toContain("There are no decisions in force");
    expect(headlineOf([one], { attributes: [] })).toContain(
      "No groups were compared, since no fact was named",
    );
    expect(headlineOf([one])).toBe("No groups could be compared; the reasons stand with each.");
    const alike = ["east", "west"].flatMap((site) =>
      Array.from({ length: 20 }, (_, index) =>
        sampleDecision({
          parties: [sampleParty(index * 100, { party: `${site}${index}`, facts: { site } })],
        }),
      ),
    );
    expect(headlineOf(alike)).toMatch(
      /^No difference between groups stands out in comparable cases\. Not proof that there is none\./,
    );
  });

  it("gives the same in whatever order decisions come", () => {
    const decisions = Array.from({ length: 60 }, (_, index) =>
      sampleDecision({
        id: `D${index}`,
        decider: `H${index % 3}`,
        likeness: `${index % 7}`,
        parties: [
          sampleParty((index % 9) * 500, { party: `P${index}`, facts: { site: index % 2 ? "a" : "b" } }),
        ],
      }),
    );
    expect(asked(decisions.toReversed())).toEqual(asked(decisions));
  });
});
