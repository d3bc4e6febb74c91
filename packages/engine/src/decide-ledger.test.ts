import {
  type EvaluateRequest,
  type FactValue,
  type Guard,
  type GuardPeriod,
  type Party,
  type ScheduledDeduction,
} from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { type DecideContext, type Decided, decide } from "./decide.ts";
import { readRequest } from "./request/read-request.ts";
import { loadSample, samplePolicy } from "./sample-policy.ts";

const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");
const references = [{ article: "1" }];

function request(parties: readonly Party[], facts: Record<string, FactValue> = {}): EvaluateRequest {
  return {
    case: { reference: "T", facts: { receivedOn: "2026-07-06", decidedOn: "2026-07-10", ...facts }, parties },
  };
}

function person(facts: Record<string, FactValue>): Party {
  return { id: "A", kind: "person", facts: { monthlyBonus: 100_000, ...facts } };
}

function decided(
  asked: EvaluateRequest,
  context: Partial<DecideContext> = {},
  guards: readonly Guard[] = [],
): Decided {
  const policy = samplePolicy({ guards: guards.map(({ jurisdiction }) => jurisdiction) });
  const result = decide(loadSample(policy, guards), asked, { evaluatedAt, ...context });
  if ("refusal" in result) throw new Error(JSON.stringify(result.refusal));
  return result;
}

function guard(period: Partial<GuardPeriod>, jurisdiction = "made-up"): Guard {
  return {
    jurisdiction,
    title: { en: "Made up", zh: "虚构" },
    currency: "CNY",
    periods: [
      {
        effectiveFrom: "2020-01-01",
        references,
        moneyPenalty: "allowed",
        carry: { allowed: true, instalments: true },
        doublePunishment: "allowed",
        confidence: "low",
        ...period,
      },
    ],
  };
}

function scheduleOf({ response }: Decided): readonly string[] {
  return (
    response.outcome.parties[0]?.schedule.map(({ month, amountMinor }) => `${month} ${amountMinor}`) ?? []
  );
}

function planLines({ response }: Decided): readonly string[] {
  return response.explanation
    .filter(({ label }) => label.en.startsWith("how "))
    .flatMap(({ arithmetic }) => arithmetic ?? [])
    .map(({ label, formula }) => `${label.en}: ${formula}`);
}

describe("a plan", () => {
  const fined = request([person({ fine: 120_000 })]);

  it.each([
    [null, ["2026-07 50000", "2026-08 50000", "2026-09 20000"]],
    ["2026-06", ["2026-07 50000", "2026-08 50000", "2026-09 20000"]],
    ["2026-07", ["2026-08 50000", "2026-09 50000", "2026-10 20000"]],
    ["2026-12", ["2027-01 50000", "2027-02 50000", "2027-03 20000"]],
  ])(
    "begins after %s, where payroll is closed through it, and never before the decision",
    (closedThrough, schedule) => {
      expect(scheduleOf(decided(fined, { closedThrough }))).toEqual(schedule);
    },
  );

  it("says that a month is closed only where that moves it", () => {
    expect(planLines(decided(fined, { closedThrough: "2026-07" }))).toContain(
      "the first month that is left, since payroll is closed through 2026-07: 2026-08",
    );
    expect(planLines(decided(fined, { closedThrough: "2026-06" })).join()).not.toContain("closed");
  });

  it("does not come about where payroll is said to be closed through what is no month", () => {
    expect(() => decided(fined, { closedThrough: "2026-13" })).toThrow("2026-13");
  });

  it("finds no month where payroll is closed beyond the last that a guard allows", () => {
    const within = guard({ carry: { allowed: true, instalments: true, horizonDays: 60 } });
    expect(scheduleOf(decided(fined, { closedThrough: "2026-07" }, [within]))).toEqual([
      "2026-08 50000",
      "2026-09 50000",
    ]);
    const late = decided(fined, { closedThrough: "2026-09" }, [within]);
    expect(late.response.outcome.parties[0]).toMatchObject({ schedule: [], outstandingMinor: 120_000 });
  });
});

describe("a month in which something stands", () => {
  const fined = request([person({ fine: 120_000 })]);
  const standing = (...items: readonly Omit<ScheduledDeduction, "party">[]): Decided =>
    decided(fined, { scheduled: items.map((item) => ({ party: "A", ...item })) });

  it("takes up to the lower of this plan's ceiling and that of what stands there", () => {
    const result = standing({ month: "2026-08", amountMinor: 10_000, atMostMinor: 30_000 });
    expect(scheduleOf(result)).toEqual(["2026-07 50000", "2026-08 20000", "2026-09 50000"]);
    expect(planLines(result)).toContain("at most in 2026-08, by the terms of what stands there: 300.00");
  });

  it("is passed over where its own ceiling is reached", () => {
    const result = standing({ month: "2026-07", amountMinor: 30_000, atMostMinor: 30_000 });
    expect(scheduleOf(result)).toEqual(["2026-08 50000", "2026-09 50000", "2026-10 20000"]);
    expect(planLines(result)).toContain("at most in 2026-07, by the terms of what stands there: 300.00");
  });

  it("keeps to the lowest of several ceilings, and sums what they hold", () => {
    const result = standing(
      { month: "2026-07", amountMinor: 10_000, atMostMinor: 40_000 },
      { month: "2026-07", amountMinor: 5_000, atMostMinor: 30_000 },
      { month: "2026-07", amountMinor: 1_000 },
    );
    expect(scheduleOf(result)[0]).toBe("2026-07 14000");
  });

  it("says nothing of a ceiling that leaves as much as the plan's own, or that is not reached", () => {
    const high = standing({ month: "2026-07", amountMinor: 10_000, atMostMinor: 50_000 });
    expect(planLines(high).join()).not.toContain("by the terms");
    const last = standing({ month: "2026-09", amountMinor: 0, atMostMinor: 30_000 });
    expect(scheduleOf(last)[2]).toBe("2026-09 20000");
    expect(planLines(last).join()).not.toContain("by the terms");
  });

  it("draws months with one ceiling together", () => {
    const months = ["2026-07", "2026-08", "2026-09"].map((month) => ({
      month,
      amountMinor: 0,
      atMostMinor: 10_000,
    }));
    expect(planLines(standing(...months))).toContain(
      "at most in each month from 2026-07 to 2026-09, by the terms of what stands there: 100.00",
    );
  });

  it("may be stated with its ceiling in a request, which is refused where that is no amount", () => {
    const sent = (atMostMinor: unknown): ReturnType<typeof readRequest> =>
      readRequest({ ...fined, scheduled: [{ party: "A", month: "2026-07", amountMinor: 1, atMostMinor }] });
    expect(sent(30_000)).toMatchObject({ request: { scheduled: [{ atMostMinor: 30_000 }] } });
    expect(sent(-1)).toMatchObject({
      refusal: { problems: [{ code: "out-of-range", at: "/scheduled/0/atMostMinor" }] },
    });
  });
});

