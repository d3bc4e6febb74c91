import { type LocalizedText, quote } from "@evenhand/domain";
import type { AppealState } from "@evenhand/store";
import type { SentProblem } from "../problems/problem-document.ts";

export function noAppeal(id: string): SentProblem {
  return {
    code: "not-found",
    at: "",
    message: { en: `there is no appeal ${quote(id)}`, zh: `没有编号为${quote(id)}的申诉` },
  };
}

export function decidedAlready(state: AppealState): SentProblem {
  return {
    code: "wrong-state",
    at: "",
    message: {
      en: `the appeal is decided already (${STATES[state].en})`,
      zh: `该申诉已有结果（${STATES[state].zh}）`,
    },
  };
}

const STATES: Readonly<Record<AppealState, LocalizedText>> = {
  open: { en: "open", zh: "待裁决" },
  upheld: { en: "the decision is upheld", zh: "维持原决定" },
  reduced: { en: "the penalty is reduced", zh: "减轻处理" },
  overturned: { en: "the decision is overturned", zh: "撤销原决定" },
  withdrawn: { en: "withdrawn", zh: "已撤回" },
};
