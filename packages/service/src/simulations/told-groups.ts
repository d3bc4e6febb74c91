import type { GroupResult } from "@evenhand/analysis";
import type { SentProblem } from "../problems/problem-document.ts";

/** Whether cases may be told apart by a value of a fact: not where it is withheld, since so few would tell of persons. */
export function isTold(
  groups: readonly GroupResult[],
  { fact, value }: { readonly fact: string; readonly value: string | null },
): boolean {
  const group = groups.find((one) => one.fact === fact);
  if (!group) return true;
  const found = group.values.find((one) => one.value === value);
  // What stands in no value of its own was not counted by itself, and may be of a few.
  return found ? !found.isWithheld : group.rest === 0;
}

export const WITHHELD_GROUP_ASKED: SentProblem = {
  code: "invalid-parameter",
  at: "/value",
  message: {
    en: "no figures are told of the group, since fewer than 10 people or cases could be told from them, so its cases are not listed by it",
    zh: "该组的数据不予显示，以免由此得知不足10人或10件的情况，因此不按该组列出案件",
  },
  help: {
    en: "leave the group out, or name one that the result tells figures of",
    zh: "请去掉分组条件，或改选结果中列有数字的组",
  },
};
