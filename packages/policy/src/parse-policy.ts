import { type Diagnostic, parseJson } from "@evenhand/domain";
import { POLICY_LIMITS } from "./schema/limits.ts";
import type { ValidationContext } from "./validate/inspection.ts";
import { inOrder } from "./validate/report.ts";
import { type Validation, validatePolicy } from "./validate/validate-policy.ts";

/**
 * Reads a policy document from text that somebody else wrote, and looks it over. What is wrong with the text (too large,
 * too deep, no JSON, a name twice, a dangerous name, a number that cannot be kept) is found before anything else looks at
 * it, and alone; what is wrong with the document is found by `validatePolicy`, all of it at once.
 *
 * @example
 * parsePolicy('{"id":"a","id":"b"}', context).diagnostics
 * // [{ severity: "error", code: "duplicate-key", at: "/id", … }]
 */
export function parsePolicy(text: string, context: ValidationContext): Validation {
  const parsed = parseJson(text, {
    maxBytes: POLICY_LIMITS.bytes,
    maxDepth: POLICY_LIMITS.depth,
    maxNodes: POLICY_LIMITS.nodes,
  });
  if ("value" in parsed) return validatePolicy(parsed.value, context);
  const diagnostics = parsed.problems.map((problem): Diagnostic => ({ ...problem, severity: "error" }));
  return { diagnostics: inOrder(diagnostics) };
}
