import { quote } from "@evenhand/domain";
import type { SentProblem } from "../problems/problem-document.ts";

export function alreadyDecided(reference: string, decision: string): SentProblem {
  return {
    code: "already-decided",
    at: "/case/reference",
    message: {
      en: `case ${quote(reference)} has a decision already, ${quote(decision)}`,
      zh: `案件${quote(reference)}已有决定${quote(decision)}`,
    },
    help: {
      en: "to decide it anew, name that decision in `supersedes`",
      zh: "如需重新决定，请在`supersedes`中填写该决定的编号",
    },
  };
}

export function notInForce(decision: string): SentProblem {
  return {
    code: "already-decided",
    at: "/supersedes",
    message: {
      en: `${quote(decision)} is not the decision in force on this case`,
      zh: `${quote(decision)}不是本案现行的决定`,
    },
    help: {
      en: "name the decision in force, or leave `supersedes` out where there is none",
      zh: "请填写现行决定的编号；尚无决定的，请去掉`supersedes`",
    },
  };
}

export function noDecision(id: string): SentProblem {
  return {
    code: "not-found",
    at: "",
    message: { en: `there is no decision ${quote(id)}`, zh: `没有编号为${quote(id)}的决定` },
  };
}

/** INVARIANT: what counts for people's pay never comes of what was made up. */
export const OF_A_SAMPLE: SentProblem = {
  code: "wrong-state",
  at: "/policy",
  message: {
    en: "the policy belongs to the sample company, under which nothing is recorded",
    zh: "该制度属于示例公司，不据此记录决定",
  },
  help: {
    en: "evaluate the case to see what would come of it, or record it under a policy of your own",
    zh: "可试算该案件的结果，或按本公司的制度记录",
  },
};
