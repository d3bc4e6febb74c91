import type { Policy, Rule, RootCondition } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import { parsePolicy, preparePolicy } from "@evenhand/policy";
import type { Rules } from "../support/rules.ts";

/** The version of a policy in `rules/`. */
export function versionOf({ loaded }: Rules, id: string, number: number): LoadedVersion {
  const found = loaded.find(({ version: { policy } }) => policy.id === id && policy.version === number);
  if (!found) throw new Error(`rules/ has no ${id} version ${number}`);
  return found;
}

/** A version made of another one, validated like any. Its examples are left out, since it decides otherwise on purpose. */
export function changed(
  rules: Rules,
  from: LoadedVersion,
  change: (policy: Policy) => Partial<Policy>,
): LoadedVersion {
  const old = from.version.policy;
  const policy = { ...old, version: old.version + 1, examples: [], ...change(old) };
  const { policy: read, diagnostics } = parsePolicy(JSON.stringify(policy), {
    guards: new Map(rules.guards.map((guard) => [guard.jurisdiction, guard])),
    calendars: new Set([rules.calendar.id]),
  });
  if (!read) throw new Error(JSON.stringify(diagnostics.filter(({ severity }) => severity === "error")));
  return loadVersion(preparePolicy(read), { calendar: rules.calendar, guards: rules.guards });
}

const LABELS = { label: { en: "planted", zh: "测试植入" }, references: [{ article: "test" }] } as const;

/** A rule of a party in the penalty stage. */
export function penaltyRule(id: string, conditions: RootCondition, event: Rule["rule"]["event"]): Rule {
  return { id, stage: "penalty", scope: "party", ...LABELS, rule: { conditions, event } };
}

/** A rate with a name, for a policy's `parameters`. */
export function rate(value: number): Policy["parameters"][string] {
  return { value, unit: "rate", ...LABELS };
}
