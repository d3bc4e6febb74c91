import type { Condition, DecisionTable, FactDeclaration, Literal, Parameter, Policy } from "@evenhand/domain";
import { PARAMETER_PREFIX, isFactReference, parseDay } from "@evenhand/domain";

/**
 * A policy of which only its facts, parameters and named conditions matter, for tests of tables.
 *
 * @example samplePolicy({ facts: { case: { loss: fact("money") }, party: {} } })
 */
export function samplePolicy(parts: Partial<Policy> = {}): Policy {
  return {
    id: "sample",
    version: 1,
    title: { en: "Sample", zh: "示例" },
    effectiveFrom: "2026-01-01",
    appliesBy: "decidedOn",
    currency: "CNY",
    timeZone: "Asia/Shanghai",
    calendar: "cn",
    guards: [],
    cap: { rate: { fact: "parameter.bonusCapRate" } },
    grades: [],
    facts: { case: {}, party: {} },
    parameters: { bonusCapRate: parameter(0.5, "rate") },
    tables: {},
    rules: [],
    words: {},
    examples: [],
    ...parts,
  };
}

/** A declared fact called `label`, required, so that it is never unknown. */
export function fact(
  type: FactDeclaration["type"],
  label: string = type,
  parts: Partial<FactDeclaration> = {},
): FactDeclaration {
  return { type, label: { en: label, zh: label }, required: true, ...parts };
}

export function parameter(value: Parameter["value"], unit: Parameter["unit"]): Parameter {
  return { value, unit, label: { en: "figure", zh: "数值" }, references: [] };
}

/**
 * A table whose rows give an approval level.
 *
 * @example sampleTable(["loss"], { small: [{ atMost: 200000 }], large: [{ above: 200000 }] })
 */
export function sampleTable(
  inputs: readonly string[],
  rows: Readonly<Record<string, DecisionTable["rows"][number]["when"]>>,
  parts: Partial<DecisionTable> = {},
): DecisionTable {
  return {
    label: { en: "Levels", zh: "审批权限" },
    stage: "authority",
    scope: "case",
    references: [{ article: "11" }],
    hitPolicy: "unique",
    inputs: inputs.map((name) => ({ fact: name })),
    event: { type: "authority", params: {} },
    outputs: ["level"],
    // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
    rows: Object.entries(rows).map(([id, when]) => ({ id, when, then: [id] })),
    ...parts,
  };
}

/**
 * Whether a condition holds of facts that are given as conditions see them: the plainest reading of the language, which
 * the tests hold everything else against.
 *
 * @example holds({ all: [{ fact: "loss", operator: "lessThan", value: 5 }] }, { loss: null }, policy) // false
 */
export function holds(
  condition: Condition,
  facts: Readonly<Record<string, Literal | null>>,
  policy: Policy,
): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, facts, policy));
  if ("any" in condition) return condition.any.some((part) => holds(part, facts, policy));
  if ("not" in condition) return !holds(condition.not, facts, policy);
  if ("condition" in condition)
    return holds(policy.conditions?.[condition.condition] ?? { any: [] }, facts, policy);
  const saw = facts[condition.fact] ?? null;
  const { operator, value } = condition;
  if (value === null) return (operator === "equal") === (saw === null);
  if (saw === null) return false;
  if (Array.isArray(value)) return (operator === "in") === value.includes(saw);
  const expected = isFactReference(value) ? valueOf(value.fact, facts, policy) : value;
  if (expected === null) return false;
  switch (operator) {
    case "equal":
      return saw === expected;
    case "notEqual":
      return saw !== expected;
    case "lessThan":
      return saw < expected;
    case "lessThanInclusive":
      return saw <= expected;
    case "greaterThan":
      return saw > expected;
    case "greaterThanInclusive":
      return saw >= expected;
    default:
      throw new Error(`no table compiles to ${operator}`);
  }
}

function valueOf(
  name: string,
  facts: Readonly<Record<string, Literal | null>>,
  policy: Policy,
): Literal | null {
  if (!name.startsWith(PARAMETER_PREFIX)) return facts[name] ?? null;
  const { value, unit } = policy.parameters[name.slice(PARAMETER_PREFIX.length)] ?? {
    value: Number.NaN,
    unit: "count",
  };
  return unit === "date" ? (parseDay(String(value)) ?? null) : value;
}
