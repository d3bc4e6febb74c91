import { describe, expect, it } from "vitest";
import { chiSquareTail, normalQuantile, normalTail } from "./normal.ts";

/** 10⁷⁰: the unit of the fixed-point numbers below. */
const UNIT = 10n ** 70n;

/** √(2π) to 50 places. */
const ROOT_TWO_PI = 25066282746310005024157652848110452530069867406099n * 10n ** 21n;

/**
 * P(Z > z) in fixed-point arithmetic: ½ − Σ (−1)ᵏ z²ᵏ⁺¹ / (k! 2ᵏ (2k + 1)) / √(2π), the alternating series of Abramowitz &
 * Stegun 26.2.10, whose cancellation 70 places swallow. `z` in hundredths.
 */
function tailByFixedPoint(hundredths: bigint): number {
  const z = (hundredths * UNIT) / 100n;
  const half = (z * z) / UNIT / 2n;
  let power = z;
  let sum = 0n;
  for (let k = 0n; power !== 0n; k++) {
    sum += (k % 2n === 0n ? power : -power) / (2n * k + 1n);
    power = (power * half) / UNIT / (k + 1n);
  }
  return Number(UNIT / 2n - (sum * UNIT) / ROOT_TWO_PI) / Number(UNIT);
}

describe("normalTail", () => {
  it("agrees with fixed-point arithmetic to 1e-13 of its own size, from the middle far into the tail", () => {
    for (let hundredths = 0n; hundredths <= 1000n; hundredths += 7n) {
      const expected = tailByFixedPoint(hundredths);
      expect(Math.abs(normalTail(Number(hundredths) / 100) / expected - 1)).toBeLessThan(1e-13);
    }
  });

  it("agrees with Abramowitz & Stegun, table 26.1", () => {
    expect(1 - normalTail(1)).toBeCloseTo(0.841344746068543, 14);
    expect(1 - normalTail(2)).toBeCloseTo(0.977249868051821, 14);
    expect(1 - normalTail(0.5)).toBeCloseTo(0.691462461274013, 14);
  });

  it("is the rest on the other side", () => {
    for (const z of [0, 0.3, 1.9999, 2, 2.0001, 5]) expect(normalTail(-z)).toBe(1 - normalTail(z));
  });
});

describe("normalQuantile", () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.95, 1.6448536269514722],
    [0.9, 1.2815515655446004],
    [0.5, 0],
    [0.025, -1.959963984540054],
  ])("of %d is %d", (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 13);
  });

  it("is what the tail is exceeded at, as far out as it goes", () => {
    for (const tail of [0.49, 0.3, 0.1, 1e-3, 1e-6, 1e-12]) {
      expect(normalTail(-normalQuantile(tail)) / tail).toBeCloseTo(1, 12);
    }
  });

  it.each([0, 1, -0.1, Number.NaN])("refuses %d", (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe("chiSquareTail", () => {
  it.each([
    [3.841458820694124, 0.05],
    [6.634896601021213, 0.01],
    [10.827566170662733, 0.001],
    [0, 1],
  ])("of %d, as tables of one degree of freedom have it, is %d", (x, p) => {
    expect(chiSquareTail(x)).toBeCloseTo(p, 14);
  });
});
