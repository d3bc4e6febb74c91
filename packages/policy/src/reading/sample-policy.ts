import type {
  Cell,
  FactDeclaration,
  LocalizedText,
  Parameter,
  Policy,
  PolicyEvent,
  RootCondition,
  Rule,
  TableRow,
} from "@evenhand/domain";

/** A policy for tests of the reading: one fact of every type, and a word for whatever its rules say. */
export const SAMPLE_POLICY: Policy = {
  id: "sample",
  version: 3,
  title: text("Sample measure", "示例办法"),
  summary: text("Shows every kind of sentence.", "用于展示各类语句。"),
  effectiveFrom: "2026-07-01",
  appliesBy: "receivedOn",
  currency: "CNY",
  timeZone: "Asia/Shanghai",
  calendar: "cn",
  guards: [],
  lossFact: "loss",
  cap: { rate: { fact: "parameter.capRate" } },
  conflict: { decider: "decider", instructors: ["boss"], references: [{ article: "9" }] },
  grades: ["warning", "major-demerit"],
  facts: {
    case: {
      kind: fact("enum", "kind of complaint", "投诉类型", {
        required: true,
        open: true,
        values: {
          quality: text("quality defect", "质量问题"),
          late: text("late delivery", "延误交货"),
          other: text("other", "其他"),
        },
      }),
      receivedOn: fact("date", "day of receipt", "收到日期", {
        required: true,
        help: text("The day it arrived.", "以到达日为准。"),
      }),
      promisedOn: fact("date", "promised day", "约定日期"),
      loss: fact("money", "loss", "损失金额"),
      quantity: fact("decimal", "quantity returned", "退货数量", { minimum: 0 }),
      tenants: fact("integer", "number of tenants", "租户数"),
      notices: fact("integer", "notices sent out", "发出的通知件数"),
      rate: fact("rate", "after-sales rate", "售后率"),
      refunded: fact("boolean", "the customer was refunded", "已向客户退款"),
      ownFault: fact("boolean", "the company is at fault", "责任在公司", { whenAbsent: "unknown" }),
      receivedAt: fact("instant", "time of receipt", "接到投诉的时间"),
      product: fact("text", "product", "产品"),
      decider: fact("party", "who decides the case", "决定人"),
    },
    party: {
      points: fact("integer", "the party's points", "本人基数", {
        required: ["person"],
        minimum: 1,
        maximum: { fact: "allPoints" },
      }),
      allPoints: fact("integer", "all points of the unit", "单位基数合计"),
      share: fact("rate", "share of responsibility", "责任比例"),
      duties: fact("set", "duties done", "已履行的职责", {
        values: { heard: text("heard", "倾听"), answered: text("answered", "答复") },
      }),
      trained: fact("boolean", "training covered the task", "培训涵盖该任务", {
        says: {
          true: text("the party was trained on the task", "该方受过该任务的培训"),
          false: text("the party was not trained on the task", "该方未受过该任务的培训"),
        },
      }),
      ownsPlan: fact("boolean", "the party owns the plan", "该方是方案负责方"),
      head: fact("party", "head of the department", "部门负责人"),
      boss: fact("party", "who gave the instruction", "指示人"),
    },
  },
  derived: {
    case: {
      delay: {
        label: text("delay of the answer", "答复超时时长"),
        kind: "hours-between",
        from: "receivedAt",
        to: "evaluatedAt",
        after: { fact: "parameter.answerHours" },
      },
      defectRate: {
        label: text("share of defective goods", "缺陷比例"),
        kind: "ratio",
        numerator: "notices",
        denominator: "tenants",
      },
      traced: {
        label: text("number of persons it was traced to", "已落实的人数"),
        kind: "count-parties",
        where: [{ fact: "partyKind", operator: "equal", value: "person" }],
      },
    },
  },
  parameters: {
    capRate: parameter(0.5, "rate", "monthly cap", "每月上限", "21(3)"),
    serious: parameter(500_000, "money", "serious loss", "重大损失", "4"),
    closeDays: parameter(7, "calendar-days", "time to close", "结案期限", "26"),
    memoDays: parameter(3, "working-days", "time for the memo", "备忘录期限", "26"),
    today: parameter(0, "calendar-days", "time to answer", "答复期限", "26"),
    nextDay: parameter(1, "calendar-days", "time to report", "报告期限", "26"),
    answerHours: parameter(4, "hours", "time for an answer", "答复时限", "26"),
    fine: parameter(5_000, "money", "fine", "罚款", "23"),
    months: parameter(0.5, "months", "months of bonus", "扣奖月数", "24"),
    warningRate: parameter(0.1, "rate", "conversion of a warning", "警告折算", "24"),
    demeritRate: parameter(1, "rate", "conversion of a demerit", "记大过折算", "24"),
    start: parameter("2026-01-01", "date", "start of the new rule", "新规起始日", "27"),
  },
  conditions: {
    upheld: { all: [{ fact: "disposition", operator: "equal", value: "upheld" }] },
    major: {
      any: [
        { fact: "kind", operator: "equal", value: "quality" },
        { fact: "tenants", operator: "greaterThanInclusive", value: 3 },
      ],
    },
  },
  tables: {
    approval: {
      label: text("Who approves", "审批权限"),
      stage: "authority",
      scope: "case",
      references: [{ article: "11" }],
      hitPolicy: "unique",
      when: { all: [{ condition: "upheld" }] },
      inputs: [{ fact: "loss" }],
      event: { type: "authority", params: {} },
      outputs: ["level"],
      rows: [
        row("low", { atMost: 200_000 }, "manager"),
        {
          ...row("middle", { above: 200_000, atMost: 2_000_000 }, "deputy"),
          references: [{ article: "11(2)" }],
        },
        row("any", null, "general-manager"),
      ],
    },
  },
  rules: [],
  words: {
    major: text("major", "重大投诉"),
    warning: text("warning", "警告"),
    "major-demerit": text("major demerit", "记大过"),
    manager: text("business manager", "业务经理"),
    deputy: text("deputy general manager", "副总经理"),
    "general-manager": text("general manager", "总经理"),
    primary: text("primary responsibility", "主要责任"),
    factory: text("the factory", "工厂"),
    customer: text("the customer", "客户"),
    untrained: text("not trained on the task", "未经培训"),
    late: text("the customer came late", "客户逾期"),
    close: text("close the complaint", "结案"),
    memo: text("joint memo", "会签备忘录"),
    repair: text("free repair at home", "上门免费维修"),
    "cause-outstanding": text("the cause is not known yet", "原因尚未查明"),
    "article-evidence-first": text("evidence first", "证据优先"),
    "source-labour-contract-law": text("Labour Contract Law", "劳动合同法"),
  },
  notes: [
    {
      text: text("Reading: days are calendar days.", "解释口径：各期限均按自然日计算。"),
      references: [{ article: "26" }],
    },
  ],
  examples: [],
};

/** A rule for tests, of the party unless it says otherwise, cited as article 1. */
export function sampleRule(event: PolicyEvent, conditions: RootCondition, more: Partial<Rule> = {}): Rule {
  return {
    id: "sample-rule",
    stage: "penalty",
    scope: "party",
    label: text("Sample rule", "示例规则"),
    references: [{ article: "1" }],
    rule: { conditions, event },
    ...more,
  };
}

function text(en: string, zh: string): LocalizedText {
  return { en, zh };
}

function fact(
  type: FactDeclaration["type"],
  en: string,
  zh: string,
  more: Partial<FactDeclaration> = {},
): FactDeclaration {
  return { type, label: text(en, zh), ...more };
}

function parameter(
  value: number | string,
  unit: Parameter["unit"],
  ...[en, zh, article]: readonly [string, string, string]
): Parameter {
  return { value, unit, label: text(en, zh), references: [{ article }] };
}

function row(id: string, when: Cell, level: string): TableRow {
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
  return { id, when: [when], then: [level] };
}
