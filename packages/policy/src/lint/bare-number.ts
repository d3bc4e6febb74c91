import { leavesOf } from "../validate/walk-condition.ts";
import { within } from "../validate/fields.ts";
import type { LintRule, Linted } from "./lint-rule.ts";

/**
 * A figure that stands in a rule has no name, no unit and no article; as a parameter it has all three, and a change of the
 * measure is a change of one line. 0 and 1 are no figures: they ask whether there is any.
 *
 * @example
 * // { "fact": "complainants", "operator": "greaterThanInclusive", "value": 3 }
 * // "bare-number" at …/value; `parameter.collectiveComplaint` would say why it is three
 */
export const bareNumber: LintRule = (linted) => {
  inConditions(linted);
  inStatements(linted);
  inCells(linted);
};

function inConditions(linted: Linted): void {
  const { draft } = linted;
  const trees = [
    ...draft.rules.map(({ at, conditions }) => ({ tree: conditions, at: within(at, "rule", "conditions") })),
    ...draft.tables.map(({ at, when }) => ({ tree: when, at: within(at, "when") })),
    ...[...draft.conditions.parts.values()].map(({ at, part }) => ({ tree: part, at })),
  ];
  for (const { tree, at } of trees) {
    for (const leaf of leavesOf(tree, at, draft.shape)) {
      if (leaf.kind === "comparison") report(leaf.comparison.value, within(leaf.at, "value"), linted);
    }
  }
}

function inStatements(linted: Linted): void {
  for (const { event, placeOf } of linted.statements) {
    for (const [param, held] of Object.entries<unknown>(event.params)) {
      // The number of digits of a case number is how it is written, not a figure of the measure.
      if (event.type !== "number" || param !== "digits") report(held, placeOf(param), linted);
    }
  }
}

function inCells(linted: Linted): void {
  for (const { rows } of linted.draft.tables) {
    for (const { at, part } of rows) report(part.when, within(at, "when"), linted);
  }
}

function report(held: unknown, at: string, linted: Linted): void {
  if (typeof held === "number") {
    if (held !== 0 && held !== 1) reportNumber(held, at, linted);
    return;
  }
  if (typeof held !== "object" || held === null) return;
  const parts = Array.isArray(held) ? [...held.entries()] : Object.entries<unknown>({ ...held });
  for (const [part, inner] of parts) report(inner, within(at, part), linted);
}

function reportNumber(number: number, at: string, { report: { add } }: Linted): void {
  add({
    code: "bare-number",
    at,
    message: {
      en: `\`${number}\` stands here without a name or an article`,
      zh: `数值\`${number}\`没有名称，也没有条款依据`,
    },
    help: { en: "make it a parameter and name that", zh: "请将其声明为参数并引用" },
  });
}
