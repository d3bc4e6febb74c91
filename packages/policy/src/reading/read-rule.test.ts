import type { PolicyEvent, RootCondition, Rule } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { readRule } from "./read-rule.ts";
import { SAMPLE_POLICY, sampleRule } from "./sample-policy.ts";

const UPHELD: RootCondition = { all: [{ condition: "upheld" }] };
const OWNER: RootCondition = { all: [{ fact: "ownsPlan", operator: "equal", value: true }] };
const PERSON: RootCondition = {
  all: [
    { fact: "partyKind", operator: "equal", value: "person" },
    { fact: "trained", operator: "equal", value: false },
  ],
};

const en = (rule: Rule): string => readRule(rule, SAMPLE_POLICY, "en");
const zh = (rule: Rule): string => readRule(rule, SAMPLE_POLICY, "zh");
const ofCase = { scope: "case", stage: "intake" } as const;

type Golden = readonly [event: PolicyEvent, english: string, chinese: string];

describe("an event of a case is a sentence in either language", () => {
  it.each<Golden>([
    [{ type: "disposition", params: { disposition: "upheld" } }, "the complaint is upheld", "认定投诉成立"],
    [
      { type: "disposition", params: { disposition: "not-upheld" } },
      "the complaint is not upheld",
      "认定投诉不成立",
    ],
    [
      { type: "disposition", params: { disposition: "out-of-scope" } },
      "the complaint is out of scope",
      "不属于本办法的受理范围",
    ],
    [
      { type: "disposition", params: { disposition: "referred" } },
      "the matter is referred to management",
      "移交管理层处理",
    ],
    [
      { type: "disposition", params: { disposition: "pending", ground: "cause-outstanding" } },
      "the case stays pending: the cause is not known yet",
      "暂不作结论，理由为“原因尚未查明”",
    ],
    [
      { type: "disposition", params: { disposition: "refused" } },
      "the decision is refused",
      "不得作出该决定",
    ],
    [
      { type: "classify", params: { category: { fact: "kind" }, severity: "major" } },
      "the complaint is recorded under the kind of complaint, with severity “major”",
      "投诉按投诉类型归类，严重程度定为“重大投诉”",
    ],
    [
      { type: "classify", params: { category: "late" } },
      "the complaint is recorded as “the customer came late”",
      "投诉归类为“客户逾期”",
    ],
    [
      {
        type: "number",
        params: {
          date: { fact: "receivedOn" },
          dateFormat: "YYMM",
          sequence: { fact: "notices" },
          digits: 2,
        },
      },
      "the case number is made up of the day of receipt (as YYMM) and the number of notices sent out (in 2 digits)",
      "案号由收到日期（YYMM）和发出的通知件数（2位数字）组成",
    ],
    [
      { type: "bear", params: { portion: "share", share: 0.3, bearer: "factory" } },
      "the factory bears 30% of the loss",
      "由工厂承担损失的30%",
    ],
    [
      { type: "bear", params: { portion: "rest", bearer: "factory" } },
      "the factory bears the rest of the loss",
      "由工厂承担其余损失",
    ],
    [
      { type: "compensate", params: { to: "customer", bearer: "company", rate: 0.03, of: { fact: "loss" } } },
      "the customer is owed 3% of the loss, at the expense of the company",
      "应向客户补偿损失金额的3%，由公司承担",
    ],
    [
      {
        type: "compensate",
        params: {
          to: "customer",
          bearer: "factory",
          amount: 20_000,
          atLeast: 10_000,
          times: { fact: "notices" },
        },
      },
      "the customer is owed 200.00, but at least 100.00 for each of the notices sent out, at the expense of the factory",
      "应按200.00元（每份不低于100.00元）乘以发出的通知件数向客户补偿，由工厂承担",
    ],
    [
      {
        type: "due",
        params: {
          step: "close",
          from: "receivedOn",
          within: { fact: "parameter.closeDays" },
          unit: "calendar-days",
        },
      },
      "the time allowed to close the complaint is 7 calendar days from the day of receipt",
      "结案的期限为自收到日期起7日",
    ],
    [
      {
        type: "due",
        params: {
          step: "memo",
          from: "receivedOn",
          within: { fact: "parameter.memoDays" },
          unit: "working-days",
          partOf: "close",
        },
      },
      "the time allowed for the joint memo is 3 working days from the day of receipt, within the time allowed to close the complaint",
      "会签备忘录的期限为自收到日期起3个工作日，包含在结案的期限之内",
    ],
    [
      {
        type: "due",
        params: {
          step: "memo",
          from: "receivedAt",
          within: { fact: "parameter.today" },
          unit: "calendar-days",
        },
      },
      "the time allowed for the joint memo ends with the day of receipt",
      "会签备忘录的期限为接到投诉当日",
    ],
    [
      {
        type: "due",
        params: {
          step: "memo",
          from: "receivedAt",
          within: { fact: "parameter.nextDay" },
          unit: "calendar-days",
          at: "09:00",
        },
      },
      "the time allowed for the joint memo ends at 09:00 on the day after the day of receipt",
      "会签备忘录的期限为接到投诉次日09:00",
    ],
    [
      { type: "authority", params: { level: "general-manager" } },
      "the level is the general manager",
      "处理层级为总经理",
    ],
    [
      { type: "measure", params: { kind: "repair" } },
      "the measure to take is “free repair at home”",
      "应采取的措施为“上门免费维修”",
    ],
    [
      { type: "measure", params: { kind: "repair", quantity: { fact: "quantity" } } },
      "the measure to take is “free repair at home”, for the quantity returned",
      "应采取的措施为“上门免费维修”，数量为退货数量",
    ],
    [
      { type: "warn", params: { code: "late" } },
      "this warning is given: “Sample rule”",
      "作出提示：“示例规则”",
    ],
    [
      { type: "warn", params: { code: "late", message: { en: "it is late", zh: "已超时" } } },
      "this warning is given: “it is late”",
      "作出提示：“已超时”",
    ],
  ])("%j", (event, english, chinese) => {
    const rule = sampleRule(event, UPHELD, ofCase);
    expect(en(rule)).toBe(`Where the complaint is upheld, ${english} (Art. 1).`);
    expect(zh(rule)).toBe(`投诉成立的，${chinese}（第1条）。`);
  });
});