describe("the terms of a decision", () => {
  const wages = { monthlyWage: 400_000, minimumWage: 380_000, averageDailyWage: 20_000 };
  const terms = (facts: Record<string, FactValue>, ...guards: readonly Guard[]): Decided["terms"] =>
    decided(request([person(facts)], { loss: 9_000, actOn: "2026-06-10" }), {}, guards).terms;
  const free = {
    person: "A",
    capRate: 0.5,
    mostInMonthMinor: null,
    mostInAllMinor: null,
    lastMonth: null,
    oneSum: false,
    blocked: false,
  };

  it("are the policy's cap where no guard limits anything", () => {
    // Without guards the policy knows no facts about wages but the bonus.
    const result = decided(request([person({ fine: 100 })]));
    expect(result.terms).toEqual([free]);
  });

  it("are stated of nobody who is charged nothing", () => {
    expect(terms(wages, guard({}))).toEqual([]);
  });

  it.each<[string, Partial<GuardPeriod>, Partial<Decided["terms"][number]>]>([
    [
      "a part of the bonus lowers the rate",
      { perPeriodCap: { rate: 0.2, base: "monthlyBonus", references } },
      { capRate: 0.2 },
    ],
    [
      "a higher part of it does not raise the rate",
      { perPeriodCap: { rate: 0.8, base: "monthlyBonus", references } },
      {},
    ],
    [
      "a part of the wage is a figure",
      { perPeriodCap: { rate: 0.1, base: "monthlyWage", references } },
      { mostInMonthMinor: 40_000 },
    ],
    ["a floor is a figure", { floor: { base: "minimumWage", references } }, { mostInMonthMinor: 20_000 }],
    [
      "the lowest figure counts",
      {
        perPeriodCap: { rate: 0.01, base: "monthlyWage", references },
        allDeductionsCap: { amountMinor: 3_000, references },
      },
      { mostInMonthMinor: 3_000 },
    ],
    [
      "a cap on the act holds for all months",
      { perActCap: { rate: 0.5, base: "averageDailyWage", references } },
      { mostInAllMinor: 10_000 },
    ],
    [
      "past the limitation nothing is left",
      { limitationDays: { days: 29, references } },
      { mostInAllMinor: 0 },
    ],
    ["within the limitation it sets no limit", { limitationDays: { days: 30, references } }, {}],
    ["only the share of the loss is left", { moneyPenalty: "loss-only" }, { mostInAllMinor: 9_000 }],
    [
      "a horizon ends the plan",
      { carry: { allowed: true, instalments: true, horizonDays: 60 } },
      { lastMonth: "2026-09" },
    ],
    [
      "one sum is the room of its month",
      { carry: { allowed: false, instalments: false } },
      { mostInAllMinor: 50_000, oneSum: true },
    ],
    ["a figure that is missing blocks", { requires: [{ fact: "heardOn", references }] }, { blocked: true }],
  ])("under a guard: %s", (_rule, period, expected) => {
    const facts = { ...wages, fine: 90_000, atFault: true };
    expect(terms(facts, guard(period))).toEqual([{ ...free, ...expected }]);
  });

  it("take the lowest of several guards", () => {
    const tight = guard({ perActCap: { amountMinor: 500, references } }, "tight");
    const loose = guard({ perActCap: { amountMinor: 900, references } }, "loose");
    expect(terms({ fine: 90_000 }, loose, tight)[0]?.mostInAllMinor).toBe(500);
  });

  it("are stated of somebody from whom a guard took everything off", () => {
    const [one] = terms({ fine: 90_000 }, guard({ limitationDays: { days: 1, references } }));
    expect(one).toMatchObject({ person: "A", mostInAllMinor: 0 });
  });
});

describe("those whom an outcome names", () => {
  it("are listed with what they are and what is known of their bonus", () => {
    const { concerned } = decided(
      request([
        person({}),
        { id: "B", kind: "person", facts: { atFault: true } },
        { id: "T", kind: "team", facts: {} },
      ]),
    );
    expect(concerned).toEqual([
      { party: "A", kind: "person", monthlyBonusMinor: 100_000 },
      { party: "B", kind: "person", monthlyBonusMinor: null },
      { party: "T", kind: "team", monthlyBonusMinor: null },
    ]);
  });
});
