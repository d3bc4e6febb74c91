import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isComputed } from "./not-computable.ts";
import { type PermutationOptions, type PermutationTest, permutationTest } from "./permutation.ts";
import type { Stratum } from "./strata.ts";

const RUNS = { seed: 20_260_707, numRuns: 200 };

const amounts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 });
const anyStrata = fc
  .array(fc.record({ group: amounts, reference: amounts }), { minLength: 1, maxLength: 2 })
  .filter((strata) => strata.some(({ group, reference }) => new Set([...group, ...reference]).size > 1));

function computed(strata: readonly Stratum[], options: Partial<PermutationOptions> = {}): PermutationTest {
  const test = permutationTest(strata, { seed: 1, ...options });
  if (!isComputed(test)) throw new Error(test.notComputable.en);
  return test;
}

/**
 * The share of arrangements at least as extreme, by going through every subset as the bits of a number, in whole numbers:
 * Σ over strata of N₂⁄N·(N·sum of the group − n·sum of all), N₂ being the product of all N, so that nothing is rounded.
 */
function bySubsets(strata: readonly Stratum[]): number {
  const whole = strata.reduce((all, { group, reference }) => all * (group.length + reference.length), 1);
  let arrangements: { readonly sum: number }[] = [{ sum: 0 }];
  let observed = 0;
  for (const { group, reference } of strata) {
    const values = [...group, ...reference];
    const n = values.length;
    const total = values.reduce((a, b) => a + b, 0);
    const scored = (subset: readonly number[]): number =>
      (whole / n) * (n * subset.reduce((a, b) => a + b, 0) - group.length * total);
    observed += scored(group);
    const subsets = Array.from({ length: 2 ** n }, (_, bits) =>
      values.filter((_, at) => (bits >> at) % 2 === 1),
    ).filter((subset) => subset.length === group.length);
    arrangements = arrangements.flatMap(({ sum }) =>
      subsets.map((subset) => ({ sum: sum + scored(subset) })),
    );
  }
  return arrangements.filter(({ sum }) => Math.abs(sum) >= Math.abs(observed)).length / arrangements.length;
}

describe("permutationTest", () => {
  it("of 6, 7, 8 against 1, 2, 3 is 2 of 20 arrangements", () => {
    expect(computed([{ group: [6, 7, 8], reference: [1, 2, 3] }])).toEqual({
      difference: 5,
      p: 0.1,
      arrangements: 20,
      method: "exact",
    });
  });

  it("gives of 0, 11, 12, 20 against 16, 19, 22, 24, 29 the 5 of 126 that lie so far out, counted one by one", () => {
    // Said to be an example of Pitman's (1937), which could not be looked up: a second computation.
    const strata = [{ group: [0, 11, 12, 20], reference: [16, 19, 22, 24, 29] }];
    const test = computed(strata);
    expect(test.arrangements).toBe(126);
    expect(test.p).toBeCloseTo(5 / 126, 14);
    expect(bySubsets(strata)).toBeCloseTo(5 / 126, 14);
  });

  it("agrees with going through every subset in whole numbers", () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        expect(computed(strata).p).toBeCloseTo(bySubsets(strata), 12);
      }),
      RUNS,
    );
  });

  it("shuffles within strata only: a stratum that says nothing changes nothing", () => {
    const strata = [{ group: [6, 7, 8], reference: [1, 2, 3] }];
    const constant = { group: [900, 900], reference: [900] };
    expect(computed([...strata, constant]).p).toBe(computed(strata).p);
  });

  it("comes near the exact p where it draws, from any seed, and is the same for the same seed", () => {
    const strata = [
      { group: [12, 15, 30, 9, 22, 41], reference: [8, 11, 29, 4, 10, 9] },
      { group: [100, 140, 180], reference: [90, 95, 150, 120] },
    ];
    const exact = computed(strata);
    expect(exact.method).toBe("exact");
    for (const seed of [1, 2, 3]) {
      const drawn = computed(strata, { seed, enumerateUpTo: 100 });
      expect(drawn).toMatchObject({ method: "drawn", arrangements: 19_999, difference: exact.difference });
      // Five standard errors of 19,999 draws.
      expect(Math.abs(drawn.p - exact.p)).toBeLessThan(5 * Math.sqrt((exact.p * (1 - exact.p)) / 19_999));
      expect(computed(strata, { seed, enumerateUpTo: 100 })).toEqual(drawn);
    }
  });

  it("is never 0, however far apart the groups are", () => {
    const far = Array.from({ length: 60 }, (_, index) => 1_000 + index);
    const near = Array.from({ length: 60 }, (_, index) => index);
    expect(computed([{ group: far, reference: near }], { draws: 999 }).p).toBe(1 / 1_000);
  });

  it("takes another measure of the difference", () => {
    const median = (values: Float64Array): number => values.toSorted()[Math.floor(values.length / 2)] ?? 0;
    const strata = [{ group: [1, 5, 900], reference: [2, 3, 4] }];
    expect(
      computed(strata, { difference: (group, reference) => median(group) - median(reference) }).difference,
    ).toBe(2);
  });

  it("is the same with the groups exchanged, the difference apart", () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const swapped = computed(
          strata.map(({ group, reference }) => ({ group: reference, reference: group })),
        );
        const straight = computed(strata);
        expect(swapped.p).toBeCloseTo(straight.p, 12);
        expect(swapped.difference).toBeCloseTo(-straight.difference, 9);
      }),
      RUNS,
    );
  });

  it.each([
    ["nobody in a group", [{ group: [], reference: [1, 2] }]],
    ["equal amounts only", [{ group: [5, 5], reference: [5] }]],
    ["no number", [{ group: [Number.NaN], reference: [1] }]],
  ])("says of %s why there is no test", (_, strata) => {
    expect(permutationTest(strata, { seed: 1 })).toHaveProperty("notComputable");
  });
});
