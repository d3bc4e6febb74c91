import { readFileSync, readdirSync } from "node:fs";
import type { Guard, Problem } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { readGuardPeriods } from "../reading/read-guard-periods.ts";
import { readGuard } from "./read-guard.ts";

const FOLDER = new URL("../../../../rules/guards/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

function parsed(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
}

function guardOf(value: unknown): Guard {
  const read = readGuard(value);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 2));
  return read.guard;
}

function problemsOf(value: unknown): readonly Pick<Problem, "code" | "at">[] {
  const read = readGuard(value);
  return "problems" in read ? read.problems.map(({ code, at }) => ({ code, at })) : [];
}

describe("the guards of this repository", () => {
  it.each(FILES)(
    "%s reads, is called as its file, and says in both languages that it is no legal advice",
    (name) => {
      const guard = guardOf(parsed(name));
      expect(`${guard.jurisdiction}.json`).toBe(name);
      expect(guard.notes?.en).toMatch(/A starting point for counsel, not legal advice\.$/);
      expect(guard.notes?.zh).toMatch(/不构成法律意见。$/);
    },
  );

  it.each(FILES)("%s rests on laws that have a Chinese name", (name) => {
    const readings = readGuardPeriods(guardOf(parsed(name)), "zh");
    const laws = readings.flatMap(({ opening, rules }) =>
      [...[opening, ...rules].join("").matchAll(/《([^》]*)》/g)].map(([, law]) => law),
    );
    expect(laws.length).toBeGreaterThan(0);
    expect(laws.filter((law) => /[A-Za-z]/.test(law ?? ""))).toEqual([]);
  });

  it("hold the currency of their jurisdiction", () => {
    const currencies = Object.fromEntries(
      FILES.map((name) => [name.replace(".json", ""), guardOf(parsed(name)).currency]),
    );
    expect(currencies).toMatchObject({
      cn: "CNY",
      "cn-gd": "CNY",
      "cn-sh": "CNY",
      jp: "JPY",
      in: "INR",
      hk: "HKD",
      fr: "EUR",
      kr: "KRW",
      tw: "TWD",
      sg: "SGD",
    });
  });

  it("state the figures of the statutes", () => {
    const only = (name: string) => guardOf(parsed(`${name}.json`)).periods[0];
    expect(only("cn")).toMatchObject({
      perPeriodCap: { rate: 0.2, base: "monthlyWage" },
      floor: { base: "minimumWage" },
      carry: { allowed: true },
    });
    expect(only("jp")).toMatchObject({
      perActCap: { rate: 0.5, base: "averageDailyWage" },
      perPeriodCap: { rate: 0.1, base: "monthlyWage" },
      carry: { allowed: true, instalments: true },
    });
    expect(only("in")).toMatchObject({
      effectiveFrom: "2025-11-21",
      perPeriodCap: { rate: 0.03, base: "monthlyWage" },
      allDeductionsCap: { rate: 0.5 },
      limitationDays: { days: 90 },
      requires: [{ fact: "heardOn" }],
      carry: { allowed: false, instalments: false },
    });
    expect(only("hk")).toMatchObject({
      moneyPenalty: "loss-only",
      perActCap: { amountMinor: 30_000 },
      perPeriodCap: { rate: 0.25 },
      allDeductionsCap: { rate: 0.5 },
    });
    expect(only("fr")).toMatchObject({ moneyPenalty: "forbidden" });
  });
});

const SOUND = parsed("jp.json") as Guard;

function withPeriod(change: Readonly<Record<string, unknown>>): unknown {
  return { ...SOUND, periods: [{ ...SOUND.periods[0], ...change }] };
}

describe("a guard document is refused whole", () => {
  it.each<[string, unknown, readonly Pick<Problem, "code" | "at">[]]>([
    ["what is no document", "jp", [{ code: "wrong-shape", at: "" }]],
    [
      "a field that guards do not have",
      withPeriod({ perMonthCap: 5 }),
      [{ code: "unknown-field", at: "/periods/0/perMonthCap" }],
    ],
    [
      "a missing article",
      withPeriod({ references: [] }),
      [{ code: "wrong-shape", at: "/periods/0/references" }],
    ],
    ["no period", { ...SOUND, periods: [] }, [{ code: "wrong-shape", at: "/periods" }]],
    ["a missing currency", { ...SOUND, currency: undefined }, [{ code: "missing-field", at: "/currency" }]],
    [
      "an unknown confidence",
      withPeriod({ confidence: "certain" }),
      [{ code: "unknown-value", at: "/periods/0/confidence" }],
    ],
    [
      "a day that does not exist",
      withPeriod({ effectiveFrom: "2025-02-29" }),
      [{ code: "not-a-date", at: "/periods/0/effectiveFrom" }],
    ],
    [
      "a day of another form",
      withPeriod({ effectiveFrom: "1 July 2025" }),
      [{ code: "not-a-date", at: "/periods/0/effectiveFrom" }],
    ],
    [
      "a rate above the whole",
      withPeriod({ perPeriodCap: { rate: 1.1, base: "monthlyWage", references: [{ article: "91" }] } }),
      [{ code: "out-of-range", at: "/periods/0/perPeriodCap/rate" }],
    ],
    [
      "a rate of seven places",
      withPeriod({ perPeriodCap: { rate: 0.1000001, base: "monthlyWage", references: [{ article: "91" }] } }),
      [{ code: "inexact-number", at: "/periods/0/perPeriodCap/rate" }],
    ],
    [
      "a fixed amount in parts of a minor unit",
      withPeriod({ perActCap: { amountMinor: 0.5, references: [{ article: "91" }] } }),
      [{ code: "wrong-shape", at: "/periods/0/perActCap/amountMinor" }],
    ],
    [
      "a base that is no fact about pay",
      withPeriod({ floor: { base: "lossAmount", references: [{ article: "91" }] } }),
      [{ code: "unknown-value", at: "/periods/0/floor/base" }],
    ],
    [
      "periods out of order",
      { ...SOUND, periods: [SOUND.periods[0], SOUND.periods[0]] },
      [{ code: "out-of-range", at: "/periods/1/effectiveFrom" }],
    ],
  ])("for %s", (_, document, problems) => {
    expect(problemsOf(document)).toEqual(problems);
  });

  it("with every problem at once, in both languages", () => {
    const read = readGuard({ ...SOUND, title: { en: "Only English" }, currency: "yen" });
    expect("problems" in read && read.problems.map(({ at }) => at)).toEqual(["/currency", "/title/zh"]);
    expect(
      "problems" in read && read.problems.every(({ message }) => message.en !== "" && message.zh !== ""),
    ).toBe(true);
  });

  it("and what is read cannot be changed, nor follows what it was read from", () => {
    const source = structuredClone(SOUND) as { currency: string };
    const guard = guardOf(source);
    source.currency = "USD";
    expect(guard.currency).toBe("JPY");
    expect(Object.isFrozen(guard.periods[0]?.perActCap)).toBe(true);
  });
});
