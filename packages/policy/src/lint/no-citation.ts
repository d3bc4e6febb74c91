import type { Reference } from "@evenhand/domain";
import { within } from "../validate/fields.ts";
import type { LintRule } from "./lint-rule.ts";

/**
 * A rule, table, figure, gate or bar to deciding that names no article cannot be traced by anybody who doubts it.
 *
 * @example
 * // "parameters": { "closeDays": { "value": 7, "unit": "calendar-days", "references": [], … } }
 * // "no-citation" at /parameters/closeDays/references
 */
export const noCitation: LintRule = ({ draft, report }) => {
  const conflict = draft.header.conflict;
  const cited: readonly { readonly at: string; readonly references: readonly Reference[] | undefined }[] = [
    ...draft.rules,
    ...draft.tables,
    ...[...draft.parameters.parts.values()].map(({ at, part }) => ({ at, references: part.references })),
    ...draft.gates.map(({ at, part }) => ({ at, references: part.references })),
    ...(conflict ? [{ at: conflict.at, references: conflict.part.references }] : []),
  ];
  for (const { at, references } of cited) {
    if (references?.length !== 0) continue;
    report.add({
      code: "no-citation",
      at: within(at, "references"),
      message: { en: "this names no article that it comes from", zh: "未注明所依据的条款" },
      help: { en: "name the article, section or rule of the measure", zh: "请注明办法中的条、款或规则名称" },
    });
  }
};
