import { quote } from "@evenhand/domain";
import type { SentProblem } from "../problems/problem-document.ts";

export function noCase(id: string): SentProblem {
  return {
    code: "not-found",
    at: "",
    message: { en: `there is no case ${quote(id)}`, zh: `没有编号为${quote(id)}的案件` },
  };
}
