import { quote } from "@evenhand/domain";
import type { LocalizedText, Value } from "@evenhand/domain";
import { says } from "../validate/statement.ts";
import { figureOf } from "../validate/figure.ts";
import type { LintRule, Linted } from "./lint-rule.ts";
import { monthsByGrade } from "./months-by-grade.ts";

/**
 * A graver grade that costs less than a milder one, whether the grade itself is converted to a deduction or months of
 * bonus are deducted where it is given. Grades stand mildest first in `grades`.
 *
 * @example
 * // "rates": { "warning": 1, "minor-demerit": 0.3 }: a minor demerit costs less than a warning
 * // "grade-inversion" at …/rates/minor-demerit
 */
export const gradeInversion: LintRule = (linted) => {
  for (const statement of linted.statements) {
    if (!says(statement, "deduct") || statement.event.params.of !== "grade") continue;
    const { rates } = statement.event.params;
    const costs = Object.entries(rates).flatMap(([grade, rate]) =>
      costOf({ grade, value: rate, at: statement.placeOf("rates", grade) }, linted),
    );
    reportInversions(costs, OF_A_MONTH, linted);
  }
  for (const costs of monthsByGrade(linted)) {
    reportInversions(
      costs.flatMap((cost) => costOf(cost, linted)),
      MONTHS,
      linted,
    );
  }
};

const OF_A_MONTH = { en: "of a month's bonus", zh: "个月奖金" };
const MONTHS = { en: "months of bonus", zh: "个月奖金" };

type Cost = {
  readonly grade: string;
  readonly gravity: number;
  readonly figure: number;
  readonly at: string;
};
type Stated = { readonly grade: string; readonly value: Value; readonly at: string };

/** What depends on the case may turn out either way, and a grade that is not listed has no place among the others. */
function costOf({ grade, value, at }: Stated, { draft, names }: Linted): readonly Cost[] {
  const gravity = (draft.grades ?? []).findIndex(({ part }) => part === grade);
  const figure = figureOf(value, names);
  if (gravity === -1 || figure === undefined) return [];
  return [{ grade, gravity, figure, at }];
}

/** Each grade is held against the dearest of the milder ones. */
function reportInversions(costs: readonly Cost[], unit: LocalizedText, { report }: Linted): void {
  let dearest: Cost | undefined;
  for (const cost of costs.toSorted((a, b) => a.gravity - b.gravity)) {
    if (dearest && cost.figure < dearest.figure) {
      report.add({
        code: "grade-inversion",
        at: cost.at,
        message: {
          en: `${quote(cost.grade)} costs ${cost.figure} ${unit.en}, less than the milder ${quote(dearest.grade)}, which costs ${dearest.figure}`,
          zh: `${quote(cost.grade)}扣减${cost.figure}${unit.zh}，少于较轻的${quote(dearest.grade)}（${dearest.figure}${unit.zh}）`,
        },
        help: {
          en: "a graver grade should cost no less; correct the figure or the order of `grades`",
          zh: "较重的处分不应扣得更少，请核对数值或`grades`的次序",
        },
      });
    }
    if (!dearest || cost.figure > dearest.figure) dearest = cost;
  }
}
