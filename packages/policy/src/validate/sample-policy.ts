import type { Diagnostic, Guard, LocalizedText, Policy, TableRow } from "@evenhand/domain";
import type { ValidationContext } from "./inspection.ts";
import { validatePolicy } from "./validate-policy.ts";

const label: LocalizedText = { en: "a label", zh: "名称" };
const references = [{ article: "1" }];
const when = (fact: string, value: string | number | boolean | null) => ({
  all: [{ fact, operator: "equal", value } as const],
});

/** For tests: a policy that uses most of the format and has nothing wrong with it. */
export const SAMPLE_POLICY: Policy = {
  id: "sample",
  version: 1,
  title: label,
  effectiveFrom: "2026-01-01",
  appliesBy: "receivedOn",
  currency: "CNY",
  timeZone: "Asia/Shanghai",
  calendar: "cn",
  guards: ["mild"],
  lossFact: "loss",
  cap: { rate: { fact: "parameter.capRate" } },
  conflict: { decider: "decidedBy", instructors: ["instructedBy"], references },
  gates: [
    { kind: "published-before-act", act: "receivedAt", label, references },
    { kind: "heard", told: "toldOn", days: { fact: "parameter.days" }, label, references },
    { kind: "evidence", atLeast: 2, label, references },
    { kind: "decider-not-party", label, references },
    { kind: "reasons", label, references },
    { kind: "not-punished-before", act: "receivedOn", label, references },
    {
      kind: "within-limitation",
      act: "receivedDay",
      days: { fact: "parameter.days" },
      label,
      references,
    },
  ],
  grades: ["warning", "demerit"],
  facts: {
    case: {
      receivedOn: { type: "date", label, required: true },
      receivedAt: { type: "instant", label },
      loss: { type: "money", label, required: true },
      delivered: { type: "integer", label, minimum: 0 },
      defective: { type: "integer", label, minimum: 0, maximum: { fact: "delivered" } },
      kind: { type: "enum", label, values: { quality: label, delay: label } },
      known: { type: "boolean", label, whenAbsent: "unknown" },
      decidedBy: { type: "party", label },
      remark: { type: "text", label },
    },
    party: {
      causedError: { type: "boolean", label },
      owner: { type: "boolean", label },
      share: { type: "rate", label },
      points: { type: "integer", label },
      allPoints: { type: "integer", label },
      faults: { type: "set", label, values: { late: label, rude: label } },
      head: { type: "party", label, namesKind: "person" },
      instructedBy: { type: "party", label },
      reportedAt: { type: "instant", label },
      toldOn: { type: "date", label },
    },
  },
  derived: {
    case: {
      waited: { label, kind: "days-between", from: "receivedOn", to: "decidedOn" },
      defectRatio: { label, kind: "ratio", numerator: "defective", denominator: "delivered" },
      excess: { label, kind: "relative-excess", of: "defective", over: "delivered" },
      causing: {
        label,
        kind: "count-parties",
        where: [{ fact: "causedError", operator: "equal", value: true }],
      },
      dearest: { label, kind: "greatest", of: ["loss", "parameter.fine"] },
      receivedDay: { label, kind: "local-day", of: "receivedAt" },
    },
    party: {
      faultCount: { label, kind: "count", of: "faults" },
      late: {
        label,
        kind: "minutes-between",
        from: "receivedAt",
        to: "reportedAt",
        after: { fact: "parameter.minutes" },
      },
      repeats: { label, kind: "on-record", code: "late-fine", months: { fact: "parameter.lookBack" } },
    },
  },
  parameters: {
    capRate: { value: 0.5, unit: "rate", label, references },
    fine: { value: 5000, unit: "money", label, references },
    warningRate: { value: 0.1, unit: "rate", label, references },
    demeritRate: { value: 0.3, unit: "rate", label, references },
    threshold: { value: 0.03, unit: "rate", label, references },
    days: { value: 7, unit: "calendar-days", label, references },
    stepDays: { value: 2, unit: "calendar-days", label, references },
    minutes: { value: 30, unit: "minutes", label, references },
    lookBack: { value: 12, unit: "months", label, references },
    reformed: { value: "2026-03-01", unit: "date", label, references },
  },
  conditions: {
    upheld: when("disposition", "upheld"),
    "late-fault": { all: [{ fact: "faults", operator: "contains", value: "late" }] },
  },
  tables: {
    approval: {
      label,
      stage: "authority",
      scope: "case",
      references,
      hitPolicy: "unique",
      inputs: [{ fact: "loss" }],
      event: { type: "authority", params: {} },
      outputs: ["level"],
      rows: [
        sampleRow("small", [{ atMost: { fact: "parameter.fine" } }], ["manager"]),
        sampleRow("large", [{ above: { fact: "parameter.fine" } }], ["director"]),
      ],
    },
  },
  rules: [
    rule("not-upheld", "intake", "case", when("known", false), {
      type: "disposition",
      params: { disposition: "not-upheld" },
    }),
    rule("responsible", "attribution", "party", when("causedError", true), {
      type: "role",
      params: { role: "responsible" },
    }),
    rule(
      "bear-by-share",
      "attribution",
      "party",
      { condition: "upheld" },
      {
        type: "bear",
        params: { portion: "share", share: { fact: "share" } },
      },
    ),
    rule(
      "late-fine",
      "penalty",
      "party",
      { condition: "late-fault" },
      {
        type: "fine",
        params: { amount: { fact: "parameter.fine" }, times: { fact: "faultCount" } },
      },
    ),
    rule(
      "convert",
      "penalty",
      "party",
      { condition: "upheld" },
      {
        type: "deduct",
        params: {
          of: "grade",
          rates: { warning: { fact: "parameter.warningRate" }, demerit: { fact: "parameter.demeritRate" } },
        },
      },
    ),
    rule(
      "close",
      "deadline",
      "case",
      { condition: "upheld" },
      {
        type: "due",
        params: {
          step: "close",
          from: "receivedOn",
          within: { fact: "parameter.days" },
          unit: "calendar-days",
        },
      },
    ),
    rule(
      "check",
      "deadline",
      "case",
      { condition: "upheld" },
      {
        type: "due",
        params: {
          step: "check",
          from: "receivedOn",
          within: { fact: "parameter.stepDays" },
          unit: "calendar-days",
          partOf: "close",
        },
      },
    ),
    rule(
      "replace",
      "penalty",
      "case",
      {
        all: [
          { fact: "defectRatio", operator: "lessThan", value: { fact: "parameter.threshold" } },
          { fact: "receivedOn", operator: "greaterThanInclusive", value: { fact: "parameter.reformed" } },
          { not: { fact: "kind", operator: "in", value: ["delay"] } },
        ],
      },
      { type: "measure", params: { kind: "replacement", quantity: { fact: "defective" } } },
    ),
  ],
  words: {
    warning: label,
    demerit: label,
    manager: label,
    director: label,
    responsible: label,
    close: label,
    check: label,
    replacement: label,
  },
  examples: [],
};

