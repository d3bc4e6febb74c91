import type { Comparison, Condition, ConditionTrace, FactValue, Rule } from "@evenhand/domain";
import { isFactReference } from "@evenhand/domain";
import { comparisonHolds, knownAsAsked } from "./operators.ts";
import type { ConditionValue, FactSlots, RuleSet } from "./rule-set.ts";
import { namedCondition, valueOf } from "./rule-set.ts";

/** Writes the value of a fact the way people wrote it, such as a day as `YYYY-MM-DD`. Never asked about an unknown. */
export type ShowFact = (fact: string, value: ConditionValue) => FactValue;

type Seen = { readonly set: RuleSet; readonly facts: FactSlots; readonly show: ShowFact };

/**
 * Reads a rule's conditions once more, slowly and in full, so that a decision can say what each of them saw.
 * Nothing is left out because something before it had settled the matter. What a comparison expected is shown as a
 * value of the fact it was compared with; a list of values stands as the policy has it.
 * INVARIANT: `met` at the root is what both evaluators answer for the rule.
 *
 * @example
 * traceRule(rule, set, [120_000], (fact, value) => value)
 * // { kind: "all", met: true, of: [
 * //   { kind: "comparison", met: true, fact: "lossAmount", operator: "greaterThan",
 * //     saw: 120000, expected: 100000, expectedFrom: "parameter.majorLoss" }] }
 */
export function traceRule(rule: Rule, set: RuleSet, facts: FactSlots, show: ShowFact): ConditionTrace {
  return traceCondition(rule.rule.conditions, { set, facts, show });
}

function traceCondition(condition: Condition, seen: Seen): ConditionTrace {
  if ("all" in condition) {
    const of = condition.all.map((part) => traceCondition(part, seen));
    return { kind: "all", met: of.every(({ met }) => met), of };
  }
  if ("any" in condition) {
    const of = condition.any.map((part) => traceCondition(part, seen));
    return { kind: "any", met: of.some(({ met }) => met), of };
  }
  if ("not" in condition) {
    const denied = traceCondition(condition.not, seen);
    return { kind: "not", met: !denied.met, of: [denied] };
  }
  if ("condition" in condition) {
    const meant = traceCondition(namedCondition(seen.set, condition.condition), seen);
    return { kind: "named", name: condition.condition, met: meant.met, of: [meant] };
  }
  return traceComparison(condition, seen);
}

function traceComparison(comparison: Comparison, { set, facts, show }: Seen): ConditionTrace {
  const { fact, operator, value } = comparison;
  const shown = (seen: ConditionValue): FactValue => (seen === null ? null : show(fact, seen));
  const left = valueOf(set, fact, facts);
  const seen = { kind: "comparison", fact, operator, saw: shown(left) } as const;
  if (value === null) {
    return { ...seen, met: knownAsAsked(operator, { known: left !== null }), expected: null };
  }
  if (isFactReference(value)) {
    const right = valueOf(set, value.fact, facts);
    return {
      ...seen,
      met: comparisonHolds(operator, left, right),
      expected: shown(right),
      expectedFrom: value.fact,
    };
  }
  return {
    ...seen,
    met: comparisonHolds(operator, left, value),
    expected: typeof value === "object" ? value : shown(value),
  };
}
