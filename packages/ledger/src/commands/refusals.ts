import { type LocalizedText, amountText, formatMonth, quote } from "@evenhand/domain";
import type { LedgerRefusal, LedgerRefusalCode } from "../state/ledger-change.ts";

type Refused = { readonly refusal: LedgerRefusal };

function refused(code: LedgerRefusalCode, message: LocalizedText, help?: LocalizedText): Refused {
  return { refusal: { code, at: "", message, ...(help ? { help } : {}) } };
}

/** @param leftIn months since year 0 */
export function personLeft(leftIn: number): Refused {
  const month = quote(formatMonth(leftIn));
  return refused("person-left", {
    en: `the person left with ${month} as their last payroll month, so that nothing more can be deducted`,
    zh: `该员工的最后工资月为${month}，其后不再有可扣减的奖金`,
  });
}

export function beyondGuards(ask: {
  readonly amountMinor: number;
  readonly mostInAllMinor: number;
  readonly currency: string;
}): Refused {
  const amount = amountText(ask.amountMinor, ask.currency);
  const most = amountText(ask.mostInAllMinor, ask.currency);
  return refused(
    "beyond-guards",
    {
      en: `${amount.en} is more than the ${most.en} that statutory guards leave for this act`,
      zh: `${amount.zh}超过法定限制对该行为允许的${most.zh}`,
    },
    { en: `decide at most ${most.en}`, zh: `所定金额不得超过${most.zh}` },
  );
}

export function otherCurrency({ kept, stated }: { readonly kept: string; readonly stated: string }): Refused {
  return refused("conflicting-facts", {
    en: `the person's ledger is kept in ${quote(kept)}, and this amount is in ${quote(stated)}`,
    zh: `该员工的台账以${quote(kept)}计，而此金额以${quote(stated)}计`,
  });
}

/** @param month months since year 0 */
export function monthClosed(month: number): Refused {
  const text = quote(formatMonth(month));
  return refused(
    "month-closed",
    { en: `payroll has closed ${text} already`, zh: `${text}已经结账` },
    {
      en: "name the first open month, with the bonus that is still to be paid in it, 0 where there is none",
      zh: "请填写首个未结账的月份及该月尚应发放的奖金，没有则填0",
    },
  );
}

/** @param month months since year 0 */
export function monthOpen(month: number): Refused {
  const text = quote(formatMonth(month));
  return refused(
    "month-open",
    { en: `payroll has not closed ${text} yet`, zh: `${text}尚未结账` },
    { en: "close it first", zh: "请先为该月结账" },
  );
}

export function moreThanIsOwed(ask: { readonly owedMinor: number; readonly currency: string }): Refused {
  const owed = amountText(ask.owedMinor, ask.currency);
  return refused(
    "more-than-is-owed",
    { en: `only ${owed.en} is still owed`, zh: `尚未扣减的金额只有${owed.zh}` },
    {
      en: "what was deducted is not waived; a superseding decision gives it back",
      zh: "已扣减的金额不能减免，须以新的决定取代原决定后退还",
    },
  );
}

export function suspendedAlready(): Refused {
  return refused("wrong-state", {
    en: "the deduction is suspended already",
    zh: "该项扣减已处于暂缓执行状态",
  });
}

export function notSuspended(): Refused {
  return refused("wrong-state", { en: "the deduction is not suspended", zh: "该项扣减并未暂缓执行" });
}
