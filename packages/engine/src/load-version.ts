import {
  type Calendar,
  type CatalogueEntry,
  type Guard,
  PARAMETER_PREFIX,
  type ParameterUse,
  type Policy,
  type PolicyVersion,
  type Rule,
  RULE_STAGES,
  type RuleStage,
  type Scope,
  type Condition,
  catalogueOf,
  contentHash,
  parseDay,
} from "@evenhand/domain";
import { compileRules } from "./rules/compiled.ts";
import { referenceRules } from "./rules/reference.ts";
import {
  type ConditionValue,
  type FactLayout,
  type RuleEvaluator,
  type RuleSet,
  factLayout,
  ruleSet,
} from "./rules/rule-set.ts";

/** The rules of one stage and scope, ready for either evaluator. */
export type StageRules = {
  readonly set: RuleSet;
  readonly compiled: RuleEvaluator<readonly number[]>;
  readonly reference: RuleEvaluator<Promise<readonly number[]>>;
};

/** A policy version with everything that deciding needs: its compiled rules, its calendar and its guards. */
export type LoadedVersion = {
  readonly version: PolicyVersion;
  readonly calendar: Calendar;
  /** The guards the policy names, in its order. */
  readonly guards: readonly Guard[];
  /** By jurisdiction: SHA-256 of the guard document's canonical JSON. */
  readonly guardHashes: ReadonlyMap<string, string>;
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  readonly layout: FactLayout;
  /** The policy's parameters as conditions and events read them, by `parameter.<id>`. */
  readonly constants: ReadonlyMap<string, ConditionValue>;
  readonly stages: Readonly<Record<RuleStage, Readonly<Record<Scope, StageRules>>>>;
  /** Words the policy uses for who bears something; no party may be called so. */
  readonly bearerWords: ReadonlySet<string>;
  /** How many comparisons all rules together may ask of one party, named conditions written out. */
  readonly comparisons: number;
  /** By rule id: the parameters that its conditions and its event read, named conditions included. */
  readonly parametersOf: ReadonlyMap<string, readonly ParameterUse[]>;
};

/**
 * Compiles a version once, for any number of decisions. The version must have passed validation.
 *
 * @throws Error where `guards` lacks one that the policy names, or the calendar is another than the policy's
 */
export function loadVersion(
  version: PolicyVersion,
  given: { readonly calendar: Calendar; readonly guards: readonly Guard[] },
): LoadedVersion {
  const { policy } = version;
  if (given.calendar.id !== policy.calendar)
    throw new Error(`policy ${policy.id} counts by calendar ${policy.calendar}, not ${given.calendar.id}`);
  const guards = policy.guards.map((name) => {
    const guard = given.guards.find((candidate) => candidate.jurisdiction === name);
    if (!guard) throw new Error(`policy ${policy.id} names guard ${name}, which was not given`);
    return guard;
  });
  const guardHashes = new Map(guards.map((guard) => [guard.jurisdiction, contentHash(guard)]));
  const catalogue = catalogueOf(policy);
  const layout = layoutOf(catalogue);
  const constants = parameterValues(version);
  const rulesOf = (stage: RuleStage, scope: Scope): StageRules => {
    const rules = version.rules.filter((rule) => rule.stage === stage && rule.scope === scope);
    const set = ruleSet(rules, layout, policy.conditions ?? {}, constants);
    return { set, compiled: compileRules(set), reference: referenceRules(set) };
  };
  const stages = Object.fromEntries(
    RULE_STAGES.map((stage) => [stage, { case: rulesOf(stage, "case"), party: rulesOf(stage, "party") }]),
  ) as LoadedVersion["stages"];
  return {
    version,
    calendar: given.calendar,
    guards,
    guardHashes,
    catalogue,
    layout,
    constants,
    stages,
    bearerWords: bearerWordsOf(version),
    comparisons: version.rules.reduce((sum, rule) => sum + comparisonsIn(rule.rule.conditions, policy), 0),
    parametersOf: new Map(version.rules.map((rule) => [rule.id, parameterUses(rule, policy)])),
  };
}

function bearerWordsOf(version: PolicyVersion): ReadonlySet<string> {
  return new Set(
    version.rules.flatMap(({ rule: { event } }) => {
      if (event.type === "bear") return typeof event.params.bearer === "string" ? [event.params.bearer] : [];
      const to = event.type === "exempt" ? event.params.movesTo : undefined;
      return to && "bearer" in to ? [to.bearer] : [];
    }),
  );
}

function comparisonsIn(condition: Condition, policy: Policy): number {
  if ("all" in condition) return condition.all.reduce((sum, part) => sum + comparisonsIn(part, policy), 0);
  if ("any" in condition) return condition.any.reduce((sum, part) => sum + comparisonsIn(part, policy), 0);
  if ("not" in condition) return comparisonsIn(condition.not, policy);
  if (!("condition" in condition)) return 1;
  const named = policy.conditions?.[condition.condition];
  return named ? comparisonsIn(named, policy) : 0;
}

function parameterUses(rule: Rule, policy: Policy): readonly ParameterUse[] {
  const names = new Set<string>();
  collectReferences(rule.rule, policy, names);
  return [...names].toSorted().flatMap((name) => parameterUse(name, policy) ?? []);
}

/** A parameter as explanations name it; `undefined` for the name of a fact. */
export function parameterUse(name: string, policy: Policy): ParameterUse | undefined {
  if (!name.startsWith(PARAMETER_PREFIX)) return undefined;
  const id = name.slice(PARAMETER_PREFIX.length);
  const parameter = policy.parameters[id];
  return parameter && { id, value: parameter.value, unit: parameter.unit, references: parameter.references };
}

function collectReferences(node: unknown, policy: Policy, names: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) collectReferences(item, policy, names);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "fact" && typeof value === "string") names.add(value);
    else if (key === "condition" && typeof value === "string")
      collectReferences(policy.conditions?.[value], policy, names);
    else collectReferences(value, policy, names);
  }
}

/** Every fact of the catalogue has a slot; parameters are constants and have none. */
function layoutOf(catalogue: ReadonlyMap<string, CatalogueEntry>): FactLayout {
  const names = [...catalogue.values()]
    .filter((entry) => entry.source !== "parameter")
    .map((entry) => entry.name);
  return factLayout(names);
}

function parameterValues(version: PolicyVersion): ReadonlyMap<string, ConditionValue> {
  return new Map(
    Object.entries(version.policy.parameters).map(([id, { unit, value }]) => [
      PARAMETER_PREFIX + id,
      unit === "date" ? (parseDay(String(value)) ?? null) : Number(value),
    ]),
  );
}
