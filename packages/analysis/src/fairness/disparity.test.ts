import { describe, expect, it } from "vitest";
import { isComputed } from "../statistics/not-computable.ts";
import { type Random, randomFrom } from "../statistics/random.ts";
import { BERKELEY } from "../statistics/sample-tables.ts";
import type { FairnessDecision } from "./decision.ts";
import { type Disparities, disparities, type GroupDisparity } from "./disparity.ts";
import type { GroupAttribute } from "./group-tally.ts";
import { sampleDecision, sampleParty } from "./sample-decision.ts";

const SITE: GroupAttribute = { fact: "site", scope: "party", label: { en: "site", zh: "厂区" } };
const RANK: GroupAttribute = { fact: "rank", scope: "party", label: { en: "rank", zh: "职级" } };

function asked(
  decisions: readonly FairnessDecision[],
  attributes: readonly GroupAttribute[] = [SITE],
): Disparities {
  const question = disparities({ attributes, seed: 1, currency: "CNY", draws: 1_999 });
  for (const decision of decisions) question.see(decision);
  return question.answer();
}

type Compared = Extract<GroupDisparity, { readonly shown: "compared" }>;

function groupIn(answer: Disparities, group: string): Compared {
  const found = answer.attributes.flatMap(({ groups }) => groups).find((one) => one.group === group);
  if (found?.shown !== "compared") throw new Error(`${group} is not compared`);
  return found;
}

const KINDS = [
  { category: "late-delivery", penalised: 0.3, rate: 0.02 },
  { category: "spec-mismatch", penalised: 0.6, rate: 0.05 },
  { category: "transport-damage", penalised: 0.8, rate: 0.1 },
];

/**
 * A year of two sites: “south” has more of the grave kinds and of the large losses, and like cases fare alike but for
 * `times`, by which south's fines are multiplied.
 */
function year(
  random: Random,
  { cases, times }: { readonly cases: number; readonly times: number },
): readonly FairnessDecision[] {
  return Array.from({ length: cases }, (_, index) => {
    const site = random.below(3) === 0 ? "south" : "north";
    const graver = site === "south" ? 2 : 4;
    const kind =
      KINDS[Math.max(random.below(3), random.below(graver) === 0 ? random.below(3) : 0)] ?? KINDS[0];
    const lossMinor = 100_000 * (1 + random.below(site === "south" ? 20 : 10)) + random.below(50_000);
    // How far it was one's own doing, from a fifth to all of it.
    const share = (1 + random.below(5)) / 5;
    const fine = Math.round(lossMinor * (kind?.rate ?? 0) * share * (site === "south" ? times : 1));
    const isPenalised = random.next() < (kind?.penalised ?? 0);
    const facts = { site, rank: random.below(2) === 0 ? "worker" : "lead" };
    return sampleDecision({
      id: `D${index}`,
      category: kind?.category ?? null,
      lossMinor,
      parties: [sampleParty(isPenalised ? fine : 0, { party: `P${random.below(150)}`, facts })],
    });
  });
}

/** Admissions to Berkeley as if they were cases: whoever was not admitted was penalised, and departments are kinds. */
function berkeleyAsCases(): readonly FairnessDecision[] {
  return BERKELEY.flatMap(({ group, reference }, department) =>
    [
      { sex: "men", ...group },
      { sex: "women", ...reference },
    ].flatMap(({ sex, count, of }) =>
      Array.from({ length: of }, (_, index) =>
        sampleDecision({
          id: `${department} ${sex} ${index}`,
          category: `department ${department}`,
          lossMinor: null,
          parties: [
            sampleParty(index < count ? 0 : 10_000, { party: `${sex} ${index}`, facts: { site: sex } }),
          ],
        }),
      ),
    ),
  );
}

