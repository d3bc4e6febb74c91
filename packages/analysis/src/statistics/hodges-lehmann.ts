import { type Interval, levelProblem, USUAL_LEVEL, zOf } from "./interval.ts";
import { isComputed, type NotComputable, notComputable } from "./not-computable.ts";
import { isExactlyRanked, pairsInTail } from "./rank-sum.ts";
import { comparable, type Stratum } from "./strata.ts";

/** How far a group typically lies above (or below) comparable cases, in the unit of the amounts. */
export type TypicalDifference = {
  readonly estimate: number;
  readonly interval: Interval | NotComputable;
  /** The pairs of one of the group and one of the reference in the same stratum that it is the median of. */
  readonly pairs: number;
  /** Where the interval comes from: the distribution counted out, or its normal approximation. */
  readonly method: "exact" | "approximate";
};

/**
 * The Hodges–Lehmann estimate of the difference between a group and comparable cases: the median of the differences of all
 * pairs of one of the group and one of the reference in the same stratum. A pair weighs 1/(N + 1) in a stratum of N, as in
 * van Elteren's stratified rank-sum, so that a stratum counts by its cases and not by their square; in a single stratum all
 * pairs weigh the same.
 *
 * The interval holds every difference that this rank-sum does not reject at the level (Moses' interval; both ends are
 * differences of pairs, and count in):
 * - exact in a single stratum of fewer than 50 in each group in which no amount stands twice;
 * - otherwise by the normal approximation with half a pair's weight for continuity. Its variance in a stratum is
 *   w²·n₁n₀/12·(N + 1 − Σ(t³ − t)/N(N − 1)) over amounts that stand t times within one group. Amounts that both groups have
 *   are not corrected for, since they come and go as the groups are shifted; so the interval is rather too wide.
 *
 * Sources: J. L. Hodges and E. L. Lehmann, “Estimates of location based on rank tests”, Annals of Mathematical Statistics
 * 34 (1963), 598–611; L. E. Moses in H. M. Walker and J. Lev, Statistical Inference (1953), ch. 18; P. van Elteren, “On the
 * combination of independent two sample tests of Wilcoxon”, Bulletin de l'Institut International de Statistique 37 (1960),
 * 351–361; M. Hollander and D. A. Wolfe, Nonparametric Statistical Methods (1999), sections 4.2 and 4.3.
 *
 * Pairs are never listed: they are counted over sorted amounts, so that time and memory grow with the cases.
 *
 * @example hodgesLehmann([{ group: [6, 7, 8], reference: [1, 2, 3] }])
 * // { estimate: 5, interval: { notComputable: { en: "there are too few cases …", … } }, pairs: 9, method: "exact" }
 */
export function hodgesLehmann(
  strata: readonly Stratum[],
  level: number = USUAL_LEVEL,
): TypicalDifference | NotComputable {
  const problem = levelProblem(level);
  if (problem) return problem;
  const both = comparable(strata);
  if (!isComputed(both)) return both;
  const [only] = both;
  const isExact = both.length === 1 && only !== undefined && isExactlyRanked(only.group, only.reference);
  const sorted = both.map(sortedPairs);
  const whole = sorted.reduce(
    (sum, { weight, group, reference }) => sum + weight * group.length * reference.length,
    0,
  );
  // Sums of weights differ in their last digits; nothing less than a pair may decide.
  const speck = 1e-6 * Math.min(...sorted.map(({ weight }) => weight));
  const rejected = isExact ? exactlyRejected(only, level) : approximatelyRejected(sorted, { whole, level });
  return {
    estimate: (differenceBeyond(sorted, whole / 2 - speck) + differenceBeyond(sorted, whole / 2 + speck)) / 2,
    interval:
      rejected < 0
        ? notComputable(
            "there are too few cases for an interval at this level",
            "案件太少，无法在此置信水平下给出区间",
          )
        : {
            lower: differenceBeyond(sorted, rejected + speck),
            upper: differenceBeyond(sorted, whole - rejected - speck),
            level,
          },
    pairs: both.reduce((sum, { group, reference }) => sum + group.length * reference.length, 0),
    method: isExact ? "exact" : "approximate",
  };
}

