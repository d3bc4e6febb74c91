import type { LocalizedText } from "./text.ts";

/** Something wrong, said so that it can be mended. `at` is a JSON pointer into what was sent. */
export type Problem<Code extends string = string> = {
  readonly code: Code;
  readonly at: string;
  /** One sentence, lower case, no full stop, input in backticks. */
  readonly message: LocalizedText;
  readonly help?: LocalizedText;
};

/** About a policy. All are returned at once; an `error` keeps a version from being submitted. */
export type Diagnostic = Problem<DiagnosticCode> & {
  readonly severity: "error" | "warning";
  /** What the text at `at` was most likely meant to be: written there, it mends the problem. */
  readonly meant?: string;
};

/** About a request or case: nothing was computed. Problems in order of precedence of their codes, then of place. */
export type Refusal = { readonly problems: readonly Problem<RefusalCode>[] };

/**
 * Everything that can be wrong with a request, in order of precedence, with the HTTP status it costs.
 * Where several are found, the first in this order gives the answer its code.
 */
export const REFUSAL_CODES = {
  "too-large": 413,
  "unsupported-media-type": 415,
  "not-text": 400,
  "too-deep": 400,
  "too-many-nodes": 400,
  "not-json": 400,
  "duplicate-key": 400,
  "dangerous-key": 400,
  "inexact-number": 400,
  "not-found": 404,
  "method-not-allowed": 405,
  "unknown-policy": 404,
  "unknown-version": 404,
  "invalid-parameter": 400,
  "wrong-shape": 422,
  "unknown-field": 422,
  "missing-field": 422,
  "duplicate-party": 422,
  "duplicate-evidence": 422,
  "unknown-party": 422,
  "unknown-fact": 422,
  "missing-fact": 422,
  "wrong-type": 422,
  "unknown-value": 422,
  "not-a-date": 422,
  "out-of-range": 422,
  "too-many": 422,
  "conflicting-facts": 422,
  "shares-exceed-whole": 422,
  "before-first-version": 422,
  "policy-not-usable": 503,
} as const;
export type RefusalCode = keyof typeof REFUSAL_CODES;

/** Everything that can be wrong with a policy, in order of precedence. */
export const DIAGNOSTIC_CODES = [
  "too-large",
  "not-text",
  "too-deep",
  "too-many-nodes",
  "not-json",
  "duplicate-key",
  "dangerous-key",
  "inexact-number",
  "wrong-shape",
  "unknown-field",
  "missing-field",
  "unknown-value",
  "too-many",
  "too-long",
  "out-of-range",
  "not-a-date",
  "duplicate-id",
  "reserved-name",
  "unknown-fact",
  "unknown-parameter",
  "unknown-condition",
  "unknown-guard",
  "unknown-calendar",
  "guard-currency",
  "forbidden-by-guard",
  "type-mismatch",
  "operator-mismatch",
  "not-known-yet",
  "wrong-scope",
  "protected-fact",
  "misplaced-event",
  "mixed-portions",
  "table-shape",
  "table-overlap",
  "table-gap",
  "grade-inversion",
  "step-longer-than-whole",
  "unreachable-rule",
  "no-guard",
  "bare-number",
  "no-citation",
  "unused-parameter",
  "no-label",
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];
