import type { GroupResult } from "@evenhand/analysis";
import type { SentProblem } from "../problems/problem-document.ts";

/** Whether cases may be told apart by a value of a fact: not where it is of so few that they would tell of persons. */
export function isTold(
  groups: readonly GroupResult[],
  { fact, value }: { readonly fact: string; readonly value: string | null },
): boolean {
  const group = groups.find((one) => one.fact === fact);
  if (!group) return true;
  const found = group.values.find((one) => one.value === value);
  // What stands in no value of its own was not counted by itself, and may be of a few.
  return found ? !found.isSmall : group.rest === 0;
}

export const SMALL_GROUP_ASKED: SentProblem = {
  code: "invalid-parameter",
  at: "/value",
  message: {
    en: "the group is of fewer than 10 people or cases, so its cases are not listed by it",
    zh: "该组不足10人或10件，不按该组列出案件",
  },
  help: {
    en: "leave the group out, or name one that the result tells figures of",
    zh: "请去掉分组条件，或改选结果中列有数字的组",
  },
};