describe("an event of a party is a sentence in either language", () => {
  it.each<Golden>([
    [
      { type: "role", params: { role: "primary" } },
      "their role is “primary responsibility”",
      "责任角色认定为“主要责任”",
    ],
    [
      { type: "bear", params: { portion: "equal" } },
      "they bear an equal part of the loss",
      "承担损失，多方承担的平均分摊",
    ],
    [
      { type: "bear", params: { portion: "points", points: { fact: "points" }, of: { fact: "allPoints" } } },
      "they bear the loss in the proportion of their points to all points of the unit",
      "按本人基数占单位基数合计的比例承担损失",
    ],
    [
      { type: "bear", params: { portion: "share", share: { fact: "share" }, once: true } },
      "they bear the loss according to their share of responsibility, once in a case, for the first party of whom this holds",
      "按责任比例承担损失，全案只计一次，以排列在先者为准",
    ],
    [
      { type: "bear", params: { portion: "equal", bearer: { fact: "head" } } },
      "the head of the department bears an equal part of the loss",
      "由部门负责人承担损失，多方承担的平均分摊",
    ],
    [
      { type: "exempt", params: { ground: "untrained" } },
      "they are exempt (not trained on the task), and whatever would fall on them moves to the company",
      "以“未经培训”为由予以免责，本应由其承担的部分转由公司承担",
    ],
    [
      { type: "exempt", params: { ground: "untrained", movesTo: { owners: "ownsPlan" } } },
      "they are exempt (not trained on the task), and whatever would fall on them moves to whoever owns the plan",
      "以“未经培训”为由予以免责，本应由其承担的部分转由方案负责方承担",
    ],
    [
      { type: "exempt", params: { ground: "untrained", movesTo: { party: { fact: "boss" } } } },
      "they are exempt (not trained on the task), and whatever would fall on them moves to whoever gave the instruction",
      "以“未经培训”为由予以免责，本应由其承担的部分转由指示人承担",
    ],
    [
      { type: "exempt", params: { ground: "late", movesTo: { bearer: "company" }, portion: 0.5 } },
      "they are exempt in part (the customer came late): 50% of what would fall on them moves to the company",
      "以“客户逾期”为由部分免责，本应由其承担部分的50%转由公司承担",
    ],
    [{ type: "fine", params: { amount: { fact: "parameter.fine" } } }, "they are fined 50.00", "罚款50.00元"],
    [
      { type: "fine", params: { amount: 5_000, times: { fact: "notices" } } },
      "they are fined 50.00 for each of the notices sent out",
      "按发出的通知件数计，每项罚款50.00元",
    ],
    [
      { type: "fine", params: { amount: 10_000, insteadOf: 5_000 } },
      "they are fined 100.00 in place of 50.00",
      "罚款100.00元，取代原应计的50.00元",
    ],
    [
      { type: "fine", params: { amount: 5_000, on: { fact: "head" }, once: true } },
      "the head of the department is fined 50.00, once in a case, for the first party of whom this holds",
      "对部门负责人罚款50.00元，全案只计一次，以排列在先者为准",
    ],
    [{ type: "grade", params: { grade: "warning" } }, "they receive a warning", "给予警告处分"],
    [
      { type: "grade", params: { grade: "major-demerit", on: { fact: "head" } } },
      "the head of the department receives a major demerit",
      "给予部门负责人记大过处分",
    ],
    [
      { type: "deduct", params: { of: "share" } },
      "they are charged with their share of the loss",
      "按其应分担的损失予以扣减",
    ],
    [
      { type: "deduct", params: { of: "bonus", months: { fact: "parameter.months" }, on: { fact: "head" } } },
      "the head of the department loses half a month of performance bonus",
      "扣减部门负责人的半个月绩效奖金",
    ],
    [
      {
        type: "deduct",
        params: {
          of: "grade",
          rates: {
            warning: { fact: "parameter.warningRate" },
            "major-demerit": { fact: "parameter.demeritRate" },
          },
        },
      },
      "they lose a part of the month's bonus by the grade received: 10% for a warning and 100% for a major demerit",
      "按所受处分扣减当月绩效奖金：警告扣10%、记大过扣100%",
    ],
    [{ type: "remind", params: {} }, "they receive a reminder", "予以提醒"],
    [{ type: "commend", params: {} }, "they are commended", "予以表扬"],
    [
      { type: "suspend", params: {} },
      "what is decided against them is not collected until the objection is settled",
      "对其决定的扣减在异议处理完毕之前暂缓执行",
    ],
    [
      { type: "measure", params: { kind: "repair" } },
      "the measure to take for them is “free repair at home”",
      "对其应采取的措施为“上门免费维修”",
    ],
  ])("%j", (event, english, chinese) => {
    const rule = sampleRule(event, OWNER);
    expect(en(rule)).toBe(`Where the party owns the plan, ${english} (Art. 1).`);
    expect(zh(rule)).toBe(`该方是方案负责方的，${chinese}（第1条）。`);
  });
});

