import type { NotComputable } from "./not-computable.ts";
import { type TwoGroups, twoGroupsProblem } from "./proportion.ts";

/** P-values of Fisher's exact test; each from 0 to 1. */
export type FisherTest = {
  /** Whether the rates differ at all. */
  readonly twoSided: number;
  /** Whether the rate of the group is higher. */
  readonly greater: number;
  /** Whether the rate of the group is lower. */
  readonly less: number;
};

/** Tables as probable as the observed one but for rounding count with it, as in R's `fisher.test`. */
const AS_PROBABLE = 1 + 1e-7;

/**
 * Fisher's exact test that two rates are the same. Given both margins, the count in the group is hypergeometric; the
 * two-sided p-value is the probability of all tables no more probable than the observed one.
 * Source: R. A. Fisher, “The logic of inductive inference”, Journal of the Royal Statistical Society 98 (1935), 39–82.
 *
 * Every weight is worked out from its neighbour, relative to the most probable table, so that nothing overflows and no
 * logarithm of a factorial loses digits: right to 1e-9 and better for groups of a million. Below about 1e-300 it is 0.
 *
 * @example fisherTest({ group: { count: 3, of: 4 }, reference: { count: 1, of: 4 } }) // twoSided: 0.485714…
 */
export function fisherTest(two: TwoGroups): FisherTest | NotComputable {
  const problem = twoGroupsProblem(two);
  if (problem) return problem;
  const { least, weights, total } = hypergeometricWeights(two);
  const observed = two.group.count - least;
  const limit = (weights[observed] ?? 0) * AS_PROBABLE;
  return {
    twoSided: share(weights, total, (weight) => weight <= limit),
    greater: share(weights, total, (_, index) => index >= observed),
    less: share(weights, total, (_, index) => index <= observed),
  };
}

type Weights = {
  /** The smallest count that the margins allow; `weights[i]` is of the count `least + i`. */
  readonly least: number;
  /** How probable each table is, the most probable one being 1. */
  readonly weights: Float64Array;
  readonly total: number;
};

function hypergeometricWeights({ group, reference }: TwoGroups): Weights {
  const having = group.count + reference.count;
  const least = Math.max(0, having - reference.of);
  const most = Math.min(group.of, having);
  const mode = Math.min(
    most,
    Math.max(least, Math.floor(((having + 1) * (group.of + 1)) / (group.of + reference.of + 2))),
  );
  const weights = new Float64Array(most - least + 1);
  // How much more probable the count `k + 1` is than `k`.
  const step = (k: number): number =>
    ((group.of - k) * (having - k)) / ((k + 1) * (reference.of - having + k + 1));
  weights[mode - least] = 1;
  let total = 1;
  for (let k = mode, weight = 1; k < most; k++) {
    weight *= step(k);
    weights[k + 1 - least] = weight;
    total += weight;
  }
  for (let k = mode, weight = 1; k > least; k--) {
    weight /= step(k - 1);
    weights[k - 1 - least] = weight;
    total += weight;
  }
  return { least, weights, total };
}

function share(
  weights: Float64Array,
  total: number,
  counts: (weight: number, index: number) => boolean,
): number {
  let sum = 0;
  for (const [index, weight] of weights.entries()) if (counts(weight, index)) sum += weight;
  return Math.min(1, sum / total);
}
