import { quote } from "@evenhand/domain";
import type { SentProblem } from "../problems/problem-document.ts";

export function noAppeal(id: string): SentProblem {
  return {
    code: "not-found",
    at: "",
    message: { en: `there is no appeal ${quote(id)}`, zh: `没有编号为${quote(id)}的申诉` },
  };
}
