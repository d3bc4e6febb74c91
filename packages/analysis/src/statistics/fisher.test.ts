import { type Fraction, fraction } from "@evenhand/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FisherTest, fisherTest } from "./fisher.ts";
import { isComputed } from "./not-computable.ts";
import type { TwoGroups } from "./proportion.ts";
import { table } from "./sample-tables.ts";

const RUNS = { seed: 20_260_703, numRuns: 500 };

const anyTable = fc
  .tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 40 })))
  .map(([a = 0, b = 0, c = 0, d = 0]) => table(a, b, c, d))
  .filter(({ group, reference }) => group.of > 0 && reference.of > 0);

function computed(two: TwoGroups): FisherTest {
  const test = fisherTest(two);
  if (!isComputed(test)) throw new Error(test.notComputable.en);
  return test;
}

function choose(n: number, k: number): bigint {
  let product = 1n;
  for (let i = 1n; i <= BigInt(k); i++) product = (product * (BigInt(n) - i + 1n)) / i;
  return product;
}

/** The test in exact arithmetic: every table with these margins, counted. */
function byCounting({ group, reference }: TwoGroups): FisherTest {
  const having = group.count + reference.count;
  const least = Math.max(0, having - reference.of);
  const most = Math.min(group.of, having);
  const waysBy = new Map([[least, choose(group.of, least) * choose(reference.of, having - least)]]);
  for (let k = least; k < most; k++) {
    const more = (waysBy.get(k) ?? 0n) * BigInt(group.of - k) * BigInt(having - k);
    waysBy.set(k + 1, more / BigInt(k + 1) / BigInt(reference.of - having + k + 1));
  }
  const counts = [...waysBy.keys()];
  const ways = (count: number): bigint => waysBy.get(count) ?? 0n;
  const all = [...waysBy.values()].reduce((sum, of) => sum + of, 0n);
  const share = (which: (count: number) => boolean): number =>
    asNumber(
      fraction(
        counts.filter(which).reduce((sum, count) => sum + ways(count), 0n),
        all,
      ),
    );
  return {
    twoSided: share((count) => ways(count) <= ways(group.count)),
    greater: share((count) => count >= group.count),
    less: share((count) => count <= group.count),
  };
}

/** The nearest number of 17 digits, also of fractions whose parts no number holds. */
function asNumber({ numerator, denominator }: Fraction): number {
  const places = 10n ** 40n;
  return Number((numerator * places) / denominator) / Number(places);
}

describe("fisherTest", () => {
  it("of the lady tasting tea (R's ?fisher.test, after Agresti, 2002, p. 91: 3, 1, 1, 3) is 17/70 one-sided, which R prints as 0.2429, and 34/70", () => {
    const { twoSided, greater } = computed(table(3, 1, 1, 3));
    expect(twoSided).toBeCloseTo(0.4857142857142857, 14);
    expect(greater).toBeCloseTo(17 / 70, 14);
  });

  it("of convictions of like-sex twins of criminals (R's ?fisher.test, after Fisher, 1962 and 1970: 2, 15, 10, 3) is 0.0005367241, as R gives it, and what counting every table gives", () => {
    const twins = table(2, 15, 10, 3);
    const { twoSided, less } = computed(twins);
    expect(twoSided).toBeCloseTo(0.0005367241, 10);
    // One-sided no source was found that prints as many digits: a second computation.
    expect(less).toBeCloseTo(byCounting(twins).less, 14);
  });

  it("of 30 of 500 penalised against 10 of 500, which the four-fifths rule lets pass, is 0.0018", () => {
    expect(computed(table(30, 470, 10, 490)).twoSided).toBeCloseTo(0.0018, 4);
  });

  it("agrees with counting every table in exact arithmetic to 1e-12", () => {
    fc.assert(
      fc.property(anyTable, (two) => {
        const fast = computed(two);
        const exact = byCounting(two);
        for (const side of ["twoSided", "greater", "less"] as const) {
          expect(Math.abs(fast[side] - exact[side])).toBeLessThan(1e-12);
        }
      }),
      RUNS,
    );
  });

  it("agrees with exact arithmetic on large tables to 1e-9 of the p-value", () => {
    for (const two of [table(300, 4700, 260, 4740), table(1200, 800, 1100, 900), table(9, 2991, 40, 2960)]) {
      expect(Math.abs(computed(two).twoSided / byCounting(two).twoSided - 1)).toBeLessThan(1e-9);
    }
  });

  it("gives probabilities, and the same when the groups change places or the question is turned round", () => {
    fc.assert(
      fc.property(anyTable, ({ group, reference }) => {
        const test = computed({ group, reference });
        for (const p of Object.values(test)) expect(p > 0 && p <= 1).toBe(true);
        const swapped = computed({ group: reference, reference: group });
        expect(swapped.twoSided).toBeCloseTo(test.twoSided, 12);
        expect(swapped.greater).toBeCloseTo(test.less, 12);
        expect(test.greater + test.less).toBeGreaterThan(1 - 1e-12);
      }),
      RUNS,
    );
  });

  it("takes groups of a million", () => {
    const { twoSided } = computed(table(500_900, 499_100, 500_000, 500_000));
    // So large a table is normal: z = 900 / √(10⁶ · ½) = 1.2728 with the continuity correction 1.2714.
    expect(twoSided).toBeCloseTo(0.2036, 3);
  });

  it("says why there is no test without a second group", () => {
    expect(fisherTest(table(3, 1, 0, 0))).toHaveProperty("notComputable");
  });
});