describe("whom a rule speaks of", () => {
  const deduct: PolicyEvent = { type: "deduct", params: { of: "share" } };

  it("calls a party of one kind by its kind", () => {
    expect(en(sampleRule(deduct, PERSON))).toBe(
      "Where the person was not trained on the task, their share of the loss is deducted from their performance bonus (Art. 1).",
    );
    expect(zh(sampleRule(deduct, PERSON))).toBe(
      "当事方为个人且该方未受过该任务的培训的，按其应分担的损失扣减绩效奖金（第1条）。",
    );
  });

  it("names everybody concerned where the conditions speak of the case only", () => {
    const all: RootCondition = {
      all: [{ condition: "upheld" }, { fact: "partyKind", operator: "in", value: ["person", "team"] }],
    };
    expect(en(sampleRule(deduct, all))).toBe(
      "Where the complaint is upheld, every person or team concerned is charged with their share of the loss (Art. 1).",
    );
    expect(en(sampleRule({ type: "fine", params: { amount: 100 } }, UPHELD))).toBe(
      "Where the complaint is upheld, every party is fined 1.00 (Art. 1).",
    );
  });

  it("keeps several kinds as a condition where the party's own facts are asked", () => {
    const some: RootCondition = {
      all: [
        { fact: "partyKind", operator: "in", value: ["person", "team"] },
        { fact: "ownsPlan", operator: "equal", value: true },
      ],
    };
    expect(en(sampleRule(deduct, some))).toBe(
      "Where the party is a person or team and the party owns the plan, they are charged with their share of the loss (Art. 1).",
    );
  });

  it("says “that day” of the day it has just asked for", () => {
    const due: PolicyEvent = {
      type: "due",
      params: { step: "memo", from: "promisedOn", within: 2, unit: "working-days" },
    };
    const known: RootCondition = {
      all: [
        { fact: "promisedOn", operator: "notEqual", value: null },
        { fact: "refunded", operator: "equal", value: true },
      ],
    };
    const rule = sampleRule(due, known, { scope: "case", stage: "deadline" });
    expect(en(rule)).toBe(
      "Where the customer was refunded and the promised day is stated, the time allowed for the joint memo is 2 working days from that day (Art. 1).",
    );
    expect(zh(rule)).toBe("已向客户退款且已填写约定日期的，会签备忘录的期限为自该日起2个工作日（第1条）。");
  });
});

