import { toMillionths } from "./rate.ts";

/**
 * An exact rational number: what every figure is until it is rounded, once, at the end of its formula.
 *
 * INVARIANT: the denominator is above zero and shares no factor with the numerator, so equal numbers have equal parts.
 */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/**
 * The fraction of two whole numbers, reduced. Throws a `RangeError` on a zero denominator, and on a number
 * that is not a safe integer.
 *
 * `fraction(6, -4)` is −3/2; `fraction(7)` is 7.
 */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const over = toBigInt(denominator);
  if (over === 0n) throw new RangeError("a fraction over zero is no number");
  const above = toBigInt(numerator);
  const divisor = greatestCommonDivisor(above, over) * (over < 0n ? -1n : 1n);
  return Object.freeze({ numerator: above / divisor, denominator: over / divisor });
}

export const ZERO: Fraction = fraction(0n);
export const ONE: Fraction = fraction(1n);

const MILLION = 1_000_000n;

/**
 * The exact fraction of a JSON number, read as the decimal it is written as and not as the binary number nearest to it.
 * Throws a `RangeError` on more than six places and on whole numbers that are not safe integers.
 *
 * `decimalFraction(0.1)` is exactly 1/10.
 */
export function decimalFraction(value: number): Fraction {
  return Number.isInteger(value) ? fraction(value) : fraction(BigInt(toMillionths(value)), MILLION);
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `dividend` ÷ `divisor`. Throws a `RangeError` on zero. */
export function divideFractions(dividend: Fraction, divisor: Fraction): Fraction {
  return fraction(dividend.numerator * divisor.denominator, dividend.denominator * divisor.numerator);
}

/** −1 where `a` is the smaller, 1 where it is the greater, 0 where they are the same number. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The greatest whole number not above `f`: of −1/2 it is −1, where bigint division would give 0. */
export function floorFraction(f: Fraction): bigint {
  const towardsZero = f.numerator / f.denominator;
  return f.numerator < 0n && towardsZero * f.denominator !== f.numerator ? towardsZero - 1n : towardsZero;
}

/** Beyond this magnitude neighbouring doubles lie too far apart to hold a half between two millionths. */
const FINEST_UP_TO = 4_000_000_000n;

/**
 * The number that a condition sees instead of an exact ratio or duration. A whole number of millionths is seen as it is;
 * anything else as the middle between the two millionths around it, `(k + 0.5) / 10^6` with `k = floor(f × 10^6)`.
 * Beyond ±4,000,000,000, where thresholds are whole numbers (see `hasAtMostSixPlaces`), the middle is that between two
 * whole numbers. Clamped to the safe integers.
 *
 * INVARIANT: a threshold of at most six places and below 2^52 stands to the result as it stands to `f` itself,
 * so a plain comparison of numbers decides as exact arithmetic would.
 *
 * `snapToMillionth(fraction(1, 4))` is 0.25; `snapToMillionth(fraction(1, 3))` is 0.3333335.
 */
export function snapToMillionth(f: Fraction): number {
  const whole = floorFraction(f);
  if (whole >= BigInt(Number.MAX_SAFE_INTEGER)) return Number.MAX_SAFE_INTEGER;
  if (whole < BigInt(Number.MIN_SAFE_INTEGER)) return Number.MIN_SAFE_INTEGER;
  if (f.denominator === 1n) return Number(whole);
  if (whole >= FINEST_UP_TO || whole < -FINEST_UP_TO) return Number(whole) + 0.5;
  const millionths = floorFraction({ numerator: f.numerator * MILLION, denominator: f.denominator });
  return (Number(millionths) + (MILLION % f.denominator === 0n ? 0 : 0.5)) / 1e6;
}

function toBigInt(value: bigint | number): bigint {
  if (typeof value === "bigint") return value;
  if (!Number.isSafeInteger(value)) throw new RangeError(`\`${value}\` is not a safe integer`);
  return BigInt(value);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
