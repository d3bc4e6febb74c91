import { readFileSync } from "node:fs";
import {
  type EvaluateResponse,
  type FactValue,
  type Guard,
  type Policy,
  type ScheduledDeduction,
  readCalendar,
} from "@evenhand/domain";
import { decide, loadVersion } from "@evenhand/engine";
import { preparePolicy, readGuard, validatePolicy } from "@evenhand/policy";
import { describe, expect, it } from "vitest";
import { guardedPolicy } from "../support/guarded-policy.ts";

const RULES = new URL("../../rules/", import.meta.url);

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, RULES), "utf8"));
}

function guardOf(jurisdiction: string): Guard {
  const read = readGuard(json(`guards/${jurisdiction}.json`));
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.guard;
}

function policyUnder(guard: Guard): Policy {
  return guardedPolicy(guard.currency, [guard.jurisdiction]);
}

type Ask = {
  readonly guard: string;
  readonly loss?: number;
  readonly fine?: number;
  readonly pay: Record<string, FactValue>;
  readonly dates?: Record<string, FactValue>;
  readonly scheduled?: readonly ScheduledDeduction[];
  /** Guards given in place of the one of that name. */
  readonly guards?: readonly Guard[];
};

const calendar = readCalendar(json("calendars/cn.json"));

/** The outcome for one person, whose bonus is so high that the policy's own cap does not bind unless `pay` says otherwise. */
function decided({
  guard,
  guards = [guardOf(guard)],
  loss,
  fine,
  pay,
  dates,
  scheduled,
}: Ask): EvaluateResponse["outcome"] {
  if ("problems" in calendar) throw new Error("the calendar does not read");
  const names = guards.map(({ jurisdiction }) => jurisdiction);
  const loaded = loadVersion(preparePolicy(guardedPolicy(guards[0]?.currency ?? "CNY", names)), {
    calendar: calendar.calendar,
    guards,
  });
  const facts: Record<string, FactValue> = { receivedOn: "2026-03-01", decidedOn: "2026-05-30", ...dates };
  if (loss !== undefined) facts["loss"] = loss;
  const person: Record<string, FactValue> = {
    monthlyBonus: 100_000_000,
    atFault: loss !== undefined,
    ...pay,
  };
  if (fine !== undefined) person["fine"] = fine;
  const result = decide(
    loaded,
    {
      case: { reference: "G", facts, parties: [{ id: "P1", kind: "person", facts: person }] },
      ...(scheduled ? { scheduled } : {}),
    },
    { evaluatedAt: Date.parse("2026-06-01T00:00:00Z") },
  );
  if ("refusal" in result) throw new Error(JSON.stringify(result.refusal));
  return result.response.outcome;
}

function amounts(outcome: EvaluateResponse["outcome"]): number[] {
  return outcome.parties[0]?.schedule.map(({ amountMinor }) => amountMinor) ?? [];
}

describe("cn: a fifth of the wage, and never below the minimum wage", () => {
  const pay = { monthlyWage: 800_000, minimumWage: 236_000, monthlyBonus: 200_000 };

  it("leaves the bonus cap alone where that is lower", () => {
    expect(amounts(decided({ guard: "cn", loss: 300_000, pay }))).toEqual([100_000, 100_000, 100_000]);
  });

  it("takes 140.00 a month where the minimum wage leaves no more", () => {
    const outcome = decided({ guard: "cn", loss: 300_000, pay: { ...pay, monthlyWage: 250_000 } });
    expect(amounts(outcome)).toEqual([...Array.from({ length: 21 }, () => 14_000), 6_000]);
  });

  it.each([
    [500_000, 100_000],
    [499_999, 99_999],
    [499_995, 99_999],
    [499_994, 99_998],
  ])("takes a fifth of a wage of %i fen, rounded down", (monthlyWage, room) => {
    expect(
      amounts(decided({ guard: "cn", loss: 100_000, pay: { ...pay, monthlyWage, minimumWage: 0 } }))[0],
    ).toBe(room);
  });

  it.each([
    [236_001, [1], 0],
    [236_000, [], 100],
    [235_999, [], 100],
  ])(
    "of a wage of %i fen above a minimum of 236,000 takes what is above it",
    (monthlyWage, first, outstandingMinor) => {
      const outcome = decided({ guard: "cn", loss: 100, pay: { ...pay, monthlyWage } });
      expect(amounts(outcome).slice(0, 1)).toEqual(first);
      expect(outcome.parties[0]).toMatchObject({ outstandingMinor, totalMinor: 100 });
    },
  );

  it.each(["monthlyWage", "minimumWage"])(
    "schedules nothing while %s is not known, and says so",
    (missing) => {
      const outcome = decided({ guard: "cn", loss: 300_000, pay: { ...pay, [missing]: null } });
      expect(outcome.parties[0]).toMatchObject({
        totalMinor: 300_000,
        schedule: [],
        outstandingMinor: 300_000,
      });
      expect(outcome.warnings.map(({ code, message }) => [code, message.includes(missing)])).toEqual([
        ["guard-figure-missing", true],
      ]);
    },
  );
});