describe("disparities", () => {
  it("finds that one site is fined one and a half times as much in like cases, with interval and test", () => {
    const south = groupIn(asked(year(randomFrom(11), { cases: 900, times: 1.5 })), "south");
    if (
      !isComputed(south.amount) ||
      !isComputed(south.amount.typical) ||
      !isComputed(south.amount.typical.interval)
    )
      throw new Error("the amounts are not compared");
    expect(south.isFinding).toBe(true);
    expect(south.amountP?.adjusted).toBeLessThan(0.01);
    expect(south.amount.typical.interval.lower).toBeGreaterThan(0);
    expect(south.titles[0]?.en).toMatch(
      /^“south” typically pays [\d,.]+ more than comparable cases \(95% interval [\d,.]+ to [\d,.]+, n = \d+\)\. Not proof of bias\.$/,
    );
    expect(south.titles[0]?.zh).toMatch(
      /^“south”的扣款通常比可比案件高[\d,.]+元（95%区间[\d,.]+元至[\d,.]+元，n = \d+）。/,
    );
    // Whether somebody is penalised was left alone, and nothing is said of it.
    expect(south.titles).toHaveLength(1);
  });

  it("calls something a finding in at most 10 of 100 years in which like cases fared alike, though the sites had different cases", () => {
    const withFinding = Array.from({ length: 100 }, (_, seed) =>
      asked(year(randomFrom(1_000 + seed), { cases: 400, times: 1 }), [SITE, RANK]),
    ).filter(({ attributes }) =>
      attributes.some(({ groups }) => groups.some((group) => group.shown === "compared" && group.isFinding)),
    );
    expect(withFinding.length).toBeLessThanOrEqual(10);
    // What these seeds give; another count means that the figures have changed. Five in a hundred is what the level allows.
    expect(withFinding).toHaveLength(3);
  });

  it("reports the crude difference of Berkeley's admissions, and does not call it a finding, since departments explain it", () => {
    const women = groupIn(asked(berkeleyAsCases()), "women");
    const { crude, stratified } = women.rate;
    if (!isComputed(crude.penaltyRatio) || !isComputed(crude.test) || !isComputed(stratified))
      throw new Error("the rates are not compared");
    expect(crude.penaltyRatio.estimate).toBeCloseTo(1278 / 1835 / (1493 / 2691), 12);
    expect(crude.test.twoSided).toBeLessThan(1e-10);
    expect(stratified.penaltyRatio).toMatchObject({ estimate: expect.closeTo(0.97, 1) as number });
    expect(women.isFinding).toBe(false);
    expect(women.titles.map(({ en }) => en)).toEqual([
      expect.stringContaining("1.26 times as often as others; among comparable cases"),
    ]);
  });

  it("calls what every kind of case shows a finding, though over all cases both sites are penalised alike", () => {
    // Of grave cases south is penalised in 84% and north in 60%, of light ones in 20% and 5%; in all in 180 of 500 each.
    const decisions = [
      { site: "south", category: "grave", of: 125, penalised: 105 },
      { site: "south", category: "light", of: 375, penalised: 75 },
      { site: "north", category: "grave", of: 282, penalised: 169 },
      { site: "north", category: "light", of: 218, penalised: 11 },
    ].flatMap(({ site, category, of, penalised }) =>
      Array.from({ length: of }, (_, index) => {
        const party = `${site} ${category} ${index}`;
        const fine = index < penalised ? 5_000 : 0;
        return sampleDecision({
          id: party,
          category,
          parties: [sampleParty(fine, { party, facts: { site } })],
        });
      }),
    );
    const { rate, isFinding, titles } = groupIn(asked(decisions), "south");
    expect(rate.crude.penaltyRatio).toMatchObject({ estimate: 1 });
    expect(rate.crude.test).toMatchObject({ twoSided: 1 });
    expect(isFinding).toBe(true);
    expect(titles[0]?.en).toContain("times as often as comparable cases");
  });

  it("gives both ratios: 30 of 500 against 10 of 500 is three times the risk where the favourable outcome passes four fifths", () => {
    const decisions = (site: string, penalised: number): readonly FairnessDecision[] =>
      Array.from({ length: 500 }, (_, index) =>
        sampleDecision({
          parties: [
            sampleParty(index < penalised ? 5_000 : 0, { party: `${site}${index}`, facts: { site } }),
          ],
        }),
      );
    const east = groupIn(
      asked([...decisions("east", 30), ...decisions("west", 10), ...decisions("west", 0)]),
      "east",
    );
    const both = groupIn(asked([...decisions("east", 30), ...decisions("a-west", 10)]), "east");
    expect(both.rate.crude.penaltyRatio).toMatchObject({ estimate: expect.closeTo(3, 12) as number });
    expect(both.rate.crude.noPenaltyRatio).toMatchObject({ estimate: expect.closeTo(0.959, 3) as number });
    expect(both.rate.crude.test).toMatchObject({ twoSided: expect.closeTo(0.0018, 4) as number });
    expect(east.isFinding).toBe(true);
    expect(east.titles[0]?.en).toContain("is penalised 6.00 times as often as comparable cases");
  });

  it("says nothing of a group of three people but that it is small, and compares nothing with it alone", () => {
    const few = Array.from({ length: 60 }, (_, index) =>
      sampleDecision({
        parties: [sampleParty(9_000, { party: `few ${index % 3}`, facts: { site: "few" } })],
      }),
    );
    const many = Array.from({ length: 60 }, (_, index) =>
      sampleDecision({ parties: [sampleParty(0, { party: `many ${index}`, facts: { site: "many" } })] }),
    );
    const [site] = asked([...few, ...many, ...many]).attributes;
    expect(site?.groups).toEqual([{ group: "few", label: { en: "few", zh: "few" }, shown: "n < 10" }]);
    expect(site?.reason?.notComputable.en).toBe("there are not two groups of at least ten people to compare");
  });

  it("stands every group beside the one that is asked for, and says so", () => {
    const south = { ...SITE, reference: "south", values: { south: { en: "South plant", zh: "南厂" } } };
    const decisions = year(randomFrom(11), { cases: 900, times: 1.5 });
    const answer = asked(decisions, [south]);
    expect(answer.attributes[0]?.groups.map(({ group }) => group)).toEqual(["north"]);
    const north = groupIn(answer, "north");
    expect(north.titles[0]).toEqual({
      en: expect.stringMatching(
        /^“north” typically pays .* less than comparable cases of “South plant” \(/,
      ) as string,
      zh: expect.stringMatching(/^“north”的扣款通常比“南厂”的可比案件低/) as string,
    });
    const beside = (reference: string) => asked(decisions, [{ ...SITE, reference }]).attributes[0]?.reason;
    expect(beside("moon")?.notComputable.en).toBe(
      "fewer than ten people are in the group that the others should stand beside",
    );
  });

  it("holds the same what it is asked to, so that a difference that rank explains is none where rank is", () => {
    const decisions = Array.from({ length: 400 }, (_, index) => {
      const site = index % 2 === 0 ? "east" : "west";
      // Leads pay more, and east has more of them.
      const rank = index % 8 < (site === "east" ? 6 : 3) ? "lead" : "worker";
      const fine = (rank === "lead" ? 20_000 : 5_000) + (index % 7) * 100;
      return sampleDecision({ parties: [sampleParty(fine, { party: `P${index}`, facts: { site, rank } })] });
    });
    const holding = (facts: readonly string[]): Compared => {
      const same = { category: true, lossBand: true, facts };
      const question = disparities({ attributes: [SITE], same, seed: 1, currency: "CNY", draws: 1_999 });
      for (const decision of decisions) question.see(decision);
      return groupIn(question.answer(), "west");
    };
    expect([holding([]).isFinding, holding(["rank"]).isFinding]).toEqual([true, false]);
  });

  it("says that nothing can be said where all were decided alike", () => {
    const decisions = ["east", "west"].flatMap((site) =>
      Array.from({ length: 30 }, (_, index) =>
        sampleDecision({ parties: [sampleParty(5_000, { party: `${site}${index}`, facts: { site } })] }),
      ),
    );
    const [group] = asked(decisions).attributes[0]?.groups ?? [];
    expect(group).toMatchObject({
      rateP: null,
      amountP: null,
      isFinding: false,
      titles: [{ en: expect.stringContaining("nothing can be said of a difference") as string }],
    });
  });

  it("counts upheld cases only, and persons only", () => {
    const decisions = year(randomFrom(5), { cases: 300, times: 1.2 });
    const others = decisions.flatMap((decision) => [
      { ...decision, disposition: "not-upheld" as const },
      { ...decision, parties: decision.parties.map((party) => ({ ...party, kind: "team" as const })) },
    ]);
    expect(asked([...decisions, ...others])).toEqual(asked(decisions));
  });

  it("says so where there are no cases at all", () => {
    const answer = asked([]);
    expect(answer.comparisons).toBe(0);
    expect(answer.attributes[0]).toMatchObject({ groups: [], reason: { notComputable: {} } });
  });

  it("says why amounts cannot be compared where everybody pays the same", () => {
    const decisions = ["east", "west"].flatMap((site) =>
      Array.from({ length: 30 }, (_, index) =>
        sampleDecision({ parties: [sampleParty(5_000, { party: `${site}${index}`, facts: { site } })] }),
      ),
    );
    const [group] = asked(decisions).attributes[0]?.groups ?? [];
    expect(group).toMatchObject({
      amount: { test: { notComputable: {} }, typical: { notComputable: {} } },
      amountP: null,
    });
  });

  it("gives the same answer in whatever order decisions come", () => {
    const decisions = year(randomFrom(5), { cases: 300, times: 1.2 });
    expect(asked(decisions.toReversed(), [SITE, RANK])).toEqual(asked(decisions, [SITE, RANK]));
  });
});
