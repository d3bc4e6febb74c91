import type { Inspection } from "../validate/inspection.ts";
import type { Statement } from "../validate/statement.ts";
import { bareNumber } from "./bare-number.ts";
import { gradeInversion } from "./grade-inversion.ts";
import type { LintRule } from "./lint-rule.ts";
import { noCitation } from "./no-citation.ts";
import { noGuard } from "./no-guard.ts";
import { noLabel } from "./no-label.ts";
import { stepLongerThanWhole } from "./step-longer-than-whole.ts";
import { unreachableRule } from "./unreachable-rule.ts";
import { unusedParameter } from "./unused-parameter.ts";

const LINT_RULES: readonly LintRule[] = [
  gradeInversion,
  stepLongerThanWhole,
  unreachableRule,
  noGuard,
  bareNumber,
  noCitation,
  unusedParameter,
  noLabel,
];

/**
 * Looks a policy over for what is allowed but probably not meant, as far as it can be read. None of it keeps a version
 * from being submitted.
 *
 * @example lintPolicy(inspection, statements) // "grade-inversion" where a warning costs more than a demerit
 */
export function lintPolicy(inspection: Inspection, statements: readonly Statement[]): void {
  const { rules, tables, shape } = inspection.draft;
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const isWhole =
    shape.isSound("/rules") && shape.isSound("/tables") && statements.length === rules.length + rows;
  for (const lint of LINT_RULES) lint({ ...inspection, statements, isWhole });
}
