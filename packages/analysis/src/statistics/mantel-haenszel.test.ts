import {
  addFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  ZERO,
} from "@evenhand/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isComputed, type NotComputable } from "./not-computable.ts";
import { mantelHaenszel, type Pooled } from "./mantel-haenszel.ts";
import type { TwoGroups } from "./proportion.ts";
import { riskRatio } from "./risk-ratio.ts";
import { BERKELEY, BERKELEY_CRUDE, table } from "./sample-tables.ts";

const RUNS = { seed: 20_260_706, numRuns: 300 };

const anyStrata = fc.array(
  fc
    .tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 1, max: 60 })))
    .map(([a = 1, b = 1, c = 1, d = 1]) => table(a, b, c, d)),
  { minLength: 1, maxLength: 8 },
);

function pooled(strata: readonly TwoGroups[]): Pooled {
  return computed(mantelHaenszel(strata));
}

function computed<Value extends object>(value: Value | NotComputable): Value {
  if (!isComputed(value)) throw new Error(value.notComputable.en);
  return value;
}

const sum = (terms: readonly Fraction[]): Fraction => terms.reduce(addFractions, ZERO);
const product = (...factors: readonly number[]): bigint =>
  factors.reduce((all, factor) => all * BigInt(factor), 1n);
const asNumber = ({ numerator, denominator }: Fraction): number =>
  Number((numerator * 10n ** 30n) / denominator) / 1e30;

/** The whole of it in exact fractions, from the cells a, b, c, d of each table. */
function byFractions(
  strata: readonly TwoGroups[],
): Record<"risk" | "riskVariance" | "odds" | "oddsVariance" | "chiSquare", number> {
  const cells = strata.map(({ group, reference }) => ({
    a: group.count,
    b: group.of - group.count,
    c: reference.count,
    d: reference.of - reference.count,
    n: group.of + reference.of,
  }));
  const r = sum(cells.map(({ a, c, d, n }) => fraction(product(a, c + d), n)));
  const s = sum(cells.map(({ a, b, c, n }) => fraction(product(c, a + b), n)));
  const riskTerms = sum(
    cells.map(({ a, b, c, d, n }) =>
      fraction(product(a + b, c + d, a + c) - product(a, c, n), product(n, n)),
    ),
  );
  const big = sum(cells.map(({ a, d, n }) => fraction(product(a, d), n)));
  const small = sum(cells.map(({ b, c, n }) => fraction(product(b, c), n)));
  const pr = sum(cells.map(({ a, d, n }) => fraction(product(a + d, a, d), product(n, n))));
  const cross = sum(
    cells.map(({ a, b, c, d, n }) => fraction(product(a + d, b, c) + product(b + c, a, d), product(n, n))),
  );
  const qs = sum(cells.map(({ b, c, n }) => fraction(product(b + c, b, c), product(n, n))));
  const half = fraction(1, 2);
  const deviation = sum(
    cells.map(({ a, b, c, n }) => subtractFractions(fraction(a), fraction(product(a + b, a + c), n))),
  );
  const variance = sum(
    cells.map(({ a, b, c, d, n }) => fraction(product(a + b, c + d, a + c, b + d), product(n, n, n - 1))),
  );
  const squared = (of: Fraction): Fraction => multiplyFractions(of, of);
  return {
    risk: asNumber(divideFractions(r, s)),
    riskVariance: asNumber(divideFractions(riskTerms, multiplyFractions(r, s))),
    odds: asNumber(divideFractions(big, small)),
    oddsVariance: asNumber(
      multiplyFractions(
        half,
        sum([
          divideFractions(pr, squared(big)),
          divideFractions(cross, multiplyFractions(big, small)),
          divideFractions(qs, squared(small)),
        ]),
      ),
    ),
    chiSquare: asNumber(divideFractions(squared(deviation), variance)),
  };
}

