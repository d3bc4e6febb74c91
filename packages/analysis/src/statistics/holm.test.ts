import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holm } from "./holm.ts";
import { isComputed } from "./not-computable.ts";

const RUNS = { seed: 20_260_705, numRuns: 500 };

const anyPValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

function computed(pValues: readonly number[]): readonly number[] {
  const adjusted = holm(pValues);
  if (!isComputed(adjusted)) throw new Error(adjusted.notComputable.en);
  return adjusted;
}

describe("holm", () => {
  it("gives what R's p.adjust(c(0.01, 0.04, 0.03, 0.005), 'holm') gives", () => {
    expect(computed([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it("gives by hand of 0.042, 0.001, 0.031, 0.014, 0.007: 5 × 0.001, 4 × 0.007, 3 × 0.014, 2 × 0.031, and never less", () => {
    const adjusted = computed([0.042, 0.001, 0.031, 0.014, 0.007]);
    for (const [index, p] of [0.062, 0.005, 0.062, 0.042, 0.028].entries()) {
      expect(adjusted[index]).toBeCloseTo(p, 14);
    }
  });

  it("rejects what stepping down rejects: the smallest against α/m, the next against α/(m − 1), until one is not", () => {
    fc.assert(
      fc.property(anyPValues, fc.double({ min: 0.001, max: 0.2, noNaN: true }), (pValues, alpha) => {
        const adjusted = computed(pValues);
        const sorted = pValues.toSorted((a, b) => a - b);
        const kept = sorted.findIndex((p, rank) => (pValues.length - rank) * p > alpha);
        const rejected = kept === -1 ? pValues.length : kept;
        expect(adjusted.filter((p) => p <= alpha)).toHaveLength(rejected);
      }),
      RUNS,
    );
  });

  it("never lowers one, never goes above 1, and keeps the order", () => {
    fc.assert(
      fc.property(anyPValues, (pValues) => {
        const adjusted = computed(pValues);
        for (const [index, p] of pValues.entries()) {
          const own = adjusted[index] ?? Number.NaN;
          expect(own >= p && own <= 1).toBe(true);
          const ofLarger = adjusted.filter((_, other) => (pValues[other] ?? 0) > p);
          expect(ofLarger.every((other) => other >= own)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("says why there is nothing to adjust in what is no p-value", () => {
    expect(holm([0.5, 1.5])).toHaveProperty("notComputable");
    expect(holm([Number.NaN])).toHaveProperty("notComputable");
  });
});
