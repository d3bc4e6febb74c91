import { type Diagnostic, parseJson } from "@evenhand/domain";
import { POLICY_LIMITS } from "./schema/limits.ts";
import type { ValidationContext } from "./validate/inspection.ts";
import { inOrder } from "./validate/report.ts";
import { type Validation, validatePolicy } from "./validate/validate-policy.ts";

/**
 * Reads a policy document that somebody else wrote, text or the bytes of one in UTF-8, and looks it over. What is wrong with
 * the text (too large, too deep, no JSON, a name twice, a dangerous name, a number that cannot be kept) is found before
 * anything else looks at it, and alone; what is wrong with the document is found by `validatePolicy`, all of it at once.
 *
 * @example
 * parsePolicy('{"id":"a","id":"b"}', context).diagnostics
 * // [{ severity: "error", code: "duplicate-key", at: "/id", … }]
 */
export function parsePolicy(source: string | Uint8Array, context: ValidationContext): Validation {
  const text = typeof source === "string" ? source : textOf(source);
  if (text === undefined) return { diagnostics: [NOT_TEXT] };
  const parsed = parseJson(text, {
    maxBytes: POLICY_LIMITS.bytes,
    maxDepth: POLICY_LIMITS.depth,
    maxNodes: POLICY_LIMITS.nodes,
  });
  if ("value" in parsed) return validatePolicy(parsed.value, context);
  const diagnostics = parsed.problems.map((problem): Diagnostic => ({ ...problem, severity: "error" }));
  return { diagnostics: inOrder(diagnostics) };
}

const NOT_TEXT: Diagnostic = {
  severity: "error",
  code: "not-text",
  at: "",
  message: { en: "the document is not text in UTF-8", zh: "文档不是UTF-8编码的文本" },
  help: { en: "save it as UTF-8", zh: "请以UTF-8编码保存" },
};

function textOf(bytes: Uint8Array): string | undefined {
  try {
    // A byte order mark is kept, so that it is found where JSON has none.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
