import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromMillionths, hasAtMostSixPlaces, toMillionths } from "./rate.ts";

const RUNS = { seed: 20_260_701, numRuns: 5_000 };

describe("hasAtMostSixPlaces", () => {
  it.each([
    0,
    -0,
    0.5,
    0.000_001,
    -1.234_567,
    3_999_999_999.999_999,
    4_000_000_000,
    5_000_000_000,
    2 ** 53 - 1,
  ])("holds of %d", (value) => {
    expect(hasAtMostSixPlaces(value)).toBe(true);
  });

  it.each([
    1e-7,
    0.1 + 0.2,
    0.000_000_5,
    1.000_000_1,
    4_000_000_000.5,
    2 ** 53,
    1e300,
    Infinity,
    -Infinity,
    Number.NaN,
  ])("does not hold of %d", (value) => {
    expect(hasAtMostSixPlaces(value)).toBe(false);
  });

  it("agrees with the decimal text of every number up to 4,000,000,000", () => {
    const millionths = fc.integer({ min: -4_000_000_000_000_000, max: 4_000_000_000_000_000 });
    const nearby = fc
      .tuple(millionths, fc.integer({ min: -3, max: 3 }))
      .map(([value, steps]) => nudged(value / 1e6, steps));
    const number = fc.oneof(
      nearby,
      fc.double({ min: -4e9, max: 4e9, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(number, (value) => {
        expect(hasAtMostSixPlaces(value)).toBe(/^-?\d+(?:\.\d{1,6})?$/.test(String(value)));
      }),
      RUNS,
    );
  });
});

/** The double some steps away from a number, through its bits. */
function nudged(value: number, steps: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  if (value !== 0) view.setBigInt64(0, view.getBigInt64(0) + BigInt(steps));
  return view.getFloat64(0);
}

describe("millionths", () => {
  it("are exact both ways", () => {
    expect(toMillionths(0.003)).toBe(3_000);
    expect(toMillionths(1.005)).toBe(1_005_000);
    expect(toMillionths(-0)).toBe(0);
    expect(fromMillionths(100_000)).toBe(0.1);
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000_000_000_000, max: 4_000_000_000_000_000 }), (millionths) => {
        expect(toMillionths(fromMillionths(millionths))).toBe(millionths);
      }),
      RUNS,
    );
  });

  it("refuse what they cannot hold", () => {
    expect(() => toMillionths(1e-7)).toThrow(RangeError);
    expect(() => toMillionths(9_007_199_255)).toThrow(RangeError);
    expect(() => fromMillionths(0.5)).toThrow(RangeError);
    expect(() => fromMillionths(2 ** 53)).toThrow(RangeError);
  });
});
