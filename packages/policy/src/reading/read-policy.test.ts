import type { FactDeclaration, Guard, Language, Policy } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { preparePolicy } from "../prepare-policy.ts";
import type { PolicyReading, ReadingEntry } from "./policy-reading.ts";
import { readParameter } from "./read-parameter.ts";
import { readPolicy } from "./read-policy.ts";
import { renderPolicyReading } from "./render-policy-reading.ts";
import { SAMPLE_POLICY, sampleRule } from "./sample-policy.ts";

const LABEL = { en: "the fact", zh: "该事实" };

const POLICY = {
  ...SAMPLE_POLICY,
  rules: [
    sampleRule(
      { type: "disposition", params: { disposition: "referred" } },
      { all: [{ fact: "kind", operator: "equal", value: "other" }] },
      { id: "later", scope: "case", stage: "intake" },
    ),
    {
      ...sampleRule(
        { type: "disposition", params: { disposition: "not-upheld" } },
        { all: [{ fact: "refunded", operator: "equal", value: true }] },
        { id: "first", scope: "case", stage: "intake" },
      ),
      notes: { en: "Declined politely.", zh: "婉言谢绝。" },
    },
  ].map((rule) => (rule.id === "first" ? { ...rule, rule: { ...rule.rule, priority: 20 } } : rule)),
};

const english = readPolicy(preparePolicy(POLICY), "en");
const chinese = readPolicy(preparePolicy(POLICY), "zh");

function entriesOf({ sections }: PolicyReading, id: string): readonly ReadingEntry[] {
  return sections.find((section) => section.id === id)?.entries ?? [];
}

function textsOf(reading: PolicyReading, id: string): readonly string[] {
  return entriesOf(reading, id).map(({ text }) => text);
}

