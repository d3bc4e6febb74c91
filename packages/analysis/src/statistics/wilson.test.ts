import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zOf } from "./interval.ts";
import { isComputed } from "./not-computable.ts";
import { complement, type Proportion } from "./proportion.ts";
import { type Rate, rateOf } from "./wilson.ts";

const RUNS = { seed: 20_260_702, numRuns: 1_000 };

const anyProportion = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((of) => fc.record({ count: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));

function computed(proportion: Proportion, level?: number): Rate {
  const rate = rateOf(proportion, level);
  if (!isComputed(rate)) throw new Error(rate.notComputable.en);
  return rate;
}

describe("rateOf", () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])(
    "of %d in %d is %d to %d, as in R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3",
    (count, of, lower, upper) => {
      const rate = computed({ count, of });
      expect(rate.lower).toBeCloseTo(lower, 4);
      expect(rate.upper).toBeCloseTo(upper, 4);
    },
  );

  it("ends where the score test just rejects", () => {
    fc.assert(
      fc.property(anyProportion, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (proportion, level) => {
        const { estimate, lower, upper } = computed(proportion, level);
        for (const end of [lower, upper]) {
          if (end === estimate) continue;
          const score = (estimate - end) ** 2 / ((end * (1 - end)) / proportion.of);
          expect(Math.abs(score / zOf(level) ** 2 - 1)).toBeLessThan(1e-6);
        }
      }),
      RUNS,
    );
  });

  it("holds the estimate, stays within 0 and 1, and mirrors for those of whom it is not so", () => {
    fc.assert(
      fc.property(anyProportion, (proportion) => {
        const { estimate, lower, upper } = computed(proportion);
        expect(0 <= lower && lower <= estimate && estimate <= upper && upper <= 1).toBe(true);
        const mirrored = computed(complement(proportion));
        expect(mirrored.lower).toBeCloseTo(1 - upper, 12);
        expect(mirrored.upper).toBeCloseTo(1 - lower, 12);
      }),
      RUNS,
    );
  });

  it.each([
    [{ count: 0, of: 0 }, "a group with nobody in it has no rate"],
    [{ count: -1, of: 5 }, "counts must be whole numbers and not below zero"],
    [{ count: 1.5, of: 5 }, "counts must be whole numbers and not below zero"],
    [{ count: 6, of: 5 }, "the count is larger than the number that it is counted out of"],
  ])("says of %o why there is no rate", (proportion, reason) => {
    expect(rateOf(proportion)).toMatchObject({ notComputable: { en: reason } });
  });

  it("says that a level of 95 is none", () => {
    expect(rateOf({ count: 1, of: 2 }, 95)).toMatchObject({
      notComputable: { en: "the level of an interval lies between 0 and 1, such as 0.95" },
    });
  });
});
