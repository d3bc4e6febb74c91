import type { StatementWords } from "../statement-words.ts";
import { sectionNumber } from "./section-number.ts";

/** Statements in Chinese. */
export const CHINESE_STATEMENT: StatementWords = {
  title: "个人扣减对账单",
  colon: "：",
  sectionNumber,
  amountColumn: (currency) => (currency === "CNY" ? "金额（元）" : `金额（${currency}）`),
  person: "工号",
  asOf: "截至",
  leftIn: (month) => `（已离职，最后发薪月份为${month}）`,
  sections: { balance: "余额", months: "各月扣减", decisions: "各项决定", entries: "明细" },
  balance: {
    toCome: "尚未扣减",
    parts: {
      assessed: "认定",
      deducted: "已扣",
      scheduled: "已安排",
      outstanding: "待扣",
      reversed: "冲回",
      waived: "减免",
      notRecoverable: "无法追回",
    },
    leaverEquation: "认定＝已扣＋已安排＋待扣＋冲回＋减免＋无法追回",
    equation: "认定＝已扣＋已安排＋待扣＋冲回＋减免",
    notRecoverable: (amount) => `另有${amount}因离职未能扣减，无法追回。`,
    empty: "截至本日没有任何扣减记录。",
  },
  months: {
    month: "月份",
    cap: "当月上限",
    planned: "已安排",
    taken: "已扣",
    room: "剩余额度",
    state: "工资结账",
    closed: "已结账",
    open: "未结账",
    unknown: "奖金未知",
    bar: "占当月上限",
    note: "上限按已知的绩效奖金计算，工资结账时以实发奖金为准；当月未能扣减的部分结转到以后的月份。",
    leaverNote:
      "上限按绩效奖金计算。最后一个发薪月份在当月上限内扣减全部尚欠的部分，超出上限的部分无法追回。",
  },
  decisions: {
    decision: "决定",
    decidedOn: "决定日期",
    about: (policy, reference) => `《${policy}》，案件${reference}`,
    outstanding: "待扣",
    states: { open: "执行中", suspended: "申诉中，暂停扣减", settled: "已结清" },
    state: "状态",
    total: "合计",
  },
  entries: {
    day: "日期",
    kind: "类别",
    what: "说明",
    account: "案件",
    kinds: {
      assessed: "认定",
      scheduled: "安排",
      deducted: "扣减",
      carried: "结转",
      reversed: "冲回",
      waived: "减免",
      settled: "结清",
    },
    says: ({ kind, month = "", from, paidBackIn }) => {
      const back = paidBackIn === undefined ? "" : `，随${paidBackIn}工资退还`;
      switch (kind) {
        case "assessed":
          return "决定应扣，列为待扣";
        case "scheduled":
          return `安排在${month}扣减`;
        case "deducted":
          return `从${month}绩效奖金中扣减`;
        case "carried":
          return from === "deducted"
            ? `${month}多扣的部分转回待扣${back}`
            : `不再安排在${month}扣减，转回待扣，另行安排`;
        case "reversed":
          if (from === "deducted") return `撤销${month}已扣的部分${back}`;
          return from === "scheduled" ? `撤销${month}的安排，不再应扣` : "撤销待扣的部分，不再应扣";
        case "waived":
          return "减免待扣的部分，不再应扣";
        case "settled":
          return "因离职结清，该部分无法追回";
      }
    },
  },
  questions: "对任何一笔有疑问的，可以凭决定编号查询算式和依据的条款，也可以在申诉期限内提出申诉。",
};
