import type { RootCondition, Rule } from "@evenhand/domain";

/**
 * A rule of which only its conditions matter, for tests of the evaluators.
 *
 * @example sampleRule("late", { all: [{ fact: "daysLate", operator: "greaterThan", value: 0 }] }).rule.priority // 1
 */
export function sampleRule(id: string, conditions: RootCondition, priority = 1): Rule {
  return {
    id,
    stage: "penalty",
    scope: "party",
    label: { en: id, zh: id },
    references: [],
    rule: { conditions, event: { type: "warn", params: { code: id } }, priority },
  };
}
