import type { Guard } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { readGuardPeriods } from "./read-guard-periods.ts";

const LAW = [{ article: "16", source: "Wage Law" }];
const LABOUR_LAW = { article: "22", source: "Labour Contract Law" };
const GUARD: Guard = {
  jurisdiction: "xx",
  title: { en: "Wages", zh: "工资" },
  currency: "CNY",
  periods: [
    {
      effectiveFrom: "1995-01-01",
      references: LAW,
      moneyPenalty: "allowed",
      perPeriodCap: { rate: 0.2, base: "monthlyWage", references: LAW },
      carry: { allowed: true, instalments: true },
      doublePunishment: "allowed",
      confidence: "high",
    },
  ],
};

describe("a statutory guard read out by itself", () => {
  it("says what each period allows, with its article", () => {
    const [period] = readGuardPeriods(GUARD, "en");
    expect(period?.opening).toBe("From 1 January 1995 this holds (Wage Law, Art. 16):");
    expect(period?.rules[0]).toMatch(/^in one month at most 20% of .* \(Wage Law, Art\. 16\)$/);
    expect(period?.caution).toContain("not legal advice");
  });

  it("calls a law as it is known in the language, and one that is not known as it is cited", () => {
    const known = { ...GUARD, periods: GUARD.periods.map((one) => ({ ...one, references: [LABOUR_LAW] })) };
    expect(readGuardPeriods(known, "zh")[0]?.opening).toContain("《劳动合同法》第22条");
    expect(readGuardPeriods(GUARD, "zh")[0]?.opening).toContain("《Wage Law》第16条");
  });
});