describe("jp: half a day's wage for an act, a tenth of the period's wages in all", () => {
  it("takes 6,000 of a fine of 30,000 in all; the rest is not deductible", () => {
    const outcome = decided({
      guard: "jp",
      fine: 30_000,
      pay: { averageDailyWage: 12_000, monthlyWage: 300_000 },
    });
    expect(outcome.parties[0]).toMatchObject({
      totalMinor: 6_000,
      outstandingMinor: 0,
      notDeductibleMinor: 24_000,
    });
    expect(amounts(outcome)).toEqual([6_000]);
  });

  it.each([
    [12_000, 6_000],
    [11_999, 5_999],
    [12_001, 6_000],
  ])("of a daily wage of %i takes %i", (averageDailyWage, taken) => {
    expect(
      amounts(decided({ guard: "jp", fine: 30_000, pay: { averageDailyWage, monthlyWage: 300_000 } })),
    ).toEqual([taken]);
  });

  it("moves 3,000 of the third act of 6,000 on, where the wages allow 15,000 a period", () => {
    const scheduled = [{ party: "P1", month: "2026-05", amountMinor: 12_000 }];
    const outcome = decided({
      guard: "jp",
      fine: 6_000,
      pay: { averageDailyWage: 12_000, monthlyWage: 150_000 },
      scheduled,
    });
    expect(outcome.parties[0]?.schedule).toEqual([
      { month: "2026-05", amountMinor: 3_000 },
      { month: "2026-06", amountMinor: 3_000 },
    ]);
  });
});

describe("in: three per cent of the wages in one sum, after a hearing, within 90 days", () => {
  const pay = { monthlyWage: 2_000_000 };
  const dates = { actOn: "2026-03-01", heardOn: "2026-05-01" };

  it("takes 600.00 of a fine of 1,000.00 on day 90; the rest is not deductible", () => {
    const outcome = decided({ guard: "in", fine: 100_000, pay, dates });
    expect(amounts(outcome)).toEqual([60_000]);
    expect(outcome.parties[0]).toMatchObject({
      totalMinor: 60_000,
      outstandingMinor: 0,
      notDeductibleMinor: 40_000,
    });
  });

  it("takes nothing on day 91", () => {
    const outcome = decided({
      guard: "in",
      fine: 100_000,
      pay,
      dates: { ...dates, decidedOn: "2026-05-31" },
    });
    expect(outcome.parties[0]).toMatchObject({
      totalMinor: 0,
      schedule: [],
      outstandingMinor: 0,
      notDeductibleMinor: 100_000,
    });
  });

  it.each([
    [59_999, [59_999]],
    [60_000, [60_000]],
    [60_001, [60_000]],
  ])("takes of a fine of %i what three per cent allow", (fine, taken) => {
    expect(amounts(decided({ guard: "in", fine, pay, dates }))).toEqual(taken);
  });

  it.each([
    ["was not heard", { heardOn: null }],
    ["is to be heard only after the decision", { heardOn: "2026-05-31" }],
    ["acted on an unknown day", { actOn: null }],
  ])("waits where the person %s", (_what, change) => {
    const outcome = decided({
      guard: "in",
      fine: 50_000,
      pay,
      dates: { ...dates, ...change } as Record<string, FactValue>,
    });
    expect(outcome.parties[0]).toMatchObject({ totalMinor: 50_000, schedule: [], outstandingMinor: 50_000 });
    expect(outcome.warnings.map(({ code }) => code)).toContain("guard-figure-missing");
  });
});