type SortedPairs = {
  readonly group: Float64Array;
  readonly reference: Float64Array;
  readonly weight: number;
};

function sortedPairs({ group, reference }: Stratum): SortedPairs {
  return {
    group: Float64Array.from(group).sort(),
    reference: Float64Array.from(reference).sort(),
    weight: 1 / (group.length + reference.length + 1),
  };
}

/** The weight of the pairs at one end that lie outside the interval; below zero where even the last pair does not. */
function exactlyRejected({ group, reference }: Stratum, level: number): number {
  const pairs = pairsInTail({ group: group.length, reference: reference.length, tail: (1 - level) / 2 });
  return (pairs - 1) / (group.length + reference.length + 1);
}

function approximatelyRejected(
  strata: readonly SortedPairs[],
  { whole, level }: { whole: number; level: number },
): number {
  const variance = strata.reduce((sum, { group, reference, weight }) => {
    const n = group.length + reference.length;
    const ties = (tieTerm(group) + tieTerm(reference)) / (n * (n - 1));
    return sum + ((weight * weight * group.length * reference.length) / 12) * (n + 1 - ties);
  }, 0);
  const continuity = Math.min(...strata.map(({ weight }) => weight)) / 2;
  return whole / 2 - zOf(level) * Math.sqrt(variance) - continuity;
}

/** Σ(t³ − t) over the runs of equal amounts. */
function tieTerm(sorted: Float64Array): number {
  let term = 0;
  let start = 0;
  for (let at = 1; at <= sorted.length; at++) {
    if (sorted[at] === sorted[start]) continue;
    const run = at - start;
    term += run ** 3 - run;
    start = at;
  }
  return term;
}

/** The smallest difference of a pair up to which the pairs together weigh more than `weight`, which is below that of all. */
function differenceBeyond(strata: readonly SortedPairs[], weight: number): number {
  const first = (values: Float64Array): number => values[0] ?? 0;
  const last = (values: Float64Array): number => values.at(-1) ?? 0;
  let short = Math.min(...strata.map(({ group, reference }) => first(group) - last(reference)));
  let beyond = Math.max(...strata.map(({ group, reference }) => last(group) - first(reference)));
  if (weightUpTo(strata, short) > weight) return short;
  for (let halvings = 0; halvings < 50; halvings++) {
    const middle = (short + beyond) / 2;
    if (weightUpTo(strata, middle) > weight) beyond = middle;
    else short = middle;
  }
  // What is left is too narrow to halve; almost always a single difference lies in it.
  for (;;) {
    const next = nextDifference(strata, short);
    if (next >= beyond || weightUpTo(strata, next) > weight) return next;
    short = next;
  }
}

/** What the pairs with a difference of at most `limit` weigh together. */
function weightUpTo(strata: readonly SortedPairs[], limit: number): number {
  return strata.reduce((sum, { group, reference, weight }) => {
    let pairs = 0;
    let from = 0;
    for (const amount of group) {
      while (from < reference.length && amount - (reference[from] ?? 0) > limit) from++;
      pairs += reference.length - from;
    }
    return sum + weight * pairs;
  }, 0);
}

/** The smallest difference of a pair above `limit`. */
function nextDifference(strata: readonly SortedPairs[], limit: number): number {
  return strata.reduce((least, { group, reference }) => {
    let nearest = least;
    let beyond = 0;
    for (const amount of group) {
      while (beyond < reference.length && amount - (reference[beyond] ?? 0) > limit) beyond++;
      if (beyond > 0) nearest = Math.min(nearest, amount - (reference[beyond - 1] ?? 0));
    }
    return nearest;
  }, Infinity);
}
