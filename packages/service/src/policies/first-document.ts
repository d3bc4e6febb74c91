import { formatDay } from "@evenhand/domain";
import type { DraftDocument } from "./policy-document.ts";

/**
 * What a policy begins as: every field that a document must have, empty. It is no policy yet, and its diagnostics list
 * what is still to be written.
 * `today` is in days since 1970-01-01, `calendar` an id of those there are.
 */
export function firstDocument({
  id,
  today,
  timeZone,
  calendar,
}: {
  readonly id: string;
  readonly today: number;
  readonly timeZone: string;
  readonly calendar: string;
}): DraftDocument {
  const nothing = { en: "", zh: "" };
  return {
    id,
    version: 1,
    title: nothing,
    effectiveFrom: formatDay(today),
    appliesBy: "",
    currency: "CNY",
    timeZone,
    calendar,
    guards: [],
    cap: { rate: { fact: "parameter.bonusCapRate" } },
    grades: [],
    facts: { case: {}, party: {} },
    parameters: {},
    tables: {},
    rules: [],
    words: {},
    examples: [],
  };
}
