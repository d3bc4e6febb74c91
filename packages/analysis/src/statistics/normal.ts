/**
 * The probability that a standard normal variable exceeds `z`, to about 1e-14 of its own size however small it is, so
 * that what is reported of a far tail is right as well. 0 below 1e-308.
 *
 * Within ±√2·2 by the series of Φ (Abramowitz & Stegun 26.2.11), whose terms are all positive, further out by the continued
 * fraction of Mills' ratio (26.2.14), from its end backwards.
 *
 * @example normalTail(1.959963984540054) // 0.025
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  return z < SERIES_BELOW ? 0.5 - centralHalf(z) : density(z) * millsRatio(z);
}

/**
 * The `p`-quantile of the standard normal distribution, 0 < p < 1: the root of `normalTail` by Newton's method from the
 * approximation 26.2.23 of Abramowitz & Stegun, which is right to 4.5e-4.
 *
 * @example normalQuantile(0.975) // 1.959963984540054
 * @throws RangeError where p is no probability, or 0 or 1
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`\`${p}\` is no probability between 0 and 1`);
  if (p < 0.5) return -quantileOfTail(p);
  return p === 0.5 ? 0 : quantileOfTail(1 - p);
}

/**
 * The probability that a chi-square variable of one degree of freedom exceeds `x`, 0 or above: that of a normal variable
 * exceeding √x to either side.
 *
 * @example chiSquareTail(3.841458820694124) // 0.05
 */
export function chiSquareTail(x: number): number {
  return 2 * normalTail(Math.sqrt(x));
}

/** Below it the series loses no digit to the subtraction from a half that would be missed; above it the fraction converges. */
const SERIES_BELOW = 2;

/** P(0 < Z < z) = φ(z)·(z + z³/3 + z⁵/15 + …). */
function centralHalf(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * Number.EPSILON * 0.1; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return density(z) * sum;
}

/** 1/(z + 1/(z + 2/(z + 3/(z + …)))); at z = 2 some 200 levels are enough, and more only for speed's sake are not taken. */
function millsRatio(z: number): number {
  let below = z;
  for (let level = 300; level >= 1; level--) below = z + level / below;
  return 1 / below;
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** The z that is exceeded with probability `tail`, 0 < tail < 0.5. */
function quantileOfTail(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  let z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  // From an error of 4.5e-4 each step squares it: three are enough for the last digit.
  for (let step = 0; step < 4; step++) z += (normalTail(z) - tail) / density(z);
  return z;
}
