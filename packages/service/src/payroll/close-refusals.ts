import { type LocalizedText, quote } from "@evenhand/domain";
import type { SentProblem } from "../problems/problem-document.ts";

export function closedAlready(month: string): SentProblem {
  return problem("month-closed", {
    message: { en: `payroll has closed ${quote(month)} already`, zh: `${quote(month)}已经结账` },
    help: {
      en: "a closed month is corrected by restating a bonus",
      zh: "已结账的月份请通过更正奖金予以修改",
    },
  });
}

/** @param current the month that it is */
export function notBegun(
  month: string,
  { current, at = "" }: { readonly current: string; readonly at?: string },
): SentProblem {
  return problem("month-not-begun", {
    at,
    message: {
      en: `${quote(month)} has not begun yet; it is ${quote(current)} now`,
      zh: `${quote(month)}尚未开始，当前为${quote(current)}`,
    },
    help: {
      en: `check which month was meant; the latest that it can be is ${quote(current)}`,
      zh: `请核对月份；目前最晚只能是${quote(current)}`,
    },
  });
}

export function outOfOrder(month: string, earlier: string): SentProblem {
  return problem("month-out-of-order", {
    message: {
      en: `${quote(earlier)} still holds planned deductions, so ${quote(month)} cannot be closed yet`,
      zh: `${quote(earlier)}仍有待扣安排，不能先为${quote(month)}结账`,
    },
    help: { en: `close ${quote(earlier)} first`, zh: `请先为${quote(earlier)}结账` },
  });
}

export function noBonus(
  person: string,
  { month, isPlanned }: { readonly month: string; readonly isPlanned: boolean },
): SentProblem {
  return problem("missing-bonus", {
    at: "/bonuses",
    message: isPlanned
      ? {
          en: `the bonus of ${quote(person)} for ${quote(month)} is missing, who has a deduction planned in it`,
          zh: `缺少${quote(person)}在${quote(month)}的奖金，该员工当月有待扣安排`,
        }
      : {
          en: `the bonus of ${quote(person)} for ${quote(month)} is missing, who owes something that waits for a bonus`,
          zh: `缺少${quote(person)}在${quote(month)}的奖金，该员工尚有金额待有奖金时扣减`,
        },
    help: { en: "state it; 0 where there was none", zh: "请填写；没有奖金的填0" },
  });
}

export function twice(person: string, at: string): SentProblem {
  return {
    code: "duplicate-party",
    at,
    message: { en: `${quote(person)} stands in the list twice`, zh: `${quote(person)}在列表中重复出现` },
  };
}

function problem(
  code: SentProblem["code"],
  {
    at = "",
    message,
    help,
  }: { readonly at?: string; readonly message: LocalizedText; readonly help: LocalizedText },
): SentProblem {
  return { code, at, message, help };
}
