import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hodgesLehmann, type TypicalDifference } from "./hodges-lehmann.ts";
import { isComputed, type NotComputable } from "./not-computable.ts";
import { pairsInTail } from "./rank-sum.ts";
import type { Stratum } from "./strata.ts";

const RUNS = { seed: 20_260_708, numRuns: 300 };

const amounts = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 14 });
const anyStrata = fc
  .array(fc.record({ group: amounts, reference: amounts }), { minLength: 1, maxLength: 4 })
  .filter((strata) => strata.some(({ group, reference }) => new Set([...group, ...reference]).size > 1));

/**
 * Permeability constants of the human chorioamnion at term and at 12 to 26 weeks: M. Hollander and D. A. Wolfe,
 * Nonparametric Statistical Methods (1973), 69f., as in R's `?wilcox.test`.
 */
const TERM = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const EARLY = [1.15, 0.88, 0.9, 0.74, 1.21];

function computed<Value extends object>(value: Value | NotComputable): Value {
  if (!isComputed(value)) throw new Error(value.notComputable.en);
  return value;
}

function typical(strata: readonly Stratum[], level?: number): TypicalDifference {
  return computed(hodgesLehmann(strata, level));
}

/** Every pair with its weight, sorted, as the definition has it. */
function pairsOf(
  strata: readonly Stratum[],
): readonly { readonly difference: number; readonly weight: number }[] {
  return strata
    .flatMap(({ group, reference }) =>
      group.flatMap((x) =>
        reference.map((y) => ({ difference: x - y, weight: 1 / (group.length + reference.length + 1) })),
      ),
    )
    .toSorted((a, b) => a.difference - b.difference);
}

function weightedMedian(pairs: ReturnType<typeof pairsOf>): number {
  const half = pairs.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let below = 0;
  for (const [index, { difference, weight }] of pairs.entries()) {
    below += weight;
    if (Math.abs(below - half) < 1e-9) return (difference + (pairs[index + 1]?.difference ?? difference)) / 2;
    if (below > half) return difference;
  }
  throw new Error("there are no pairs");
}

/**
 * The ends of the approximate interval of 95%: the variance of each rank-sum from the midranks themselves, of groups moved
 * apart so that they share no amount (drawing n of N without replacement), and the pairs counted off one by one.
 */
function intervalByListing(strata: readonly Stratum[]): { readonly lower: number; readonly upper: number } {
  const pairs = pairsOf(strata);
  const whole = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const variance = strata.reduce((sum, { group, reference }) => {
    const all = [...group, ...reference.map((y) => y + 1_000)];
    const n = all.length;
    const scatter = all.reduce((squares, x) => {
      const below = all.filter((y) => y < x).length;
      const midrank = below + (all.filter((y) => y === x).length + 1) / 2;
      return squares + (midrank - (n + 1) / 2) ** 2;
    }, 0);
    return sum + (group.length * reference.length * scatter) / (n * (n - 1)) / (n + 1) ** 2;
  }, 0);
  const continuity = Math.min(...pairs.map(({ weight }) => weight)) / 2;
  const cut = whole / 2 - 1.959963984540054 * Math.sqrt(variance) - continuity;
  const reached = (from: typeof pairs): number => {
    let below = 0;
    for (const { difference, weight } of from) {
      below += weight;
      if (below > cut) return difference;
    }
    throw new Error("there are no pairs");
  };
  return { lower: reached(pairs), upper: reached(pairs.toReversed()) };
}

/** The share of all arrangements of distinct ranks with fewer than `pairs` pairs, by going through them. */
function shareBelow(sizes: { group: number; reference: number }, pairs: number): number {
  const n = sizes.group + sizes.reference;
  const subsets = Array.from({ length: 2 ** n }, (_, bits) => bits).filter(
    (bits) => ones(bits) === sizes.group,
  );
  const below = subsets.filter((bits) => {
    let count = 0;
    for (let at = 0; at < n; at++) {
      if ((bits >> at) % 2 === 1) count += at - ones(bits & (2 ** at - 1));
    }
    return count < pairs;
  });
  return below.length / subsets.length;
}

function ones(bits: number): number {
  return bits === 0 ? 0 : (bits % 2) + ones(bits >> 1);
}

