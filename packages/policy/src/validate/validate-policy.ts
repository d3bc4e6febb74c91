import type { Diagnostic, Policy } from "@evenhand/domain";
import { lintPolicy } from "../lint/lint-policy.ts";
import { analyseTables } from "./analyse-tables.ts";
import { checkConditions } from "./check-conditions.ts";
import { checkDeclarations } from "./check-declarations.ts";
import { checkDerived } from "./check-derived.ts";
import { checkEvents } from "./check-events.ts";
import { checkGates } from "./check-gates.ts";
import { checkGuards } from "./check-guards.ts";
import { checkHeader } from "./check-header.ts";
import { checkIds } from "./check-ids.ts";
import { checkParameters } from "./check-parameters.ts";
import { checkShape } from "./check-shape.ts";
import { checkRuleCount, checkTables } from "./check-tables.ts";
import { readDraft } from "./draft.ts";
import type { Inspection, ValidationContext } from "./inspection.ts";
import { namesOf } from "./names.ts";
import { createReport } from "./report.ts";
import { ruleStatements } from "./statement.ts";
import { takeIn } from "./take-in.ts";

/** What came of looking a policy over. `policy` is there where nothing found is an error. */
export type Validation = { readonly policy?: Policy; readonly diagnostics: readonly Diagnostic[] };

/**
 * Looks a policy document over: its shape, the meaning of every part that has the right shape, and what is allowed but
 * probably not meant. Everything found is returned at once (up to a
 * thousand findings), in order of precedence and then of place, each with a JSON
 * pointer to the smallest part it is about. The policy that is returned is a copy that nothing else holds.
 *
 * @example
 * const { policy, diagnostics } = validatePolicy(JSON.parse(text), { guards, calendars: new Set(["cn"]) });
 * // policy is undefined, and diagnostics[0] is
 * // { severity: "error", code: "unknown-fact", at: "/rules/0/rule/conditions/all/0/fact",
 * //   message: { en: "`lossAmout` is not a fact of this policy", … }, help: { en: "did you mean `lossAmount`?", … } }
 */
export function validatePolicy(value: unknown, context: ValidationContext): Validation {
  const report = createReport();
  const taken = takeIn(value, report);
  if (!taken) return { diagnostics: report.diagnostics() };
  const draft = readDraft(checkShape(taken.document, report));
  inspect({ draft, names: namesOf(draft), context, report });
  const diagnostics = report.diagnostics();
  // INVARIANT: a document without errors has the shape of a policy through and through.
  return report.hasErrors() ? { diagnostics } : { policy: taken.document as Policy, diagnostics };
}

function inspect(inspection: Inspection): void {
  checkDeclarations(inspection);
  checkDerived(inspection);
  checkParameters(inspection);
  checkHeader(inspection);
  checkGates(inspection);
  const askedBefore = checkConditions(inspection);
  const statements = [...ruleStatements(inspection.draft), ...checkTables(inspection, askedBefore)];
  checkRuleCount(inspection);
  checkEvents(statements, inspection);
  checkGuards(statements, inspection);
  checkIds(statements, inspection);
  analyseTables(inspection);
  lintPolicy(inspection, statements);
}
