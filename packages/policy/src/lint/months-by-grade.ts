import type { Condition, RootCondition, Value } from "@evenhand/domain";
import { type DraftRule, type DraftTable, wholeCondition } from "../validate/draft.ts";
import { within } from "../validate/fields.ts";
import type { Linted } from "./lint-rule.ts";

/** Months of bonus that are deducted where a grade is given, and where they stand. */
export type MonthsOfGrade = { readonly grade: string; readonly value: Value; readonly at: string };

/**
 * Where two rules hold of exactly the same situations, and one gives a grade while the other deducts months of bonus, the
 * months are what that grade costs. Each list holds grades of which one party gets one only, since their rules ask for
 * different values of one fact, or are rows of one table; so within a list costs can be compared.
 *
 * @example
 * // primary: major demerit and 3 months; secondary: demerit and 1 month
 * monthsByGrade(linted) // [[{ grade: "major-demerit", value: 3, … }, { grade: "demerit", value: 1, … }]]
 */
export function monthsByGrade(linted: Linted): readonly (readonly MonthsOfGrade[])[] {
  return [...ofTables(linted.draft.tables), ...ofRules(linted)];
}

function ofTables(tables: readonly DraftTable[]): readonly (readonly MonthsOfGrade[])[] {
  const alike = Map.groupBy(
    tables.filter(({ whole }) => whole),
    (table) => situationOfTable(table),
  );
  return [...alike.values()].flatMap((group) => {
    const [grades, ...otherGrades] = group.filter(({ event }) => event?.type === "grade");
    const [months, ...otherMonths] = group.filter(
      ({ event }) => event?.type === "deduct" && event.params["of"] === "bonus",
    );
    return grades && months && otherGrades.length + otherMonths.length === 0
      ? [rowByRow(grades, months)]
      : [];
  });
}

function situationOfTable({ whole, scope, event }: DraftTable): string {
  const { when, inputs, hitPolicy, rows } = whole ?? {};
  return JSON.stringify([scope, event?.params["on"], when, inputs, hitPolicy, rows?.map((row) => row.when)]);
}

function rowByRow(grades: DraftTable, months: DraftTable): readonly MonthsOfGrade[] {
  const gradeColumn = grades.outputs?.indexOf("grade") ?? -1;
  const monthsColumn = months.outputs?.indexOf("months") ?? -1;
  return grades.rows.flatMap(({ part }, index) => {
    const row = months.rows[index];
    const grade = part.then[gradeColumn];
    const value = row?.part.then[monthsColumn];
    if (!row || typeof grade !== "string" || value === undefined) return [];
    return [{ grade, value, at: within(row.at, "then", monthsColumn) }];
  });
}

type Pair = MonthsOfGrade & { readonly asksFor: ReadonlyMap<string, unknown> };

function ofRules(linted: Linted): readonly (readonly MonthsOfGrade[])[] {
  const pairs = pairsOf(linted);
  const facts = new Set(pairs.flatMap(({ asksFor }) => [...asksFor.keys()]));
  return [...facts].map((fact) => {
    const byValue = Map.groupBy(
      pairs.filter(({ asksFor }) => asksFor.has(fact)),
      ({ asksFor }) => asksFor.get(fact),
    );
    return [...byValue.values()].flatMap(([pair, ...others]) => (pair && others.length === 0 ? [pair] : []));
  });
}

function pairsOf(linted: Linted): readonly Pair[] {
  const { draft } = linted;
  const alike = Map.groupBy(
    draft.rules.filter(({ event }) => event?.type === "grade" || event?.type === "deduct"),
    (rule) => situationOfRule(rule),
  );
  return [...alike.values()].flatMap((group): readonly Pair[] => {
    const [graded, ...otherGrades] = group.filter(({ event }) => event?.type === "grade");
    const [deducted, ...otherDeductions] = group.filter(
      ({ event }) => event?.type === "deduct" && event.params.of === "bonus",
    );
    if (!graded || !deducted || otherGrades.length + otherDeductions.length > 0) return [];
    const conditions = wholeCondition(draft, graded.conditions, within(graded.at, "rule", "conditions"));
    if (!conditions || graded.event?.type !== "grade" || deducted.event?.type !== "deduct") return [];
    const { params } = deducted.event;
    if (params.of !== "bonus") return [];
    const at = within(deducted.at, "rule", "event", "params", "months");
    return [
      { grade: graded.event.params.grade, value: params.months, at, asksFor: asksFor(conditions, linted) },
    ];
  });
}

function situationOfRule({ stage, scope, conditions, event }: DraftRule): string {
  const on = event && "on" in event.params ? event.params.on : undefined;
  return JSON.stringify([stage, scope, conditions, on]);
}

/** The values that single facts must be equal to for the condition to hold. */
function asksFor(condition: Condition, linted: Linted): ReadonlyMap<string, unknown> {
  const asked = new Map<string, unknown>();
  for (const part of conjuncts(condition, linted)) {
    if ("fact" in part && part.operator === "equal" && typeof part.value === "string")
      asked.set(part.fact, part.value);
  }
  return asked;
}

function conjuncts(condition: Condition, linted: Linted): readonly Condition[] {
  if ("all" in condition) return condition.all.flatMap((part) => conjuncts(part, linted));
  if (!("condition" in condition)) return [condition];
  const named = namedCondition(condition.condition, linted);
  // A named condition names no other, so this goes one step down and no further.
  return named && "all" in named ? named.all : [];
}

function namedCondition(name: string, { draft }: Linted): RootCondition | undefined {
  const placed = draft.conditions.parts.get(name);
  return placed && wholeCondition(draft, placed.part, placed.at);
}
