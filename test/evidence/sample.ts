import { type EvaluateRequest, type LedgerBefore, type Policy, deepFreeze } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import { guardedPolicy } from "../support/guarded-policy.ts";
import { RULES, type RecordParts, type Recorded, personOpening, recordOf } from "./records.ts";

const both = (text: string): { en: string; zh: string } => ({ en: text, zh: text });

/**
 * A policy under a statutory guard whose fine grows with what is on record, which reads the wording of one text fact and
 * only asks whether another is stated.
 */
export function samplePolicy(change: Partial<Policy> = {}): Policy {
  const base = guardedPolicy("CNY", ["cn"]);
  const references = [{ article: "2" }];
  return {
    ...base,
    id: "sample",
    facts: {
      case: { ...base.facts.case, product: { type: "text", label: both("product") } },
      party: {
        ...base.facts.party,
        remark: { type: "text", label: both("remark") },
        boss: { type: "party", label: both("boss") },
        store: { type: "party", namesKind: "department", label: both("store") },
      },
    },
    derived: {
      party: {
        repeats: {
          kind: "on-record",
          code: "fine",
          months: { fact: "parameter.lookBack" },
          label: both("repeats"),
        },
      },
    },
    parameters: {
      ...base.parameters,
      lookBack: { value: 12, unit: "months", label: both("look back"), references },
      surcharge: { value: 5_000, unit: "money", label: both("surcharge"), references },
      spare: { value: 3, unit: "count", label: both("spare"), references },
    },
    rules: [
      ...base.rules,
      {
        id: "again",
        stage: "penalty",
        scope: "party",
        label: both("again"),
        references,
        rule: {
          conditions: {
            all: [
              { fact: "repeats", operator: "greaterThan", value: 0 },
              { fact: "product", operator: "equal", value: "lamp" },
              { fact: "remark", operator: "notEqual", value: null },
            ],
          },
          event: { type: "fine", params: { amount: { fact: "parameter.surcharge" } } },
        },
      },
    ],
    ...change,
  };
}

export function loaded(policy: Policy): LoadedVersion {
  return loadVersion(preparePolicy(policy), { calendar: RULES.calendar, guards: RULES.guards });
}

export const SAMPLE_REQUEST: EvaluateRequest = deepFreeze({
  case: {
    reference: "S-1",
    facts: { receivedOn: "2026-07-06", decidedOn: "2026-07-10", loss: 60_000, product: "lamp" },
    parties: [
      {
        id: "P1",
        kind: "person",
        memberOf: "S1",
        facts: {
          atFault: true,
          fine: 20_000,
          remark: "P1 says that P2 packed it",
          boss: "E1001",
          store: "S1",
          monthlyBonus: 200_000,
          monthlyWage: 800_000,
          minimumWage: 250_000,
        },
      },
      { id: "S1", kind: "department", facts: {} },
    ],
    evidence: [{ id: "photo", kind: "image", supports: "P1", note: "taken by E1001" }],
  },
});

/** P1 has been fined before and still pays for it. */
export const SAMPLE_BEFORE: LedgerBefore = deepFreeze({
  scheduled: [
    { party: personOpening("P1").token, month: "2026-08", amountMinor: 10_000 },
    { party: personOpening("P1").token, month: "2026-09", amountMinor: 5_000 },
  ],
  closedThrough: "2026-07",
  findings: [
    { party: personOpening("P1").token, code: "fine", occurredOn: "2026-02-03" },
    { party: personOpening("P1").token, code: "bear", occurredOn: "2026-02-03" },
  ],
});

export const SAMPLE_AT = Date.UTC(2026, 6, 10, 2, 30);

/** The sample case, recorded under the sample policy. */
export function recordSample(change: Partial<RecordParts> = {}): Recorded {
  return recordOf({
    versions: [loaded(samplePolicy())],
    request: SAMPLE_REQUEST,
    evaluatedAt: SAMPLE_AT,
    before: SAMPLE_BEFORE,
    ...change,
  });
}
