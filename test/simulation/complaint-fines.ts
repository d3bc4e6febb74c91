import { type PastCase, type SimulationResult, startSimulation } from "@evenhand/analysis";
import type { CaseChange } from "@evenhand/analysis";
import type { FactValue, Party, Policy, Rule } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import { loadRules } from "../support/rules.ts";

const rules = loadRules();

/** Complaint-fines version 2, as it stands. */
export const VERSION_2 = versionIn("complaint-fines", 2);

function versionIn(id: string, version: number): LoadedVersion {
  const found = rules.loaded.find(
    (one) => one.version.policy.id === id && one.version.policy.version === version,
  );
  if (!found) throw new Error(`there is no ${id} version ${version}`);
  return found;
}

/** Version 2 with a change, as version 3. */
export function changed(change: (policy: Policy) => Policy): LoadedVersion {
  const policy = { ...change(VERSION_2.version.policy), version: 3 };
  return loadVersion(preparePolicy(policy), { calendar: rules.calendar, guards: rules.guards });
}

/** A change of the value of one parameter. */
export function withValue(id: string, value: number): (policy: Policy) => Policy {
  return (policy) => {
    const parameter = policy.parameters[id];
    if (!parameter) throw new Error(`there is no parameter ${id}`);
    return { ...policy, parameters: { ...policy.parameters, [id]: { ...parameter, value } } };
  };
}

export function withRule(rule: Pick<Rule, "id" | "stage" | "scope" | "rule">): (policy: Policy) => Policy {
  const label = { en: rule.id, zh: rule.id };
  return (policy) => ({
    ...policy,
    rules: [...policy.rules, { ...rule, label, references: [{ article: "made up" }] }],
  });
}

/** A person to whom the complaint was traced: 4 of 40 points, a bonus of 2,000.00. */
export function person(id: string, facts: Record<string, FactValue> = {}): Party {
  const own = { responsible: true, basePoints: 4, unitBasePoints: 40, monthlyBonus: 200_000 };
  return { id, kind: "person", facts: { function: "production", unit: "cutting", ...own, ...facts } };
}

type Told = {
  readonly decidedOn: string;
  readonly lossMinor: number;
  readonly parties: readonly Party[];
  readonly facts?: Record<string, FactValue>;
  readonly receivedOn?: string;
};

/** A complaint about goods not to specification, received on the day of its decision where nothing else is said. */
export function complaint(id: string, { decidedOn, lossMinor, parties, facts, receivedOn }: Told): PastCase {
  const appliesOn = receivedOn ?? decidedOn;
  const own = { complaintKind: "spec-mismatch", lossAmount: lossMinor, receivedOn: appliesOn, decidedOn };
  return {
    id,
    decidedOn,
    appliesOn,
    evaluatedAt: Date.parse(`${decidedOn}T02:00:00Z`),
    case: { reference: id, facts: { ...own, ...facts }, parties },
  };
}

type Simulated = { readonly result: SimulationResult; readonly changes: readonly CaseChange[] };

/** Simulates a candidate against version 2, or against another baseline. */
export function simulate(
  candidate: LoadedVersion,
  cases: readonly PastCase[],
  { baseline = VERSION_2, groups = [] }: { baseline?: LoadedVersion; groups?: readonly string[] } = {},
): Simulated {
  const simulation = startSimulation({ baseline, candidate, groups });
  const changes = cases.flatMap((one) => simulation.take(one) ?? []);
  return { result: simulation.result(), changes };
}