describe("mantelHaenszel", () => {
  it("gives of Berkeley's admissions what R's mantelhaen.test(UCBAdmissions) prints", () => {
    const { oddsRatio, test, strata } = pooled(BERKELEY);
    expect(strata).toBe(6);
    const odds = computed(oddsRatio);
    expect(odds.estimate).toBeCloseTo(0.9046968, 7);
    expect(odds.lower).toBeCloseTo(0.7719074, 7);
    expect(odds.upper).toBeCloseTo(1.0603298, 7);
    expect(computed(test).corrected.chiSquare).toBeCloseTo(1.4269, 4);
    expect(computed(test).corrected.p).toBeCloseTo(0.2323, 4);
  });

  it("sees no disadvantage within Berkeley's departments, where the crude figure has 1.47 times the rate", () => {
    const crude = computed(riskRatio(BERKELEY_CRUDE));
    expect(crude.estimate).toBeCloseTo(1.4666, 4);
    expect(crude.lower).toBeGreaterThan(1.3);
    const within = computed(pooled(BERKELEY).riskRatio);
    expect(within.lower).toBeLessThan(1);
    expect(within.upper ?? Infinity).toBeGreaterThan(1);
  });

  it("gives of two strata, 8 of 106 against 5 of 120 and 22 of 98 against 16 of 85, what exact fractions give: 1.33 of the risks and 1.40 of the odds", () => {
    // Deaths in the UGDP trial as books on epidemiology have them. No source could be looked up, so that what is
    // expected is a second computation.
    const strata = [table(8, 98, 5, 115), table(22, 76, 16, 69)];
    const { riskRatio: risk, oddsRatio: odds } = pooled(strata);
    const exact = byFractions(strata);
    expect(computed(risk).estimate).toBeCloseTo(exact.risk, 12);
    expect(computed(odds).estimate).toBeCloseTo(exact.odds, 12);
    expect([exact.risk, exact.odds].map((ratio) => ratio.toFixed(2))).toEqual(["1.33", "1.40"]);
  });

  it("agrees with exact fractions to 1e-9", () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const exact = byFractions(strata);
        const { riskRatio: risk, oddsRatio: odds, test } = pooled(strata);
        const z = 1.959963984540054;
        for (const [ratio, estimate, variance] of [
          [computed(risk), exact.risk, exact.riskVariance],
          [computed(odds), exact.odds, exact.oddsVariance],
        ] as const) {
          expect((ratio.estimate ?? 0) / estimate).toBeCloseTo(1, 11);
          expect(ratio.lower / (estimate * Math.exp(-z * Math.sqrt(variance)))).toBeCloseTo(1, 10);
          expect((ratio.upper ?? 0) / (estimate * Math.exp(z * Math.sqrt(variance)))).toBeCloseTo(1, 10);
        }
        expect(Math.abs(computed(test).uncorrected.chiSquare - exact.chiSquare)).toBeLessThan(1e-9);
      }),
      RUNS,
    );
  });

  it("turns into the inverse when the groups change places, and a single stratum is the table itself", () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const straight = pooled(strata);
        const swapped = pooled(
          strata.map(({ group, reference }) => ({ group: reference, reference: group })),
        );
        const [risk, inverse] = [computed(straight.riskRatio), computed(swapped.riskRatio)];
        expect(risk.lower * (inverse.upper ?? 0)).toBeCloseTo(1, 9);
        expect(risk.lower).toBeLessThan(risk.estimate ?? 0);
        const p = computed(straight.test);
        expect(p.corrected.p).toBeGreaterThanOrEqual(p.uncorrected.p);
        expect(p.corrected.p).toBeLessThanOrEqual(1);
        const [first] = strata;
        if (!first) return;
        expect(computed(pooled([first]).riskRatio).estimate).toBeCloseTo(
          computed(riskRatio(first)).estimate ?? 0,
          9,
        );
      }),
      RUNS,
    );
  });

  it("leaves out strata with one of the groups only, and says why where none is left", () => {
    const informative = table(5, 5, 3, 7);
    expect(pooled([informative, table(9, 1, 0, 0)])).toEqual(pooled([informative]));
    expect(mantelHaenszel([table(9, 1, 0, 0)])).toMatchObject({
      notComputable: { en: "no stratum has cases of both groups, so there is nothing to compare" },
    });
    expect(mantelHaenszel([])).toHaveProperty("notComputable");
  });

  it("says why there is no test or ratio where all fare alike", () => {
    const { riskRatio: risk, oddsRatio: odds, test } = pooled([table(0, 5, 0, 8), table(0, 2, 0, 9)]);
    for (const part of [risk, odds, test]) expect(part).toHaveProperty("notComputable");
  });
});
