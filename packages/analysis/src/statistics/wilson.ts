import { type Interval, levelProblem, USUAL_LEVEL, zOf } from "./interval.ts";
import { EMPTY_GROUP, type NotComputable } from "./not-computable.ts";
import { type Proportion, proportionProblem } from "./proportion.ts";

/** A rate, 0 to 1, with its interval. */
export type Rate = Interval & { readonly estimate: number };

/**
 * A rate with Wilson's score interval: all p with |p̂ − p| ≤ z·√(p(1 − p)/n), which is
 * (p̂ + z²/2n ± z·√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n). It stays within 0 and 1 and is of use at 0 of n as well.
 * Source: E. B. Wilson, “Probable inference, the law of succession, and statistical inference”, JASA 22 (1927), 209–212.
 *
 * @example rateOf({ count: 81, of: 263 }) // { estimate: 0.30798…, lower: 0.2553…, upper: 0.3662…, level: 0.95 }
 */
export function rateOf(proportion: Proportion, level: number = USUAL_LEVEL): Rate | NotComputable {
  const problem = proportionProblem(proportion) ?? levelProblem(level);
  if (problem) return problem;
  const { count, of } = proportion;
  if (of === 0) return EMPTY_GROUP;
  const z2 = zOf(level) ** 2;
  const estimate = count / of;
  const middle = count + z2 / 2;
  const reach = Math.sqrt(z2 * ((count * (of - count)) / of + z2 / 4));
  return {
    estimate,
    // At the ends the two terms are equal, and rounding must not leave a rest.
    lower: count === 0 ? 0 : (middle - reach) / (of + z2),
    upper: count === of ? 1 : (middle + reach) / (of + z2),
    level,
  };
}
