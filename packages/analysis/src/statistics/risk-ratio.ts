import { levelProblem, type Ratio, USUAL_LEVEL, zOf } from "./interval.ts";
import { type NotComputable, notComputable } from "./not-computable.ts";
import { type Proportion, type TwoGroups, twoGroupsProblem } from "./proportion.ts";

/**
 * How many times the rate of the reference group the rate of the group is, with Koopman's asymptotic score interval: all
 * ratios θ at which Pearson's chi-square of the table against its most likely rates under p₁ = θ·p₀ does not exceed that
 * of the level. It holds with a zero in a cell, where intervals on the logarithm do not exist.
 * Sources: P. A. R. Koopman, “Confidence intervals for the ratio of two binomial proportions”, Biometrics 40 (1984),
 * 513–517; the rates under p₁ = θ·p₀ in closed form: O. Miettinen and M. Nurminen, “Comparative analysis of two rates”,
 * Statistics in Medicine 4 (1985), 213–226.
 *
 * Not computable where neither group has any, since every ratio is then as good as another. The four-fifths rule looks at
 * one ratio; whoever reports takes this of a table and of its complement.
 *
 * @example riskRatio({ group: { count: 36, of: 40 }, reference: { count: 16, of: 80 } })
 * // { estimate: 4.5, lower: 2.939…, upper: 7.152…, level: 0.95 }
 */
export function riskRatio(two: TwoGroups, level: number = USUAL_LEVEL): Ratio | NotComputable {
  const problem = twoGroupsProblem(two) ?? levelProblem(level);
  if (problem) return problem;
  const { group, reference } = two;
  if (group.count === 0 && reference.count === 0) {
    return notComputable(
      "it is so of nobody in either group, and there is no ratio of nothing to nothing",
      "两组均无此情形，零与零之间没有比值",
    );
  }
  const estimate = reference.count === 0 ? null : group.count / group.of / (reference.count / reference.of);
  const limit = zOf(level) ** 2;
  const isWithin = (logRatio: number): boolean => chiSquareAt(two, Math.exp(logRatio)) <= limit;
  // A zero estimate has no logarithm; the search then begins where any group that can be counted has its interval left.
  const middle = estimate === null ? FARTHEST : estimate === 0 ? -FARTHEST : Math.log(estimate);
  return {
    estimate,
    lower: estimate === 0 ? 0 : Math.exp(edge(isWithin, { within: middle, beyond: -FARTHEST })),
    upper: estimate === null ? null : Math.exp(edge(isWithin, { within: middle, beyond: FARTHEST })),
    level,
  };
}

/** The logarithm of a ratio beyond every limit of groups smaller than 2⁵³. */
const FARTHEST = 80;

/** Where what holds at `within` ceases to hold on the way to `beyond`, to the last digit. */
function edge(
  holds: (at: number) => boolean,
  { within, beyond }: { within: number; beyond: number },
): number {
  let inside = within;
  let outside = beyond;
  for (;;) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) return inside;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
}

/** Pearson's chi-square of the table against the most likely rates with this ratio. */
function chiSquareAt({ group, reference }: TwoGroups, ratio: number): number {
  // The likelihood's maximum in p₀ is the smaller root of n·θ·p₀² − b·p₀ + x = 0. Both it and the discriminant stand here
  // in the form in which nothing is subtracted that could cancel.
  const having = group.count + reference.count;
  const ofGroup = ratio * (group.of + reference.count);
  const ofReference = reference.of + group.count;
  const root = Math.sqrt(
    (ofGroup - ofReference) ** 2 + 4 * ratio * (group.of - group.count) * (reference.of - reference.count),
  );
  const rate = Math.min(1, (2 * having) / (ofGroup + ofReference + root));
  return distance(reference, rate) + distance(group, Math.min(1, ratio * rate));
}

/** (x − np)² / np(1 − p), which at x = 0 and x = n is written so that it has a value at p = 0 and p = 1 too. */
function distance({ count, of }: Proportion, rate: number): number {
  if (count === 0) return rate === 1 ? Infinity : (of * rate) / (1 - rate);
  if (count === of) return rate === 0 ? Infinity : (of * (1 - rate)) / rate;
  return (count - of * rate) ** 2 / (of * rate * (1 - rate));
}
