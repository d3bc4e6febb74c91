import { isComputed, type NotComputable } from "./not-computable.ts";
import { randomFrom } from "./random.ts";
import { comparable, type Stratum } from "./strata.ts";

export type PermutationOptions = {
  /** What the draws come from, where there are too many arrangements to go through all of them. */
  readonly seed: number;
  /** How a group differs from its reference; the difference of means unless another is given. */
  readonly difference?: (group: Float64Array, reference: Float64Array) => number;
  /** Up to so many arrangements all are gone through; 200,000 unless another is given. */
  readonly enumerateUpTo?: number;
  /** How many arrangements are drawn otherwise; 19,999 unless another is given. */
  readonly draws?: number;
};

export type PermutationTest = {
  /** The difference observed: the strata's own, each weighted by n₁n₀/(n₁ + n₀). */
  readonly difference: number;
  /** Two-sided, above 0 and at most 1. */
  readonly p: number;
  /** How many arrangements it rests on: all there are, or those drawn. */
  readonly arrangements: number;
  /** `exact` where all arrangements were gone through; else `drawn`, and another seed gives a slightly different p. */
  readonly method: "exact" | "drawn";
};

/**
 * Whether a group's amounts differ from those of comparable cases by more than chance would bring about, by giving out
 * the group's name among the cases of each stratum anew. p is the share of arrangements whose difference is at least as
 * large, to either side: of all of them where they are few enough, else (b + 1)/(m + 1) with b of m drawn ones, so that it
 * is never 0. Nothing is assumed of how amounts are distributed.
 * Sources: E. J. G. Pitman, “Significance tests which may be applied to samples from any populations”, Supplement to the
 * Journal of the Royal Statistical Society 4 (1937), 119–130; (b + 1)/(m + 1): B. Phipson and G. K. Smyth, “Permutation
 * p-values should never be zero”, Statistical Applications in Genetics and Molecular Biology 9 (2010), article 39.
 *
 * Not computable where no stratum has both groups, or all amounts within each stratum are the same.
 *
 * @example permutationTest([{ group: [6, 7, 8], reference: [1, 2, 3] }], { seed: 1 })
 * // { difference: 5, p: 0.1, arrangements: 20, method: "exact" }
 */
export function permutationTest(
  strata: readonly Stratum[],
  options: PermutationOptions,
): PermutationTest | NotComputable {
  const both = comparable(strata);
  if (!isComputed(both)) return both;
  const pools = both.map((stratum) => poolOf(stratum, options.difference));
  const total = pools.reduce((sum, { weight }) => sum + weight, 0);
  const observed = pools.reduce((sum, { now, weight }) => sum + weight * now(), 0) / total;
  // Equal sums come out in different last digits when they are added up in another order.
  const atLeast = (Math.abs(observed) - 1e-9 * largestOf(both)) * total;
  const arrangements = pools.reduce((product, pool) => product * pool.arrangements, 1);
  const isExact = arrangements <= (options.enumerateUpTo ?? 200_000);
  const p = isExact
    ? shareOfAll(pools, atLeast)
    : shareOfDrawn(pools, { atLeast, draws: options.draws ?? 19_999, seed: options.seed });
  return {
    difference: observed,
    p,
    arrangements: isExact ? arrangements : (options.draws ?? 19_999),
    method: isExact ? "exact" : "drawn",
  };
}

/** The amounts of one stratum, the group's standing first; moving amounts about changes what `now` gives. */
type Pool = {
  readonly values: Float64Array;
  readonly groupSize: number;
  readonly weight: number;
  /** In how many ways the group's name can be given out; beyond 2⁵³ approximately. */
  readonly arrangements: number;
  readonly now: () => number;
};

function poolOf({ group, reference }: Stratum, difference: PermutationOptions["difference"]): Pool {
  const values = Float64Array.from([...group, ...reference]);
  const first = values.subarray(0, group.length);
  const rest = values.subarray(group.length);
  return {
    values,
    groupSize: group.length,
    weight: (group.length * reference.length) / values.length,
    arrangements: choose(values.length, group.length),
    now: difference ? () => difference(first, rest) : differenceOfMeans(first, rest),
  };
}

/** What the two have in all never changes, so that only the group is added up each time. */
function differenceOfMeans(group: Float64Array, reference: Float64Array): () => number {
  const both = sumOf(group) + sumOf(reference);
  return () => {
    const own = sumOf(group);
    return own / group.length - (both - own) / reference.length;
  };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** The share of all arrangements at least so far from zero. */
function shareOfAll(pools: readonly Pool[], atLeast: number): number {
  const perPool = pools.map(everyDifference);
  let all = 0;
  let extreme = 0;
  const walk = (index: number, sum: number): void => {
    const differences = perPool[index];
    if (!differences) {
      all++;
      if (Math.abs(sum) >= atLeast) extreme++;
      return;
    }
    for (const difference of differences) walk(index + 1, sum + difference);
  };
  walk(0, 0);
  return extreme / all;
}

/** The weighted difference of every way to give out the group's name within one stratum. */
function everyDifference(pool: Pool): Float64Array {
  const original = pool.values.slice();
  const differences = new Float64Array(pool.arrangements);
  const chosen = Array.from({ length: pool.groupSize }, (_, index) => index);
  for (let at = 0; at < differences.length; at++) {
    arrange(pool, original, chosen);
    differences[at] = pool.weight * pool.now();
    nextChoice(chosen, original.length);
  }
  return differences;
}

/** Puts the chosen amounts first and the others behind them, each in their old order. */
function arrange(pool: Pool, original: Float64Array, chosen: readonly number[]): void {
  let first = 0;
  let rest = pool.groupSize;
  for (const [index, value] of original.entries()) {
    if (chosen[first] === index) pool.values[first++] = value;
    else pool.values[rest++] = value;
  }
}

/** Makes the next set of indexes in lexicographic order out of this one, which is sorted. */
function nextChoice(chosen: number[], outOf: number): void {
  let at = chosen.length - 1;
  while (at >= 0 && chosen[at] === outOf - chosen.length + at) at--;
  if (at < 0) return;
  let value = (chosen[at] ?? 0) + 1;
  for (; at < chosen.length; at++) chosen[at] = value++;
}

function shareOfDrawn(
  pools: readonly Pool[],
  by: { readonly atLeast: number; readonly draws: number; readonly seed: number },
): number {
  const random = randomFrom(by.seed);
  let extreme = 0;
  for (let draw = 0; draw < by.draws; draw++) {
    let sum = 0;
    for (const pool of pools) {
      // Fisher and Yates' shuffle, as far as the group reaches.
      for (let at = 0; at < pool.groupSize; at++) {
        const from = at + random.below(pool.values.length - at);
        const moved = pool.values[from] ?? 0;
        pool.values[from] = pool.values[at] ?? 0;
        pool.values[at] = moved;
      }
      sum += pool.weight * pool.now();
    }
    if (Math.abs(sum) >= by.atLeast) extreme++;
  }
  return (extreme + 1) / (by.draws + 1);
}

/** n over k; exact as long as it is a safe integer. */
function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) product = Math.round((product * (n - i + 1)) / i);
  return product;
}

/** How large the largest amount is, whatever its sign. */
function largestOf(strata: readonly Stratum[]): number {
  return strata.reduce(
    (most, { group, reference }) => [...group, ...reference].reduce((a, b) => Math.max(a, Math.abs(b)), most),
    0,
  );
}
