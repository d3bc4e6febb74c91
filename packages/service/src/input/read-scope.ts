import { pointer } from "@evenhand/domain";
import type { ScopeFilter } from "../cases/scope.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type Fields, dayField, listField, openFields, textField, textsField } from "./read-fields.ts";

const MOST_FILTERS = 8;
const MOST_VALUES = 50;

/** The first and the last day, `from` and `until`, both included; notes where the one is before the other. */
export function windowFields(fields: Fields): { readonly from?: string; readonly until?: string } {
  const [from, until] = [dayField(fields, "from"), dayField(fields, "until")];
  // Days written as `YYYY-MM-DD` order as text.
  if (from !== undefined && until !== undefined && until < from) fields.problems.push(BACKWARDS);
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** Which cases: `scope`, a list of facts with the values that are wanted. */
export function scopeField(fields: Fields): readonly ScopeFilter[] | undefined {
  const { problems } = fields;
  return listField(fields, "scope", {
    most: MOST_FILTERS,
    read: (value, at) => {
      const own = openFields(value, { required: ["fact", "values"], at, problems });
      if (!own) return undefined;
      const fact = textField(own, "fact", 64);
      const values = textsField(own, "values", MOST_VALUES);
      return fact === undefined || values === undefined ? undefined : { fact, values };
    },
  });
}

const BACKWARDS: SentProblem = {
  code: "out-of-range",
  at: pointer("until"),
  message: { en: "`until` is before `from`", zh: "`until`早于`from`" },
};