type Rule = Policy["rules"][number];

function rule(
  id: string,
  stage: Rule["stage"],
  scope: Rule["scope"],
  conditions: Rule["rule"]["conditions"],
  event: Rule["rule"]["event"],
): Rule {
  return { id, stage, scope, label, references, rule: { conditions, event } };
}

/** For tests: a row of a table. */
export function sampleRow(id: string, when: TableRow["when"], outputs: TableRow["then"]): TableRow {
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
  return { id, when, then: outputs };
}

const MILD: Guard = {
  jurisdiction: "mild",
  title: label,
  currency: "CNY",
  periods: [
    {
      effectiveFrom: "2000-01-01",
      references,
      moneyPenalty: "allowed",
      carry: { allowed: true, instalments: true },
      doublePunishment: "allowed",
      confidence: "high",
    },
  ],
};

/** For tests: one guard that allows everything, one that allows only shares of a loss, and one calendar. */
export const SAMPLE_CONTEXT: ValidationContext = {
  guards: new Map([
    ["mild", MILD],
    [
      "strict",
      {
        ...MILD,
        jurisdiction: "strict",
        periods: [{ ...MILD.periods[0], moneyPenalty: "loss-only" }],
      } as Guard,
    ],
  ]),
  calendars: new Set(["cn"]),
};

/** What to put in which place, by JSON pointer; `undefined` takes away what stands there. */
export type Edits = Readonly<Record<string, unknown>>;

/**
 * For tests: a copy of the sample with some of its places changed. A place at the end of a list is one more item.
 *
 * @example edited({ "/version": 2, "/lossFact": undefined })
 */
export function edited(edits: Edits): unknown {
  // Labels are shared in the sample, and a clone would share them too.
  const document: unknown = JSON.parse(JSON.stringify(SAMPLE_POLICY));
  for (const [pointer, value] of Object.entries(edits)) {
    const path = pointer
      .split("/")
      .slice(1)
      .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = path.pop() ?? "";
    const parent = path.reduce((inner, part) => (inner as Record<string, unknown>)[part], document) as Record<
      string,
      unknown
    >;
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else Object.defineProperty(parent, last, { value, enumerable: true, writable: true, configurable: true });
  }
  return document;
}

/**
 * For tests: what is found wrong with the changed sample, code and place of each.
 *
 * @example found({ "/version": "one" }) // ["wrong-shape /version"]
 */
export function found(edits: Edits): readonly string[] {
  return diagnose(edits).map(({ code, at }) => `${code} ${at}`);
}

/** For tests: the diagnostics of the changed sample. */
export function diagnose(edits: Edits): readonly Diagnostic[] {
  return validatePolicy(edited(edits), SAMPLE_CONTEXT).diagnostics;
}
