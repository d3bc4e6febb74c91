import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFractions,
  compareFractions,
  decimalFraction,
  fraction,
  multiplyFractions,
  ONE,
  subtractFractions,
  ZERO,
} from "./fraction.ts";
import { amountText, allocate, floorOf, formatMinor, MAX_AMOUNT_MINOR, roundHalfUp } from "./money.ts";

const RUNS = { seed: 20_260_701, numRuns: 2_000 };

describe("roundHalfUp", () => {
  it.each([
    [fraction(301, 2), 151],
    [fraction(300_999_999n, 2_000_000n), 150],
    [fraction(150), 150],
    [fraction(-1, 2), 0],
    [fraction(-3, 2), -1],
    [fraction(-151, 100), -2],
  ])("rounds %o to %d", (exact, rounded) => {
    expect(roundHalfUp(exact)).toBe(rounded);
    expect(Object.is(roundHalfUp(exact), -0)).toBe(false);
  });

  it("takes 1.005 yuan for 101 fen, which binary arithmetic would make 100", () => {
    expect(roundHalfUp(multiplyFractions(decimalFraction(1.005), fraction(100)))).toBe(101);
  });

  it("refuses what is beyond the safe integers", () => {
    expect(roundHalfUp(fraction(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => roundHalfUp(fraction(2n ** 54n - 1n, 2n))).toThrow(RangeError);
  });
});

describe("floorOf", () => {
  it("drops every part of a minor unit", () => {
    expect(floorOf(fraction(150_001, 2))).toBe(75_000);
    expect(floorOf(fraction(-1, 2))).toBe(-1);
    expect(() => floorOf(fraction(2n ** 53n))).toThrow(RangeError);
  });
});

describe("allocate", () => {
  it("gives what is left over to the largest remainders, of equal ones to the earlier", () => {
    expect(allocate(100, [ONE, ONE, ONE])).toEqual([34, 33, 33]);
    expect(allocate(101, [ONE, ONE, ONE])).toEqual([34, 34, 33]);
    // 2.5, 1.25 and 1.25: the half is the largest remainder.
    expect(allocate(5, [fraction(2), ONE, ONE])).toEqual([3, 1, 1]);
    // 0.4, 0.4 and 1.2 of 2.
    expect(allocate(2, [fraction(1, 5), fraction(1, 5), fraction(3, 5)])).toEqual([1, 0, 1]);
  });

  it("splits the shares of a loss as the dealers' policy does", () => {
    const factory = decimalFraction(0.7);
    expect(allocate(800_100, [factory, subtractFractions(ONE, factory)])).toEqual([560_070, 240_030]);
  });

  it("keeps the order of the weights and gives nothing for a weight of zero", () => {
    expect(allocate(7, [ZERO, ONE, ZERO])).toEqual([0, 7, 0]);
    expect(allocate(0, [ONE, ONE])).toEqual([0, 0]);
  });

  it("refuses a total that is no amount, a negative weight and weights that are all zero", () => {
    expect(() => allocate(-1, [ONE])).toThrow(RangeError);
    expect(() => allocate(0.5, [ONE])).toThrow(RangeError);
    expect(() => allocate(2 ** 53, [ONE])).toThrow(RangeError);
    expect(() => allocate(1, [ONE, fraction(-1, 2)])).toThrow(RangeError);
    expect(() => allocate(1, [ZERO])).toThrow(RangeError);
    expect(() => allocate(1, [])).toThrow(RangeError);
  });

  const total = fc.oneof(fc.nat({ max: 1_000 }), fc.maxSafeNat());
  const weight = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 1_000n }))
    .map(([above, below]) => fraction(above, below));
  const weights = fc
    .array(weight, { minLength: 1, maxLength: 20 })
    .filter((list) => list.some((each) => each.numerator > 0n));

  it("adds up to the total, each part less than one minor unit from its share", () => {
    fc.assert(
      fc.property(total, weights, (amount, list) => {
        const parts = allocate(amount, list);
        expect(parts.reduce((a, b) => a + BigInt(b), 0n)).toBe(BigInt(amount));
        const sum = list.reduce(addFractions, ZERO);
        for (const [index, part] of parts.entries()) {
          const share = fraction(
            BigInt(amount) * (list[index]?.numerator ?? 0n) * sum.denominator,
            (list[index]?.denominator ?? 1n) * sum.numerator,
          );
          const distance = subtractFractions(fraction(part), share);
          expect(compareFractions(distance, ONE)).toBe(-1);
          expect(compareFractions(distance, fraction(-1))).toBe(1);
        }
      }),
      RUNS,
    );
  });

  it("gives the same for weights that are all multiplied alike", () => {
    fc.assert(
      fc.property(total, weights, fc.integer({ min: 1, max: 1_000 }), (amount, list, by) => {
        const scaled = list.map((each) => multiplyFractions(each, fraction(1, by)));
        expect(allocate(amount, scaled)).toEqual(allocate(amount, list));
      }),
      RUNS,
    );
  });
});

describe("amountText", () => {
  it.each([
    [120_000, "CNY", "1,200.00", "1,200.00元"],
    [0, "CNY", "0.00", "0.00元"],
    [4_000, "JPY", "JPY 4,000", "JPY 4,000"],
    [100, "INR", "INR 1.00", "INR 1.00"],
  ])("writes %i %s as %s in English and as %s in Chinese", (amount, currency, en, zh) => {
    expect(amountText(amount, currency)).toEqual({ en, zh });
  });
});

describe("formatMinor", () => {
  it.each([
    [1_200_000, "CNY", "12,000.00"],
    [0, "CNY", "0.00"],
    [5, "CNY", "0.05"],
    [99_999, "CNY", "999.99"],
    [100_000, "CNY", "1,000.00"],
    [-123_456_789, "CNY", "-1,234,567.89"],
    [12_000, "JPY", "12,000"],
    [999, "JPY", "999"],
    [-1_000, "JPY", "-1,000"],
    [1_234_567, "KWD", "1,234.567"],
    [Number.MAX_SAFE_INTEGER, "CNY", "90,071,992,547,409.91"],
  ])("writes %d of %s as %s", (amount, currency, text) => {
    expect(formatMinor(amount, currency)).toBe(text);
  });

  it("refuses parts of a minor unit and what is no currency", () => {
    expect(() => formatMinor(0.5, "CNY")).toThrow(RangeError);
    expect(() => formatMinor(Number.NaN, "CNY")).toThrow(RangeError);
    expect(() => formatMinor(1, "yuan")).toThrow(RangeError);
  });
});

describe("MAX_AMOUNT_MINOR", () => {
  it("keeps a total over every party that fits into a request a safe integer", () => {
    expect(Number.isSafeInteger((MAX_AMOUNT_MINOR * 10_000) / 4)).toBe(true);
  });
});
