import { describe, expect, it } from "vitest";
import { randomFrom, xoshiro128 } from "./random.ts";

describe("xoshiro128", () => {
  it("gives what the authors' own program gives from the state 1, 2, 3, 4", () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe("randomFrom", () => {
  it("gives the same for the same seed, and something else for the next", () => {
    const drawn = (seed: number): readonly number[] => Array.from({ length: 20 }, randomFrom(seed).next);
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  it("is of use from the seed 0 as from any other", () => {
    const mean = Array.from({ length: 10_000 }, randomFrom(0).next).reduce((a, b) => a + b) / 10_000;
    expect(mean).toBeCloseTo(0.5, 1);
  });

  it("gives each number below a bound as often as the others", () => {
    const random = randomFrom(3);
    const hits = [0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < 60_000; draw++) {
      const at = random.below(6);
      hits[at] = (hits[at] ?? 0) + 1;
    }
    // Pearson's chi-square of five degrees of freedom exceeds 20.5 once in a thousand.
    const chiSquare = hits.reduce((sum, hit) => sum + (hit - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(20.5);
  });
});
