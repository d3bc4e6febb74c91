import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFractions,
  compareFractions,
  decimalFraction,
  divideFractions,
  floorFraction,
  type Fraction,
  fraction,
  multiplyFractions,
  ONE,
  snapToMillionth,
  subtractFractions,
  ZERO,
} from "./fraction.ts";

const RUNS = { seed: 20_260_701, numRuns: 2_000 };

const integer = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const anyFraction = fc
  .tuple(integer, fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

/** Every kind of threshold a condition may state: decimals of up to six places, and whole numbers below 2^52. */
const threshold = fc.oneof(
  fc
    .integer({ min: -4_000_000_000_000_000, max: 4_000_000_000_000_000 })
    .map((millionths) => millionths / 1e6),
  fc.integer({ min: -(2 ** 52) + 1, max: 2 ** 52 - 1 }),
);

describe("fraction", () => {
  it("is reduced, with the sign above", () => {
    expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0, -7)).toEqual(ZERO);
    expect(fraction(5n, 5n)).toEqual(ONE);
  });

  it("refuses a zero denominator and numbers that are not safe integers", () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5)).toThrow(RangeError);
    expect(() => fraction(2 ** 53)).toThrow(RangeError);
    expect(() => fraction(1, Number.NaN)).toThrow(RangeError);
  });

  it("is unchanged by taking away what was added, and by dividing by what it was multiplied with", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(subtractFractions(addFractions(a, b), b)).toEqual(a);
        const divisor = b.numerator === 0n ? ONE : b;
        expect(divideFractions(multiplyFractions(a, divisor), divisor)).toEqual(a);
      }),
      RUNS,
    );
  });

  it("orders as the sign of the difference does", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        const difference = subtractFractions(a, b).numerator;
        const sign = difference === 0n ? 0 : difference < 0n ? -1 : 1;
        expect(compareFractions(a, b)).toBe(sign);
      }),
      RUNS,
    );
  });

  it("refuses division by zero", () => {
    expect(() => divideFractions(ONE, ZERO)).toThrow(RangeError);
  });

  it("floors downwards below zero as well", () => {
    expect(floorFraction(fraction(-1, 2))).toBe(-1n);
    expect(floorFraction(fraction(-4, 2))).toBe(-2n);
    expect(floorFraction(fraction(7, 2))).toBe(3n);
  });
});

describe("decimalFraction", () => {
  it("reads the decimal that is written, not the binary number next to it", () => {
    expect(decimalFraction(0.1)).toEqual(fraction(1, 10));
    expect(decimalFraction(-2.000001)).toEqual(fraction(-2_000_001, 1_000_000));
    expect(decimalFraction(9_007_199_254_740_991)).toEqual(fraction(9_007_199_254_740_991n));
  });

  it.each([1e-7, 0.1 + 0.2, 2 ** 53, 5_000_000_000.5, Number.NaN, Infinity])(
    "refuses %d, which has more than six places or is no safe integer",
    (value) => {
      expect(() => decimalFraction(value)).toThrow(RangeError);
    },
  );
});

describe("snapToMillionth", () => {
  it("keeps whole millionths and puts everything else into the middle between two", () => {
    expect(snapToMillionth(fraction(1, 4))).toBe(0.25);
    expect(snapToMillionth(fraction(1, 3))).toBe(0.333_333_5);
    expect(snapToMillionth(fraction(-1, 3))).toBe(-0.333_333_5);
    expect(snapToMillionth(fraction(1n, 10n ** 30n))).toBe(0.000_000_5);
    expect(snapToMillionth(fraction(-1n, 10n ** 30n))).toBe(-0.000_000_5);
  });

  it("is clamped to the safe integers", () => {
    expect(snapToMillionth(fraction(10n ** 30n))).toBe(Number.MAX_SAFE_INTEGER);
    expect(snapToMillionth(fraction(-(10n ** 30n), 7n))).toBe(Number.MIN_SAFE_INTEGER);
  });

  it("stands to every threshold as the exact number does", () => {
    fc.assert(
      fc.property(anyFraction, threshold, (exact, value) => {
        expect(orderSeen(exact, value)).toBe(compareFractions(exact, decimalFraction(value)));
      }),
      RUNS,
    );
  });

  it("stands to a threshold as the exact number does right beside it", () => {
    const offset = fc.oneof(
      fc.constant(ZERO),
      fc.bigInt({ min: 1n, max: 10n ** 30n }).map((denominator) => fraction(1n, denominator)),
      fc.bigInt({ min: 1n, max: 10n ** 30n }).map((denominator) => fraction(-1n, denominator)),
    );
    fc.assert(
      fc.property(threshold, offset, (value, by) => {
        expect(orderSeen(addFractions(decimalFraction(value), by), value)).toBe(compareFractions(by, ZERO));
      }),
      RUNS,
    );
  });

  it("stands to the thresholds around it as the exact number does where doubles are coarsest", () => {
    for (const edge of [3_999_999_999.999_999, 4_000_000_000, 4_000_000_001, 2 ** 51 + 1, 2 ** 52 - 2]) {
      for (const by of [fraction(1n, 10n ** 9n), fraction(-1n, 10n ** 9n), fraction(1, 2), fraction(-1, 2)]) {
        expect(orderSeen(addFractions(decimalFraction(edge), by), edge)).toBe(compareFractions(by, ZERO));
        expect(orderSeen(subtractFractions(by, decimalFraction(edge)), -edge)).toBe(
          compareFractions(by, ZERO),
        );
      }
    }
  });
});

/** How a plain comparison of numbers orders what a condition sees against a threshold. */
function orderSeen(exact: Fraction, value: number): -1 | 0 | 1 {
  const seen = snapToMillionth(exact);
  if (seen === value) return 0;
  return seen < value ? -1 : 1;
}
