import {
  type EvaluateRequest,
  type FactValue,
  type Party,
  type Policy,
  type ScheduledDeduction,
  formatDay,
  formatMonth,
  monthOf,
  parseDay,
} from "@evenhand/domain";
import fc from "fast-check";

/** The synthetic policy takes at most half of a month's bonus. */
export const BONUS_SHARE = 0.5;

const both = (text: string): { en: string; zh: string } => ({ en: text, zh: text });

/** A fine of what the party's `fine` states and a loss borne by whoever is at fault; the bonus cap is half. */
export function guardedPolicy(currency: string, guards: readonly string[]): Policy {
  const references = [{ article: "1" }];
  const common = { scope: "party", references } as const;
  const atFault = { all: [{ fact: "atFault", operator: "equal", value: true }] } as const;
  return {
    id: "under-guard",
    version: 1,
    title: both("Under a guard"),
    effectiveFrom: "2010-01-01",
    appliesBy: "receivedOn",
    currency,
    timeZone: "Asia/Shanghai",
    calendar: "cn",
    guards,
    lossFact: "loss",
    cap: { rate: { fact: "parameter.cap" } },
    grades: [],
    facts: {
      case: {
        receivedOn: { type: "date", label: both("received"), required: true },
        loss: { type: "money", label: both("loss") },
      },
      party: {
        atFault: { type: "boolean", label: both("at fault") },
        fine: { type: "money", label: both("fine") },
      },
    },
    parameters: { cap: { value: BONUS_SHARE, unit: "rate", label: both("cap"), references } },
    tables: {},
    rules: [
      {
        ...common,
        id: "bear",
        stage: "attribution",
        label: both("bear"),
        rule: { conditions: atFault, event: { type: "bear", params: { portion: "equal" } } },
      },
      {
        ...common,
        id: "deduct",
        stage: "penalty",
        label: both("deduct"),
        rule: { conditions: atFault, event: { type: "deduct", params: { of: "share" } } },
      },
      {
        ...common,
        id: "fine",
        stage: "penalty",
        label: both("fine"),
        rule: {
          conditions: { all: [{ fact: "fine", operator: "notEqual", value: null }] },
          event: { type: "fine", params: { amount: { fact: "fine" } } },
        },
      },
    ],
    words: {},
    examples: [],
  };
}

const FIRST_DAY = parseDay("2026-01-01") ?? 0;

/** Requests under that policy in which pay, days and amounts are mostly known, so that most of them schedule something. */
export function guardedRequests(): fc.Arbitrary<EvaluateRequest> {
  const days = fc.record({
    decidedOn: fc.integer({ min: 0, max: 300 }),
    acted: fc.integer({ min: 0, max: 100 }),
    heard: mostly(fc.integer({ min: 0, max: 30 })),
    noticed: mostly(fc.integer({ min: 0, max: 30 })),
  });
  return fc
    .record({
      days,
      loss: mostly(fc.integer({ min: 1, max: 400_000 })),
      parties: fc.array(pay(), { minLength: 1, maxLength: 3 }),
      prior: fc.array(
        fc.record({
          party: fc.nat(),
          offset: fc.integer({ min: 0, max: 4 }),
          amountMinor: fc.integer({ min: 0, max: 120_000 }),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ days: { decidedOn, acted, heard, noticed }, loss, parties, prior }) => {
      const on = FIRST_DAY + decidedOn;
      const dated = (offset: number | null): FactValue => (offset === null ? null : formatDay(on - offset));
      const month = monthOf(on);
      return {
        case: {
          reference: "G",
          facts: known({
            receivedOn: formatDay(on - acted),
            decidedOn: formatDay(on),
            actOn: formatDay(on - acted),
            heardOn: dated(heard),
            noticeGivenOn: dated(noticed),
            loss,
          }),
          parties: parties.map((facts, index): Party => ({ id: `P${index + 1}`, kind: "person", facts })),
        },
        scheduled: prior.map(({ party, offset, amountMinor }): ScheduledDeduction => ({
          party: `P${(party % parties.length) + 1}`,
          month: formatMonth(month + offset),
          amountMinor,
        })),
      };
    });
}

function pay(): fc.Arbitrary<Readonly<Record<string, FactValue>>> {
  return fc
    .record({
      monthlyBonus: mostly(fc.integer({ min: 0, max: 400_000 })),
      monthlyWage: mostly(fc.integer({ min: 200_000, max: 1_500_000 })),
      minimumWage: mostly(fc.integer({ min: 150_000, max: 300_000 })),
      averageDailyWage: mostly(fc.integer({ min: 10_000, max: 80_000 })),
      fine: fc.option(fc.integer({ min: 1, max: 200_000 })),
      atFault: fc.boolean(),
    })
    .map(known);
}

function mostly<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(values, { freq: 15 });
}

function known(facts: Readonly<Record<string, FactValue>>): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}
