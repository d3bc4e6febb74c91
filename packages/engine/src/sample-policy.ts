import { type Guard, type Policy, type PolicyVersion, type Rule, readCalendar } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "./load-version.ts";

const label = (text: string): { readonly en: string; readonly zh: string } => ({ en: text, zh: text });

/** A rule for tests; it fires always unless `conditions` says otherwise. */
export function rule(
  id: string,
  stage: Rule["stage"],
  scope: Rule["scope"],
  event: Rule["rule"]["event"],
  more: Partial<Rule["rule"]> = {},
): Rule {
  const always: Rule["rule"]["conditions"] = {
    not: { all: [{ fact: "evaluatedOn", operator: "equal", value: null }] },
  };
  return {
    id,
    stage,
    scope,
    label: label(id),
    references: [{ article: "1" }],
    rule: { conditions: always, event, ...more },
  };
}

/**
 * A small policy for tests of the engine: a loss divided equally among whoever has `atFault`, a fine of the amount that
 * a party's `fine` states, a bonus capped at half. `change` replaces any part of it.
 */
export function samplePolicy(change: Partial<Policy> = {}): Policy {
  const atFault = { all: [{ fact: "atFault", operator: "equal", value: true }] } as const;
  return {
    id: "sample",
    version: 1,
    title: label("sample"),
    effectiveFrom: "2020-01-01",
    appliesBy: "receivedOn",
    currency: "CNY",
    timeZone: "Asia/Shanghai",
    calendar: "cn",
    guards: [],
    lossFact: "loss",
    cap: { rate: { fact: "parameter.cap" } },
    grades: ["mild", "grave"],
    facts: {
      case: {
        receivedOn: { type: "date", label: label("received on"), required: true },
        loss: { type: "money", label: label("loss") },
        decidedBy: { type: "party", label: label("decided by") },
      },
      party: {
        atFault: { type: "boolean", label: label("at fault") },
        owns: { type: "boolean", label: label("owns the matter") },
        boss: { type: "party", label: label("boss") },
        fine: { type: "money", label: label("fine") },
        objected: { type: "boolean", label: label("objected") },
      },
    },
    parameters: { cap: { value: 0.5, unit: "rate", label: label("cap"), references: [{ article: "2" }] } },
    tables: {},
    rules: [
      rule(
        "bear",
        "attribution",
        "party",
        { type: "bear", params: { portion: "equal" } },
        { conditions: atFault },
      ),
      rule("deduct", "penalty", "party", { type: "deduct", params: { of: "share" } }),
      rule("fine", "penalty", "party", { type: "fine", params: { amount: { fact: "fine" } } }),
      rule(
        "suspend",
        "penalty",
        "party",
        { type: "suspend", params: {} },
        { conditions: { all: [{ fact: "objected", operator: "equal", value: true }] } },
      ),
    ],
    words: {},
    examples: [],
    ...change,
  };
}

export function loadSample(policy: Policy, guards: readonly Guard[] = []): LoadedVersion {
  const read = readCalendar({
    id: "cn",
    version: 1,
    title: label("calendar"),
    coverage: { from: "2026-01-01", to: "2026-12-31" },
    source: "made up",
    holidays: ["2026-10-01"],
    makeUpDays: ["2026-10-10"],
  });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const version: PolicyVersion = { policy, hash: "0".repeat(64), rules: policy.rules };
  return loadVersion(version, { calendar: read.calendar, guards });
}
