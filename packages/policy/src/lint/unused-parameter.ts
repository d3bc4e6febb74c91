import { PARAMETER_PREFIX, quote } from "@evenhand/domain";
import type { LintRule } from "./lint-rule.ts";

/**
 * A figure that nothing reads changes nothing when it is changed, which whoever changes it does not expect.
 *
 * @example
 * // "parameters": { "lateFine": { "value": 5000, "unit": "money", … } }, and no rule that names `parameter.lateFine`
 * // "unused-parameter" at /parameters/lateFine
 */
export const unusedParameter: LintRule = ({ draft, report }) => {
  const used = textsIn(draft.shape.document);
  for (const [id, { at }] of draft.parameters.parts) {
    if (used.has(PARAMETER_PREFIX + id)) continue;
    report.add({
      code: "unused-parameter",
      at,
      message: {
        en: `nothing in this policy reads the parameter ${quote(id)}`,
        zh: `本制度没有任何内容使用参数${quote(id)}`,
      },
    });
  }
};

/** All texts of the document, so that a parameter named in a malformed part counts as used. */
function textsIn(document: unknown): ReadonlySet<string> {
  const texts = new Set<string>();
  const waiting: unknown[] = [document];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string") texts.add(value);
    else if (typeof value === "object" && value !== null)
      waiting.push(...Object.values<unknown>({ ...value }));
  }
  return texts;
}