describe("a whole policy", () => {
  it("is read in the order in which its rules are heard, tables with their stage, notes last", () => {
    const ids = [
      "header",
      "terms",
      "case-facts",
      "party-facts",
      "computed-facts",
      "parameters",
      "intake",
      "table:approval",
      "notes",
    ];
    expect(english.sections.map(({ id }) => id)).toEqual(ids);
    expect(chinese.sections.map(({ id }) => id)).toEqual(ids);
    expect(english.policy).toEqual({ id: "sample", version: 3, hash: preparePolicy(POLICY).hash });
  });

  it("says what it is, from when it holds, what decides the version, its cap, its guards, who may not decide", () => {
    expect(textsOf(english, "header")).toEqual([
      "This is version 3 of “Sample measure” (sample).",
      "Shows every kind of sentence.",
      "It is in force from 1 July 2026; the day of receipt decides which version a case uses.",
      "Amounts are in CNY, times are given in China time (Asia/Shanghai), and working days are those of the mainland China calendar.",
      "What is divided among those who bear it is the loss; what nobody else bears, the company bears.",
      "In one month at most 50% of a person's performance bonus is deducted, over all cases and policies; what exceeds this moves on to the following months (Art. 21(3)).",
      "It names no statutory guard.",
      "Whoever decides the case may be neither a party of the case nor whoever gave the instruction; otherwise the decision is refused until somebody else decides (Art. 9).",
      "Grades of discipline, mildest first: warning, major demerit.",
    ]);
    expect(textsOf(chinese, "header")).toEqual([
      "本文件为《示例办法》第3版（sample）。",
      "用于展示各类语句。",
      "自2026年7月1日起施行；案件适用哪一版，以收到日期为准。",
      "金额以人民币计，时间以北京时间为准，工作日按中国大陆工作日历计算。",
      "由各承担者分担的是损失金额；无人承担的部分由公司承担。",
      "个人每月的扣减，连同其他案件和制度的扣减在内，合计不超过其当月绩效奖金的50%，超出部分顺延至以后各月（第21条第3款）。",
      "本办法未指定法定限制。",
      "案件的当事方或指示人不得担任决定人；违反的，在改由他人决定之前不得作出决定（第9条）。",
      "纪律处分由轻到重为：警告、记大过。",
    ]);
  });

  it("names the guards it stands under", () => {
    const guarded = { ...POLICY, guards: ["cn", "jp"] };
    expect(textsOf(readPolicy(preparePolicy(guarded), "en"), "header")).toContain(
      "It stands under the statutory guards “cn” and “jp”, which only ever lower what may be deducted.",
    );
    expect(textsOf(readPolicy(preparePolicy(guarded), "zh"), "header")).toContain(
      "本办法适用法定限制“cn”“jp”；法定限制只会减少、不会增加可扣减的金额。",
    );
  });

  it("names places that it has no better words for by their ids, and a single grade without an order", () => {
    const plain = { ...POLICY, timeZone: "Asia/Tokyo", calendar: "jp", grades: ["warning"] };
    const inEnglish = textsOf(readPolicy(preparePolicy(plain), "en"), "header");
    const inChinese = textsOf(readPolicy(preparePolicy(plain), "zh"), "header");
    expect(inEnglish).toContain(
      "Amounts are in CNY, times are given in the time zone Asia/Tokyo, and working days are those of the calendar “jp”.",
    );
    expect(inChinese).toContain("金额以人民币计，时间以Asia/Tokyo时区的时间为准，工作日按工作日历“jp”计算。");
    expect(inEnglish.at(-1)).toBe("Grade of discipline: warning.");
    expect(inChinese.at(-1)).toBe("纪律处分为：警告。");
  });

  it("defines the terms that its rules use", () => {
    expect(textsOf(english, "terms")).toEqual([
      "A case counts as “major” where either the kind of complaint is “quality defect” or the number of tenants is at least 3.",
    ]);
    expect(textsOf(chinese, "terms")).toEqual([
      "“重大投诉”是指投诉类型为“质量问题”或者租户数不少于3的情形。",
    ]);
  });

  it("says of each fact what it holds, who must state it and within which limits", () => {
    expect(textsOf(english, "case-facts")).toEqual(
      expect.arrayContaining([
        "Kind of complaint (required): one of “quality defect”, “late delivery” and “other”; other values are accepted.",
        "Quantity returned: a number, at least 0.",
        "The customer was refunded: yes or no; not stated counts as no.",
        "The company is at fault: yes or no; not stated leaves it open.",
        "Who decides the case: whoever it is, by id.",
      ]),
    );
    expect(textsOf(english, "party-facts")).toEqual(
      expect.arrayContaining([
        "The party's points (required of every person): a whole number, at least 1, at most all points of the unit.",
        "Duties done: any of “heard” and “answered”.",
      ]),
    );
    expect(textsOf(chinese, "case-facts")).toEqual(
      expect.arrayContaining([
        "投诉类型（必填）：“质量问题”“延误交货”“其他”之一，也可填写其他值。",
        "退货数量：数值，不小于0。",
        "责任在公司：是或否，未填视为未知。",
        "接到投诉的时间：日期和时间。",
      ]),
    );
    expect(textsOf(chinese, "party-facts")).toContain(
      "本人基数（个人必填）：整数，不小于1，不大于单位基数合计。",
    );
  });

  it("says of a draft that its day of effect is yet to be set", () => {
    const of = (language: "en" | "zh") =>
      textsOf(readPolicy(preparePolicy(POLICY), language, { isDraft: true }), "header")[2];
    expect(of("en")).toBe(
      "Its day of effect is set at publication; the day of receipt decides which version a case uses.",
    );
    expect(of("zh")).toBe("施行日期在发布时确定；案件适用哪一版，以收到日期为准。");
  });

  it("says of a fact with one value that it is that value", () => {
    const { facts } = POLICY;
    const kind: FactDeclaration = { type: "enum", label: LABEL, values: { key: { en: "key", zh: "重要" } } };
    const only = preparePolicy({ ...POLICY, facts: { ...facts, case: { ...facts.case, kind } } });
    expect(textsOf(readPolicy(only, "en"), "case-facts")).toContain("The fact: “key”.");
    expect(textsOf(readPolicy(only, "zh"), "case-facts")).toContain("该事实：“重要”。");
  });

  it("says of a fact which way it weighs, and that nothing may look at it", () => {
    const declare = (change: Partial<FactDeclaration>): Policy => {
      const { facts } = POLICY;
      const kind: FactDeclaration = { ...facts.case["kind"], type: "enum", label: LABEL, ...change };
      return { ...POLICY, facts: { ...facts, case: { ...facts.case, kind } } };
    };
    const read = (change: Partial<FactDeclaration>, language: Language): string =>
      entriesOf(readPolicy(preparePolicy(declare(change)), language), "case-facts").find(
        ({ id }) => id === "kind",
      )?.text ?? "";
    expect(read({ open: false, weighs: "worse" }, "en")).toMatch(
      /; the later in this list, the worse the matter\.$/,
    );
    expect(read({ open: false, weighs: "worse" }, "zh")).toMatch(/；列在后者情节较重。$/);
    expect(read({ type: "money", weighs: "milder" }, "en")).toMatch(/; the more, the milder the matter\.$/);
    expect(read({ type: "money", weighs: "milder" }, "zh")).toMatch(/；数值越大，情节越轻。$/);
    expect(read({ type: "boolean", weighs: "milder" }, "en")).toMatch(
      /; where it holds, the matter is milder\.$/,
    );
    expect(read({ type: "boolean", weighs: "milder" }, "zh")).toMatch(/；属实的，情节较轻。$/);
    expect(read({ type: "date", weighs: "worse" }, "en")).toMatch(/; the later, the worse the matter\.$/);
    expect(read({ type: "date", weighs: "worse" }, "zh")).toMatch(/；越晚，情节越重。$/);
    expect(read({ type: "set", weighs: "worse" }, "zh")).toMatch(/；项数越多，情节越重。$/);
    expect(read({ type: "text", protected: true }, "en")).toMatch(
      /; protected, so that no rule may look at it\.$/,
    );
    expect(read({ type: "text", protected: true }, "zh")).toMatch(/；受保护，任何规则不得考虑。$/);
  });

  it("tells the facts that every policy knows, with where they may be declared", () => {
    const decidedOn = entriesOf(english, "case-facts").find(({ id }) => id === "decidedOn");
    expect(decidedOn?.pointer).toBe("/facts/case");
    expect(decidedOn?.text).toMatch(/: a day; where it is not stated, the day of evaluation\.$/);
    expect(entriesOf(english, "case-facts").find(({ id }) => id === "receivedOn")?.note).toBe(
      "The day it arrived.",
    );
  });

  it("says how what is computed is computed", () => {
    expect(textsOf(english, "computed-facts")).toEqual([
      "Delay of the answer: the hours from the time of receipt to the moment of evaluation, less 4 hours.",
      "Share of defective goods: the number of notices sent out divided by the number of tenants.",
      "Number of persons it was traced to: counts the parties of whom this holds: the party is a person.",
    ]);
    expect(textsOf(chinese, "computed-facts")).toEqual([
      "答复超时时长：自接到投诉的时间至核算时刻的小时数，减去4小时。",
      "缺陷比例：发出的通知件数除以租户数。",
      "已落实的人数：当事方为个人的当事方数量。",
    ]);
  });

  it("lists competing rules as they are heard, and says that the first stands", () => {
    expect(entriesOf(english, "intake").map(({ id }) => id)).toEqual(["first", "later"]);
    const [intake] = english.sections.filter(({ id }) => id === "intake");
    expect(intake?.intro.map(({ text }) => text)).toEqual([
      "Where several of the rules on what becomes of the complaint hold, the first in this order decides; where none holds, the complaint is upheld.",
    ]);
    expect(chinese.sections.find(({ id }) => id === "intake")?.intro.map(({ text }) => text)).toEqual([
      "同时符合数条处理结论规定的，以排列在先者为准；均不符合的，投诉成立。",
    ]);
  });

  it("reads a table with when it is asked and with every row", () => {
    expect(english.sections.find(({ id }) => id === "table:approval")?.intro.map(({ text }) => text)).toEqual(
      ["This table is used where the complaint is upheld. At most one of these rows applies."],
    );
    expect(textsOf(english, "table:approval")).toEqual([
      "If the loss is at most 2,000.00, the business manager approves (Art. 11).",
      "If the loss is above 2,000.00 and at most 20,000.00, the deputy general manager approves (Art. 11(2)).",
      "The general manager approves (Art. 11).",
    ]);
    expect(textsOf(chinese, "table:approval")[1]).toBe(
      "损失金额超过2,000.00元且不超过20,000.00元的，由副总经理审批（第11条第2款）。",
    );
  });
});