describe("hk: a loss only, 300.00 a case, a quarter of the period's wages", () => {
  it("takes 300.00 of a loss of 900.00; the rest falls back on the company", () => {
    const outcome = decided({ guard: "hk", loss: 90_000, pay: { monthlyWage: 1_000_000 } });
    expect(amounts(outcome)).toEqual([30_000]);
    expect(outcome.bearers).toEqual([
      { bearer: "P1", amountMinor: 30_000 },
      { bearer: "company", amountMinor: 60_000 },
    ]);
  });

  it("takes 100.00 of the fourth case of 300.00 this period, where a quarter of the wages is 1,000.00", () => {
    const scheduled = [{ party: "P1", month: "2026-05", amountMinor: 90_000 }];
    expect(amounts(decided({ guard: "hk", loss: 30_000, pay: { monthlyWage: 400_000 }, scheduled }))).toEqual(
      [10_000, 20_000],
    );
  });

  it("takes no fine at all", () => {
    expect(decided({ guard: "hk", fine: 10_000, pay: { monthlyWage: 1_000_000 } }).parties[0]).toMatchObject({
      totalMinor: 0,
      notDeductibleMinor: 10_000,
    });
  });
});

describe("fr: no money sanction of any kind", () => {
  it("refuses the decision and takes 0.00", () => {
    const outcome = decided({ guard: "fr", fine: 100, pay: {} });
    expect(outcome).toMatchObject({ disposition: "refused", ground: "prohibited-deduction" });
    expect(outcome.parties[0]).toMatchObject({ totalMinor: 0, schedule: [], outstandingMinor: 0 });
  });

  it("keeps a policy with money penalties from being valid", () => {
    const guards = new Map([["fr", guardOf("fr")]]);
    const { policy, diagnostics } = validatePolicy(policyUnder(guardOf("fr")), {
      guards,
      calendars: new Set(["cn"]),
    });
    expect(policy).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toContain(
      "forbidden-by-guard",
    );
  });
});

describe("a guard", () => {
  it("holds from its own day on", () => {
    const before = decided({
      guard: "in",
      fine: 100_000,
      pay: { monthlyWage: 2_000_000 },
      dates: { decidedOn: "2025-11-20", actOn: "2025-11-01", heardOn: "2025-11-10" },
    });
    const after = decided({
      guard: "in",
      fine: 100_000,
      pay: { monthlyWage: 2_000_000 },
      dates: { decidedOn: "2025-11-21", actOn: "2025-11-01", heardOn: "2025-11-10" },
    });
    expect([before.parties[0]?.totalMinor, after.parties[0]?.totalMinor]).toEqual([100_000, 60_000]);
  });

  it("in another currency than the policy's is an error of the policy", () => {
    const guards = new Map([["jp", guardOf("jp")]]);
    const { diagnostics } = validatePolicy(
      { ...policyUnder(guardOf("jp")), currency: "CNY" },
      { guards, calendars: new Set(["cn"]) },
    );
    expect(diagnostics.find(({ code }) => code === "guard-currency")).toMatchObject({
      at: "/guards/0",
      severity: "error",
    });
  });
});

describe("a horizon", () => {
  /** A made-up guard whose months must begin within so many days of the decision. */
  function within(horizonDays: number): Guard {
    const made = structuredClone(guardOf("jp")) as { -readonly [Key in keyof Guard]: Guard[Key] };
    const references = [{ article: "1" }];
    made.jurisdiction = `within-${horizonDays}`;
    made.periods = [
      {
        effectiveFrom: "2000-01-01",
        references,
        moneyPenalty: "allowed",
        carry: { allowed: true, instalments: true, horizonDays },
        doublePunishment: "allowed",
        confidence: "low",
      },
    ];
    return made;
  }

  // Of 1,000 in instalments of 100, from 30 May on; 1 June is 2 days later, 1 July 32.
  const ask = { guard: "jp", fine: 1_000, pay: { monthlyBonus: 200 } };

  it.each([
    [0, ["2026-05"]],
    [1, ["2026-05"]],
    [2, ["2026-05", "2026-06"]],
    [31, ["2026-05", "2026-06"]],
    [32, ["2026-05", "2026-06", "2026-07"]],
  ])("of %i days allows the months that begin until then", (days, months) => {
    const outcome = decided({ ...ask, guards: [within(days)] });
    expect(outcome.parties[0]?.schedule.map(({ month }) => month)).toEqual(months);
    expect(outcome.parties[0]?.outstandingMinor).toBe(1_000 - 100 * months.length);
    expect(outcome.warnings.map(({ code }) => code)).toContain("schedule-cut");
  });

  it.each([[[within(2), within(32)]], [[within(32), within(2)]]])(
    "that is the shorter of two holds, whichever is named first",
    (guards) => {
      expect(decided({ ...ask, guards }).parties[0]?.schedule.map(({ month }) => month)).toEqual([
        "2026-05",
        "2026-06",
      ]);
    },
  );
});
