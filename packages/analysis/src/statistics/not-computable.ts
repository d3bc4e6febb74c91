import type { LocalizedText } from "@evenhand/domain";

/**
 * A figure that the data do not give, and why: one sentence, lower case, no full stop. Every function of this folder
 * answers with it instead of `NaN`, so that what is shown is either a figure or the reason why there is none.
 */
export type NotComputable = { readonly notComputable: LocalizedText };

/** Whether there is a figure. */
export function isComputed<Value extends object>(value: Value | NotComputable): value is Value {
  return !("notComputable" in value);
}

/** The answer that there is no figure. */
export function notComputable(en: string, zh: string): NotComputable {
  return { notComputable: { en, zh } };
}

/** Why a proportion of nobody is none. */
export const EMPTY_GROUP: NotComputable = notComputable(
  "a group with nobody in it has no rate",
  "组内没有对象，无法计算比率",
);

/** Why a comparison needs two groups. */
export const NOTHING_TO_COMPARE: NotComputable = notComputable(
  "no stratum has cases of both groups, so there is nothing to compare",
  "没有任何一层同时包含两组的案件，无从比较",
);

/** Why there is no figure from what is no finite number. */
export const NOT_A_NUMBER: NotComputable = notComputable(
  "one of the values is not a finite number",
  "数据中有不是有限数值的项",
);