describe("the statutory guards that are given", () => {
  const law = [{ article: "16", source: "Wage Act" }];
  const guard: Guard = {
    jurisdiction: "xx",
    title: { en: "Wage protection", zh: "工资保护" },
    currency: "CNY",
    periods: [
      {
        effectiveFrom: "2000-01-01",
        references: [{ article: "1", source: "Wage Act" }],
        moneyPenalty: "loss-only",
        perActCap: { amountMinor: 30_000, references: law },
        perPeriodCap: { rate: 0.2, base: "monthlyWage", references: law },
        allDeductionsCap: { rate: 0.5, base: "averageDailyWage", references: law },
        floor: { base: "minimumWage", references: law },
        carry: { allowed: true, instalments: false, horizonDays: 60, references: law },
        limitationDays: { days: 90, references: law },
        requires: [{ fact: "heardOn", references: law }],
        doublePunishment: "forbidden",
        confidence: "medium",
      },
      {
        effectiveFrom: "2020-01-01",
        references: law,
        moneyPenalty: "forbidden",
        carry: { allowed: false, instalments: false },
        doublePunishment: "allowed",
        confidence: "low",
      },
    ],
  };
  const version = preparePolicy({ ...POLICY, guards: ["xx", "yy"] });
  const guardsIn = (language: "en" | "zh", given: readonly Guard[]): readonly ReadingEntry[] =>
    entriesOf(readPolicy(version, language, { guards: given }), "header").filter(({ id }) =>
      id.startsWith("guard"),
    );

  it("are named by their titles and read out, each period with its articles and how sure we are of it", () => {
    const [named, first, second, ...others] = guardsIn("en", [guard]);
    expect(named?.text).toBe(
      "It stands under the statutory guards “Wage protection” and “yy”, which only ever lower what may be deducted.",
    );
    expect(first).toMatchObject({
      id: "guard:xx:2000-01-01",
      pointer: "/guards/0",
      title: "“Wage protection” (xx)",
      references: [{ article: "1", source: "Wage Act" }],
    });
    expect(first?.text).toBe(
      [
        "From 1 January 2000 this holds (Wage Act, Art. 1):",
        "(a) only a share of a loss is deducted, and no fine;",
        "(b) for one case at most 300.00 is deducted, over all months (Wage Act, Art. 16);",
        "(c) in one month at most 20% of the month's wage is deducted, over all cases (Wage Act, Art. 16);",
        "(d) in one month all deductions together, whatever they are for, take at most 50% of the average daily wage (Wage Act, Art. 16);",
        "(e) what is left of the month's wage is not below the local minimum wage (Wage Act, Art. 16);",
        "(f) what is deducted is taken in one sum, in one month that begins within 60 days of the decision (Wage Act, Art. 16);",
        "(g) the person is heard before money is taken (Wage Act, Art. 16);",
        "(h) a deduction is decided within 90 days of the act, the last one included (Wage Act, Art. 16);",
        "(i) one act is not punished twice.",
        "Our confidence in these figures is medium. They are a starting point for counsel, not legal advice.",
      ].join("\n"),
    );
    expect(second?.text).toContain(
      "(a) no money at all is taken from anybody.\nOur confidence in these figures is low.",
    );
    expect(others).toEqual([]);
  });

  it("are read in Chinese as well", () => {
    const [named, first] = guardsIn("zh", [guard]);
    expect(named?.text).toBe("本办法适用法定限制“工资保护”“yy”；法定限制只会减少、不会增加可扣减的金额。");
    expect(first?.text).toBe(
      [
        "自2000年1月1日起适用下列规定（《Wage Act》第1条）：",
        "（1）只可扣减其应分担的损失，不得罚款；",
        "（2）同一案件各月合计最多扣减300.00元（《Wage Act》第16条）；",
        "（3）每月扣减各案合计不超过当月工资的20%（《Wage Act》第16条）；",
        "（4）每月各项扣款不论事由，合计不超过日平均工资的50%（《Wage Act》第16条）；",
        "（5）扣减后当月剩余工资不低于当地最低工资标准（《Wage Act》第16条）；",
        "（6）须在一个月内一次扣清，但该月须自决定之日起60日内开始（《Wage Act》第16条）；",
        "（7）扣款前须听取本人申辩（《Wage Act》第16条）；",
        "（8）扣减须自行为之日起90日内作出，末日计入（《Wage Act》第16条）；",
        "（9）同一行为不得重复处罚。",
        "上述内容的可信程度：中。仅供法律顾问参考，不构成法律意见。",
      ].join("\n"),
    );
  });

  it("are only those that the policy names, and only named where none is given", () => {
    expect(guardsIn("en", [{ ...guard, jurisdiction: "zz" }]).map(({ id }) => id)).toEqual(["guards"]);
    expect(guardsIn("en", []).map(({ text }) => text)).toEqual([
      "It stands under the statutory guards “xx” and “yy”, which only ever lower what may be deducted.",
    ]);
  });
});