describe("hodgesLehmann", () => {
  it("of Hollander and Wolfe's permeability constants is the middle of the fifty differences, 0.305, with the ninth from either end, −0.15 and 0.76, as its interval", () => {
    const { estimate, interval, method, pairs } = typical([{ group: TERM, reference: EARLY }]);
    expect(estimate).toBeCloseTo(0.305, 14);
    expect(computed(interval).lower).toBeCloseTo(-0.15, 14);
    expect(computed(interval).upper).toBeCloseTo(0.76, 14);
    expect({ method, pairs }).toEqual({ method: "exact", pairs: 50 });
    // The data are published, these figures are a second computation: all differences, listed.
    const listed = pairsOf([{ group: TERM, reference: EARLY }]).map(({ difference }) => difference);
    expect(listed.at(8)).toBeCloseTo(-0.15, 14);
    expect(listed.at(-9)).toBeCloseTo(0.76, 14);
    expect(((listed.at(24) ?? 0) + (listed.at(25) ?? 0)) / 2).toBeCloseTo(0.305, 14);
  });

  it("is the weighted median of all pairs, listed one by one", () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        expect(typical(strata).estimate).toBe(weightedMedian(pairsOf(strata)));
      }),
      RUNS,
    );
  });

  it("has differences of pairs as ends, with the estimate between them", () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const { estimate, interval } = typical(strata, 0.9);
        if (!isComputed(interval)) return;
        const differences = new Set(pairsOf(strata).map(({ difference }) => difference));
        expect(differences.has(interval.lower) && differences.has(interval.upper)).toBe(true);
        expect(interval.lower <= estimate && estimate <= interval.upper).toBe(true);
      }),
      RUNS,
    );
  });

  it("ends, where amounts stand several times, where listing all pairs and ranking all cases says", () => {
    const few = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 14 });
    const strata = fc.array(fc.record({ group: few, reference: few }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(strata, (tied) => {
        const found = hodgesLehmann(tied);
        if (!isComputed(found) || !isComputed(found.interval)) return;
        const { lower, upper } = found.interval;
        expect({ lower, upper }).toEqual(intervalByListing(tied));
      }),
      RUNS,
    );
  });

  it("changes its sign when the groups change places, and moves along with the group", () => {
    fc.assert(
      fc.property(anyStrata, fc.integer({ min: -9, max: 9 }), (strata, by) => {
        const straight = typical(strata);
        const swapped = typical(
          strata.map(({ group, reference }) => ({ group: reference, reference: group })),
        );
        expect(swapped.estimate).toBeCloseTo(-straight.estimate, 9);
        const moved = hodgesLehmann(
          strata.map(({ group, reference }) => ({ group: group.map((x) => x + by), reference })),
        );
        if (!isComputed(moved)) return;
        expect(moved.estimate).toBe(straight.estimate + by);
        if (!isComputed(straight.interval)) return;
        expect(computed(swapped.interval).lower).toBe(-straight.interval.upper);
      }),
      RUNS,
    );
  });

  it("finds what was added to two hundred thousand cases, whose pairs nobody could list", () => {
    const spread = Array.from({ length: 100_000 }, (_, index) => (index * 7_919) % 100_003);
    const { estimate, interval, pairs } = typical([{ group: spread.map((x) => x + 500), reference: spread }]);
    expect(pairs).toBe(1e10);
    expect(estimate).toBe(500);
    expect(computed(interval).lower).toBeLessThan(500);
    expect(computed(interval).upper).toBeGreaterThan(500);
  });

  it("says that three against three are too few for 95%, and enough for 90%", () => {
    const strata = [{ group: [6, 7, 8], reference: [1, 2, 3] }];
    expect(typical(strata)).toMatchObject({ estimate: 5, interval: { notComputable: {} } });
    expect(typical(strata, 0.9).interval).toEqual({ lower: 3, upper: 7, level: 0.9 });
  });

  it.each([
    ["nobody in a group", [{ group: [], reference: [1, 2] }]],
    ["equal amounts only", [{ group: [5, 5], reference: [5] }]],
    ["no number", [{ group: [Infinity], reference: [1] }]],
  ])("says of %s why there is no difference", (_, strata) => {
    expect(hodgesLehmann(strata)).toHaveProperty("notComputable");
  });
});

describe("pairsInTail", () => {
  it("is 9 of ten against five at 0.025", () => {
    expect(pairsInTail({ group: 10, reference: 5, tail: 0.025 })).toBe(9);
  });

  it("is the largest count of pairs that going through all arrangements leaves in the tail", () => {
    for (const group of [1, 3, 5]) {
      for (const reference of [2, 4, 7]) {
        const pairs = pairsInTail({ group, reference, tail: 0.05 });
        expect(shareBelow({ group, reference }, pairs)).toBeLessThanOrEqual(0.05);
        expect(shareBelow({ group, reference }, pairs + 1)).toBeGreaterThan(0.05);
      }
    }
  });
});
