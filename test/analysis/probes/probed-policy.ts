import {
  type DecisionTable,
  type FactDeclaration,
  type Parameter,
  type Policy,
  type Rule,
  type TableRow,
} from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import { preparePolicy, validatePolicy } from "@evenhand/policy";
import { loadRules } from "../../support/rules.ts";

const rules = loadRules();
const references = [{ article: "1" }];

function label(text: string): Rule["label"] {
  return { en: text, zh: text };
}

export function fact(type: FactDeclaration["type"], more: Partial<FactDeclaration> = {}): FactDeclaration {
  return { type, label: label(`the ${type}`), ...more };
}

export function money(value: number): Parameter {
  return { value, unit: "money", label: label("an amount"), references };
}

/** A rule of the penalty stage that is asked of each party. */
export function penalty(
  id: string,
  conditions: Rule["rule"]["conditions"],
  event: Rule["rule"]["event"],
): Rule {
  return { id, stage: "penalty", scope: "party", label: label(id), references, rule: { conditions, event } };
}

/** A fine of a parameter's amount. */
export function fine(id: string, amount: string, conditions: Rule["rule"]["conditions"]): Rule {
  return penalty(id, conditions, { type: "fine", params: { amount: { fact: `parameter.${amount}` } } });
}

export const AT_FAULT = { fact: "atFault", operator: "equal", value: true } as const;

/** A table of fines by the loss. */
export function tiers(
  rows: readonly (readonly [id: string, when: TableRow["when"], amount: string])[],
): DecisionTable {
  return {
    label: label("fines by loss"),
    stage: "penalty",
    scope: "party",
    references,
    hitPolicy: "unique",
    when: { all: [AT_FAULT] },
    inputs: [{ fact: "loss" }],
    event: { type: "fine", params: {} },
    outputs: ["amount"],
    rows: rows.map(([id, when, amount]) => {
      // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
      return { id, when, then: [{ fact: `parameter.${amount}` }] };
    }),
  };
}

/** A small policy with a fault planted in it, validated and loaded. `change` replaces any part of it. */
export function probed(change: Partial<Policy>): LoadedVersion {
  const policy: Policy = {
    id: "probed",
    version: 1,
    title: label("probed"),
    effectiveFrom: "2026-01-01",
    appliesBy: "receivedOn",
    currency: "CNY",
    timeZone: "Asia/Shanghai",
    calendar: "cn",
    guards: [],
    lossFact: "loss",
    cap: { rate: { fact: "parameter.capRate" } },
    grades: ["warning", "demerit"],
    facts: FACTS,
    tables: {},
    rules: [],
    words: {},
    examples: [],
    ...change,
    parameters: {
      capRate: { value: 0.5, unit: "rate", label: label("the cap"), references },
      lookBack: { value: 12, unit: "months", label: label("months looked back"), references },
      hours: { value: 24, unit: "hours", label: label("hours"), references },
      limit: money(100_000),
      small: money(10_000),
      large: money(20_000),
      ...change.parameters,
    },
  };
  const { diagnostics } = validatePolicy(policy, {
    guards: new Map(),
    calendars: new Set([rules.calendar.id]),
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
  return loadVersion(preparePolicy(policy), { calendar: rules.calendar, guards: [] });
}

export const FACTS: Policy["facts"] = {
  case: {
    receivedOn: fact("date", { required: true }),
    loss: fact("money", { required: true }),
    receivedAt: fact("instant"),
    answeredAt: fact("instant"),
  },
  party: {
    atFault: fact("boolean"),
    notices: fact("integer", { minimum: 0, weighs: "worse" }),
    reportedAtOnce: fact("boolean", { weighs: "milder" }),
    faults: fact("set", {
      values: { late: label("late"), rude: label("rude"), lost: label("lost") },
      weighs: "worse",
    }),
    seriousness: fact("enum", {
      values: { slight: label("slight"), grave: label("grave") },
      weighs: "worse",
    }),
    site: fact("enum", { values: { north: label("north"), south: label("south") } }),
    remark: fact("text"),
  },
};