describe("a figure of the policy", () => {
  it.each([
    ["capRate", "Monthly cap: 50% (Art. 21(3)).", "每月上限：50%（第21条第3款）。"],
    ["serious", "Serious loss: 5,000.00 (Art. 4).", "重大损失：5,000.00元（第4条）。"],
    ["closeDays", "Time to close: 7 calendar days (Art. 26).", "结案期限：7日（第26条）。"],
    ["memoDays", "Time for the memo: 3 working days (Art. 26).", "备忘录期限：3个工作日（第26条）。"],
    ["answerHours", "Time for an answer: 4 hours (Art. 26).", "答复时限：4小时（第26条）。"],
    ["months", "Months of bonus: half a month (Art. 24).", "扣奖月数：半个月（第24条）。"],
    ["start", "Start of the new rule: 1 January 2026 (Art. 27).", "新规起始日：2026年1月1日（第27条）。"],
    ["notThere", "", ""],
  ])("%s is read with its unit and article", (id, inEnglish, inChinese) => {
    expect(readParameter(id, POLICY, "en")).toBe(inEnglish);
    expect(readParameter(id, POLICY, "zh")).toBe(inChinese);
  });

  it("names the currency where it is not the one that goes without saying", () => {
    expect(readParameter("serious", { ...POLICY, currency: "HKD" }, "en")).toBe(
      "Serious loss: HKD 5,000.00 (Art. 4).",
    );
    expect(readParameter("serious", { ...POLICY, currency: "JPY" }, "zh")).toBe(
      "重大损失：JPY 500,000（第4条）。",
    );
  });
});

describe("a reading as plain text", () => {
  it("has numbered headings and entries, with lists and notes below", () => {
    const text = renderPolicyReading(english);
    expect(text).toMatch(/^Sample measure\n={14}\n\n1\. About this policy\n {2}1\.1 This is version 3/);
    expect(text).toContain(
      "  7.1 Sample rule\n      Where the customer was refunded, the complaint is not upheld (Art. 1).\n      Note: Declined politely.\n",
    );
    expect(text).toMatch(/\n9\. Notes\n {2}9\.1 Reading: days are calendar days \(Art\. 26\)\.\n$/);
  });

  it("counts in Chinese numerals in Chinese", () => {
    const text = renderPolicyReading(chinese);
    expect(text).toMatch(/^示例办法\n={8}\n\n一、总则\n {2}1\. 本文件为/);
    expect(text).toContain(
      "  1. 示例规则\n     已向客户退款的，认定投诉不成立（第1条）。\n     注：婉言谢绝。\n",
    );
    expect(text).toMatch(/\n九、说明\n {2}1\. 解释口径：各期限均按自然日计算（第26条）。\n$/);
  });
});
