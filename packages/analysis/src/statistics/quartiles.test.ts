import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isComputed } from "./not-computable.ts";
import { quartilesOf } from "./quartiles.ts";

describe("quartilesOf", () => {
  it("gives what R's quantile(c(1, 2, 3, 4)) and quantile(c(2, 5, 11, 17, 30)) give", () => {
    expect(quartilesOf([4, 1, 3, 2])).toMatchObject({
      least: 1,
      lower: 1.75,
      median: 2.5,
      upper: 3.25,
      most: 4,
    });
    expect(quartilesOf([30, 2, 17, 5, 11])).toMatchObject({ lower: 5, median: 11, upper: 17 });
  });

  it("puts the fences one and a half times the distance of the quartiles away", () => {
    expect(quartilesOf([1, 2, 3, 4])).toMatchObject({ fences: { below: -0.5, above: 5.5 } });
  });

  it("keeps its figures in order, within the values", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1 }), (values) => {
        const found = quartilesOf(values);
        if (!isComputed(found)) throw new Error(found.notComputable.en);
        const { least, lower, median, upper, most, n } = found;
        expect([least, lower, median, upper, most].toSorted((a, b) => a - b)).toEqual([
          least,
          lower,
          median,
          upper,
          most,
        ]);
        expect([n, least, most]).toEqual([values.length, Math.min(...values), Math.max(...values)]);
      }),
      { seed: 20_260_709, numRuns: 500 },
    );
  });

  it("says why there are none of nothing, and of what is no number", () => {
    expect(quartilesOf([])).toHaveProperty("notComputable");
    expect(quartilesOf([1, Number.NaN])).toHaveProperty("notComputable");
  });
});
