import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ratio, zOf } from "./interval.ts";
import { isComputed } from "./not-computable.ts";
import { complementOf, type TwoGroups } from "./proportion.ts";
import { riskRatio } from "./risk-ratio.ts";
import { table } from "./sample-tables.ts";

const RUNS = { seed: 20_260_704, numRuns: 500 };

const anyTable = fc
  .tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 300 })))
  .map(([a = 0, b = 0, c = 0, d = 0]) => table(a, b, c, d))
  .filter((two) => two.group.of > 0 && two.reference.of > 0 && two.group.count + two.reference.count > 0);

function computed(two: TwoGroups, level?: number): Ratio {
  const ratio = riskRatio(two, level);
  if (!isComputed(ratio)) throw new Error(ratio.notComputable.en);
  return ratio;
}

/**
 * Miettinen and Nurminen's form of the same statistic, without their factor for small samples: (p̂₁ − θp̂₀)² over its
 * variance under the most likely rates, which are found by climbing the likelihood and not from its closed form.
 */
function scoreAt({ group, reference }: TwoGroups, ratio: number): number {
  const slope = (rate: number): number =>
    group.count / rate -
    (ratio * (group.of - group.count)) / (1 - ratio * rate) +
    reference.count / rate -
    (reference.of - reference.count) / (1 - rate);
  let low = 0;
  let high = Math.min(1, 1 / ratio);
  for (let halving = 0; halving < 200; halving++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  const rate = (low + high) / 2;
  const difference = group.count / group.of - (ratio * reference.count) / reference.of;
  const variance =
    (ratio * rate * (1 - ratio * rate)) / group.of + (ratio * ratio * rate * (1 - rate)) / reference.of;
  return difference ** 2 / variance;
}

describe("riskRatio", () => {
  it("of 36 in 40 against 16 in 80 is 4.5, 2.94 to 7.15, the example of Koopman (1984) as R's package presize has it", () => {
    const { estimate, lower, upper } = computed(table(36, 4, 16, 64));
    expect(estimate).toBeCloseTo(4.5, 14);
    expect(lower).toBeCloseTo(2.94, 2);
    expect(upper).toBeCloseTo(7.15, 2);
  });

  it("of 30 in 500 against 10 in 500 is 3, where the ratio of those not penalised is 0.959", () => {
    const two = table(30, 470, 10, 490);
    expect(computed(two).estimate).toBeCloseTo(3, 14);
    expect(computed(complementOf(two)).estimate).toBeCloseTo(0.959, 3);
  });

  it("ends where Miettinen and Nurminen's form of the statistic reaches its limit, to 1e-9", () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom(0.8, 0.95, 0.99), (two, level) => {
        const { lower, upper } = computed(two, level);
        for (const end of [lower, upper]) {
          // At 0, at no bound, and where every rate is 1, the statistic has no interior maximum to climb to.
          if (
            end === null ||
            end === 0 ||
            two.group.count === two.group.of ||
            two.reference.count === two.reference.of
          )
            continue;
          expect(Math.abs(scoreAt(two, end) / zOf(level) ** 2 - 1)).toBeLessThan(1e-9);
        }
      }),
      RUNS,
    );
  });

  it("holds the estimate, and turns into its inverse when the groups change places", () => {
    fc.assert(
      fc.property(anyTable, ({ group, reference }) => {
        const { estimate, lower, upper } = computed({ group, reference });
        expect(lower).toBeLessThanOrEqual((estimate ?? Infinity) * (1 + 1e-12));
        expect(upper ?? Infinity).toBeGreaterThanOrEqual((estimate ?? Infinity) * (1 - 1e-12));
        const swapped = computed({ group: reference, reference: group });
        expect(upper === null ? 1 - swapped.lower : swapped.lower * upper).toBeCloseTo(1, 9);
      }),
      RUNS,
    );
  });

  it("has one end only where a group has none, and says so where neither has any", () => {
    const noneInReference = computed(table(7, 27, 0, 34));
    expect(noneInReference).toMatchObject({ estimate: null, upper: null });
    expect(noneInReference.lower).toBeGreaterThan(1);
    const noneInGroup = computed(table(0, 16, 15, 57));
    expect(noneInGroup).toMatchObject({ estimate: 0, lower: 0 });
    expect(noneInGroup.upper).toBeCloseTo(1 / computed(table(15, 57, 0, 16)).lower, 9);
    expect(riskRatio(table(0, 5, 0, 9))).toHaveProperty("notComputable");
  });

  it("has an interval where everybody is concerned: (1 + z²/n₁)⁻¹ to 1 + z²/n₀", () => {
    const { estimate, lower, upper } = computed(table(40, 0, 20, 0));
    expect(estimate).toBe(1);
    expect(lower).toBeCloseTo(1 / (1 + zOf(0.95) ** 2 / 40), 12);
    expect(upper).toBeCloseTo(1 + zOf(0.95) ** 2 / 20, 12);
  });
});