describe("the form of a sentence", () => {
  const grade: PolicyEvent = { type: "grade", params: { grade: "warning" } };
  const four: RootCondition = {
    all: [
      { condition: "upheld" },
      ...PERSON.all,
      { fact: "ownsPlan", operator: "equal", value: true },
      { fact: "loss", operator: "greaterThan", value: 0 },
    ],
  };

  it("is a list where more than three things are asked", () => {
    expect(en(sampleRule(grade, four))).toBe(
      "Where all of these hold, the person receives a warning (Art. 1):\n(a) the complaint is upheld;\n(b) the person was not trained on the task;\n(c) the person owns the plan; and\n(d) the loss is above 0.00.",
    );
    expect(zh(sampleRule(grade, four))).toBe(
      "同时符合下列条件的，给予警告处分（第1条）：\n（1）投诉成立；\n（2）当事方为个人；\n（3）该方未受过该任务的培训；\n（4）该方是方案负责方；\n（5）损失金额大于0.00元。",
    );
  });

  it("is a list of two where one of them is alternatives, which stand in one item", () => {
    const owner = { fact: "ownsPlan", operator: "equal", value: true } as const;
    const refunded = { fact: "refunded", operator: "equal", value: true } as const;
    const trained = { fact: "trained", operator: "equal", value: true } as const;
    const nested: RootCondition = {
      all: [{ condition: "upheld" }, { any: [owner, { all: [refunded, trained] }] }],
    };
    expect(en(sampleRule(grade, nested))).toBe(
      "Where all of these hold, the party receives a warning (Art. 1):\n(a) the complaint is upheld; and\n(b) the party owns the plan, or both the customer was refunded and the party was trained on the task.",
    );
    expect(zh(sampleRule(grade, nested))).toBe(
      "同时符合下列条件的，给予警告处分（第1条）：\n（1）投诉成立；\n（2）该方是方案负责方，或者（已向客户退款且该方受过该任务的培训）。",
    );
  });

  it("is a list of alternatives where one of two asks for several things", () => {
    const either: RootCondition = { any: [{ condition: "upheld" }, PERSON] };
    expect(zh(sampleRule(grade, either))).toBe(
      "有下列情形之一的，给予警告处分（第1条）：\n（1）投诉成立；\n（2）当事方为个人且该方未受过该任务的培训。",
    );
  });

  it("counts from a day by its name where the list that asks for it follows", () => {
    const due: PolicyEvent = {
      type: "due",
      params: { step: "memo", from: "promisedOn", within: 2, unit: "working-days" },
    };
    const asked: RootCondition = {
      all: [
        { fact: "promisedOn", operator: "notEqual", value: null },
        { any: [{ condition: "upheld" }, { fact: "refunded", operator: "equal", value: true }] },
      ],
    };
    expect(zh(sampleRule(due, asked, { scope: "case", stage: "deadline" }))).toContain(
      "同时符合下列条件的，会签备忘录的期限为自约定日期起2个工作日（第1条）：",
    );
  });

  it("is a list of alternatives where any of more than three suffices", () => {
    const any: RootCondition = {
      any: [
        { condition: "upheld" },
        { fact: "ownsPlan", operator: "equal", value: true },
        { fact: "trained", operator: "equal", value: true },
        { fact: "refunded", operator: "equal", value: true },
      ],
    };
    expect(en(sampleRule(grade, any))).toContain(
      "Where any of these holds, the party receives a warning (Art. 1):\n(a) the complaint is upheld;",
    );
    expect(zh(sampleRule(grade, any))).toContain(
      "有下列情形之一的，给予警告处分（第1条）：\n（1）投诉成立；",
    );
  });

  it("states the consequence alone where nothing is asked", () => {
    const always: RootCondition = { all: [{ condition: "not-there" }] };
    const approve: PolicyEvent = { type: "authority", params: { level: "manager" } };
    const label = { en: "Who approves", zh: "审批权限" };
    const rule = sampleRule(approve, always, { scope: "case", stage: "authority", label });
    expect(en(rule)).toBe("The business manager approves (Art. 1).");
    expect(zh(rule)).toBe("由业务经理审批（第1条）。");
  });

  it("tells a level that a case is only brought before from one that approves", () => {
    const escalate: PolicyEvent = { type: "authority", params: { level: "manager" } };
    const label = { en: "A long delay is escalated", zh: "严重超时上报" };
    const rule = sampleRule(escalate, UPHELD, { scope: "case", stage: "authority", label });
    expect(en(rule)).toBe(
      "Where the complaint is upheld, the business manager deals with the matter (Art. 1).",
    );
    expect(zh(rule)).toBe("投诉成立的，由业务经理处理（第1条）。");
  });

  it("cites nothing where nothing is cited", () => {
    expect(en(sampleRule(grade, OWNER, { references: [] }))).toBe(
      "Where the party owns the plan, they receive a warning.",
    );
    expect(zh(sampleRule(grade, OWNER, { references: [] }))).toBe("该方是方案负责方的，给予警告处分。");
  });
});

describe("a rule that was compiled from a table", () => {
  const row = (id: string): Rule =>
    sampleRule({ type: "authority", params: { level: "deputy" } }, UPHELD, {
      id: `approval#${id}`,
      scope: "case",
      stage: "authority",
    });

  it("reads as its row, with what the table asks first", () => {
    expect(en(row("middle"))).toBe(
      "If the complaint is upheld and the loss is above 2,000.00 and at most 20,000.00, the deputy general manager approves (Art. 11(2)).",
    );
    expect(zh(row("middle"))).toBe(
      "投诉成立，且损失金额超过2,000.00元且不超过20,000.00元的，由副总经理审批（第11条第2款）。",
    );
  });

  it("takes the table's article where the row names none", () => {
    expect(en(row("low"))).toBe(
      "If the complaint is upheld and the loss is at most 2,000.00, the business manager approves (Art. 11).",
    );
  });

  it("leaves out cells that hold of anything", () => {
    expect(zh(row("any"))).toBe("投诉成立的，由总经理审批（第11条）。");
  });
});
