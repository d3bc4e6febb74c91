import type { Comparison, Condition } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { readCondition } from "./read-condition.ts";
import { SAMPLE_POLICY } from "./sample-policy.ts";

const en = (condition: Condition): string => readCondition(condition, SAMPLE_POLICY, "en");
const zh = (condition: Condition): string => readCondition(condition, SAMPLE_POLICY, "zh");
const test = (fact: string, operator: Comparison["operator"], value: Comparison["value"]): Comparison => ({
  fact,
  operator,
  value,
});

describe("a comparison is a clause in either language", () => {
  it.each([
    ["loss", "equal", 120_000, "the loss is 1,200.00", "损失金额为1,200.00元"],
    ["loss", "notEqual", 120_000, "the loss is not 1,200.00", "损失金额不是1,200.00元"],
    ["loss", "lessThan", 120_000, "the loss is below 1,200.00", "损失金额低于1,200.00元"],
    ["loss", "lessThanInclusive", 120_000, "the loss is at most 1,200.00", "损失金额不超过1,200.00元"],
    ["loss", "greaterThan", 120_000, "the loss is above 1,200.00", "损失金额超过1,200.00元"],
    ["loss", "greaterThanInclusive", 120_000, "the loss is at least 1,200.00", "损失金额不低于1,200.00元"],
    [
      "loss",
      "greaterThanInclusive",
      { fact: "parameter.serious" },
      "the loss is at least 5,000.00",
      "损失金额不低于5,000.00元",
    ],
    ["loss", "in", [100, 200, 300], "the loss is 1.00, 2.00 or 3.00", "损失金额为1.00元、2.00元、3.00元之一"],
    ["rate", "greaterThan", 0.013, "the after-sales rate is above 1.3%", "售后率超过1.3%"],
    ["rate", "lessThan", 0.000_001, "the after-sales rate is below 0.0001%", "售后率低于0.0001%"],
    [
      "quantity",
      "lessThanInclusive",
      1234.5,
      "the quantity returned is at most 1,234.5",
      "退货数量不超过1,234.5",
    ],
    ["tenants", "greaterThanInclusive", 3, "the number of tenants is at least 3", "租户数不少于3"],
    ["tenants", "lessThan", 3, "the number of tenants is below 3", "租户数少于3"],
    ["tenants", "equal", 0, "there are no tenants", "租户数为0"],
    ["notices", "greaterThan", 0, "there are notices sent out", "发出的通知件数大于0"],
    ["notices", "in", [2, 3], "the number of notices sent out is 2 or 3", "发出的通知件数为2或3"],
    ["delay", "greaterThan", 24, "the delay of the answer is more than 24 hours", "答复超时时长超过24小时"],
    ["delay", "lessThan", 1, "the delay of the answer is less than 1 hour", "答复超时时长少于1小时"],
    [
      "defectRate",
      "greaterThanInclusive",
      0.03,
      "the share of defective goods is at least 3%",
      "缺陷比例不低于3%",
    ],
    ["kind", "equal", "quality", "the kind of complaint is “quality defect”", "投诉类型为“质量问题”"],
    [
      "kind",
      "notEqual",
      "quality",
      "the kind of complaint is not “quality defect”",
      "投诉类型不是“质量问题”",
    ],
    [
      "kind",
      "in",
      ["quality", "late"],
      "the kind of complaint is “quality defect” or “late delivery”",
      "投诉类型为“质量问题”或“延误交货”",
    ],
    [
      "kind",
      "in",
      ["quality", "late", "other"],
      "the kind of complaint is “quality defect”, “late delivery” or “other”",
      "投诉类型为“质量问题”“延误交货”“其他”之一",
    ],
    [
      "kind",
      "notIn",
      ["quality", "late"],
      "the kind of complaint is neither “quality defect” nor “late delivery”",
      "投诉类型既不是“质量问题”也不是“延误交货”",
    ],
    [
      "kind",
      "notIn",
      ["quality", "late", "other"],
      "the kind of complaint is none of “quality defect”, “late delivery” and “other”",
      "投诉类型不属于“质量问题”“延误交货”“其他”中的任何一种",
    ],
    ["product", "equal", "SKU-7", "the product is “SKU-7”", "产品为“SKU-7”"],
    ["duties", "contains", "heard", "the party's duties done include “heard”", "已履行的职责包括“倾听”"],
    [
      "duties",
      "doesNotContain",
      "heard",
      "the party's duties done do not include “heard”",
      "已履行的职责不包括“倾听”",
    ],
    [
      "promisedOn",
      "greaterThan",
      { fact: "receivedOn" },
      "the promised day is after the day of receipt",
      "约定日期晚于收到日期",
    ],
    [
      "promisedOn",
      "greaterThanInclusive",
      { fact: "parameter.start" },
      "the promised day is on or after 1 January 2026",
      "约定日期不早于2026年1月1日",
    ],
    [
      "promisedOn",
      "lessThan",
      { fact: "receivedOn" },
      "the promised day is before the day of receipt",
      "约定日期早于收到日期",
    ],
    [
      "promisedOn",
      "lessThanInclusive",
      { fact: "receivedOn" },
      "the promised day is on or before the day of receipt",
      "约定日期不晚于收到日期",
    ],
    [
      "promisedOn",
      "equal",
      { fact: "receivedOn" },
      "the promised day is the same as the day of receipt",
      "约定日期与收到日期相同",
    ],
    [
      "receivedAt",
      "lessThanInclusive",
      { fact: "evaluatedAt" },
      "the time of receipt is no later than the moment of evaluation",
      "接到投诉的时间不晚于核算时刻",
    ],
    ["refunded", "equal", true, "the customer was refunded", "已向客户退款"],
    ["refunded", "equal", false, "the customer was not refunded", "未向客户退款"],
    ["trained", "equal", false, "the party was not trained on the task", "该方未受过该任务的培训"],
    ["trained", "notEqual", true, "the party was not trained on the task", "该方未受过该任务的培训"],
    [
      "ownsPlan",
      "equal",
      false,
      "it is not the case that the party owns the plan",
      "不存在该方是方案负责方的情形",
    ],
    ["head", "equal", "P7", "the head of the department is P7", "部门负责人为P7"],
  ] as const)("%s %s %j", (fact, operator, value, english, chinese) => {
    expect(en(test(fact, operator, value))).toBe(english);
    expect(zh(test(fact, operator, value))).toBe(chinese);
  });
});

describe("what is not known is said to be so", () => {
  it.each([
    ["loss", "equal", "the loss is not stated", "未填写损失金额"],
    ["loss", "notEqual", "the loss is stated", "已填写损失金额"],
    ["delay", "equal", "the delay of the answer is not known", "答复超时时长未知"],
    ["head", "equal", "no head of the department is named", "未指明部门负责人"],
    ["head", "notEqual", "a head of the department is named", "已指明部门负责人"],
    ["boss", "notEqual", "it is stated who gave the instruction", "已指明指示人"],
    ["ownFault", "equal", "it is not stated whether the company is at fault", "未填写是否责任在公司"],
    ["assignedRole", "notEqual", "the party has a role in the matter", "已认定责任角色"],
  ] as const)("%s %s null", (fact, operator, english, chinese) => {
    expect(en(test(fact, operator, null))).toBe(english);
    expect(zh(test(fact, operator, null))).toBe(chinese);
  });
});

describe("what the engine found has words of its own", () => {
  it.each([
    ["disposition", "equal", "upheld", "the complaint is upheld", "投诉成立"],
    ["disposition", "notEqual", "upheld", "the disposition is not “upheld”", "处理结论不是“投诉成立”"],
    ["partyKind", "equal", "person", "the party is a person", "当事方为个人"],
    [
      "partyKind",
      "in",
      ["person", "team", "department"],
      "the party is a person, team or department",
      "当事方为个人、班组或部门",
    ],
    [
      "partyKind",
      "notIn",
      ["external", "company"],
      "the party is neither an external party nor the company",
      "当事方不属于外部单位、公司",
    ],
    ["chargedTotal", "greaterThan", 0, "anything is charged", "有处罚或扣减金额"],
    ["chargedParties", "greaterThanInclusive", 1, "anybody is charged", "有当事方被处罚或扣减"],
    ["gradedParties", "equal", 0, "nobody is given a grade", "无人受到纪律处分"],
    [
      "assignedRole",
      "equal",
      "primary",
      "the party's role in the matter is “primary responsibility”",
      "责任角色为“主要责任”",
    ],
    ["severity", "equal", "major", "the severity is “major”", "严重程度为“重大投诉”"],
  ] as const)("%s %s %j", (fact, operator, value, english, chinese) => {
    expect(en(test(fact, operator, value))).toBe(english);
    expect(zh(test(fact, operator, value))).toBe(chinese);
  });
});

describe("groups keep apart what they join", () => {
  const upheld = test("disposition", "equal", "upheld");
  const serious = test("loss", "greaterThan", 500_000);
  const refunded = test("refunded", "equal", true);
  const quality = test("kind", "equal", "quality");

  it("joins two statements by one word, and more by commas", () => {
    expect(en({ all: [upheld, serious] })).toBe("the complaint is upheld and the loss is above 5,000.00");
    expect(zh({ all: [upheld, serious] })).toBe("投诉成立且损失金额超过5,000.00元");
    expect(en({ all: [upheld, serious, refunded] })).toBe(
      "the complaint is upheld, the loss is above 5,000.00 and the customer was refunded",
    );
    expect(zh({ all: [upheld, serious, refunded] })).toBe("投诉成立，损失金额超过5,000.00元，且已向客户退款");
  });

  it("says “either” of two alternatives, and sets them off from what must hold besides", () => {
    const condition = { all: [upheld, { any: [serious, refunded] }] };
    expect(en(condition)).toBe(
      "the complaint is upheld, and either the loss is above 5,000.00 or the customer was refunded",
    );
    expect(zh(condition)).toBe("投诉成立，且（损失金额超过5,000.00元或者已向客户退款）");
  });

  it("marks what belongs together inside an alternative", () => {
    const condition = { all: [upheld, { any: [quality, { all: [serious, refunded] }] }] };
    expect(en(condition)).toBe(
      "the complaint is upheld, and (either the kind of complaint is “quality defect”, or both the loss is above 5,000.00 and the customer was refunded)",
    );
    expect(zh(condition)).toBe(
      "投诉成立，且（投诉类型为“质量问题”，或者（损失金额超过5,000.00元且已向客户退款））",
    );
  });

  it("reads equalities of one fact as a list", () => {
    const condition = { any: [test("partyKind", "equal", "team"), test("partyKind", "equal", "department")] };
    expect(en(condition)).toBe("the party is a team or department");
    expect(zh(condition)).toBe("当事方为班组或部门");
  });

  it("reads two ends of a range together", () => {
    const condition = {
      all: [test("loss", "lessThanInclusive", 2_000_000), test("loss", "greaterThan", 200_000)],
    };
    expect(en(condition)).toBe("the loss is above 2,000.00 and at most 20,000.00");
    expect(zh(condition)).toBe("损失金额超过2,000.00元且不超过20,000.00元");
  });

  it("says once what two named conditions both ask", () => {
    expect(en({ all: [{ condition: "upheld" }, upheld] })).toBe("the complaint is upheld");
  });

  it("reads a named condition by its word where the policy has one, else in full", () => {
    expect(en({ condition: "major" })).toBe("the case counts as “major”");
    expect(zh({ not: { condition: "major" } })).toBe("案件不属于“重大投诉”");
    expect(zh({ condition: "upheld" })).toBe("投诉成立");
  });

  it("moves “not” into the statements, and says where an unknown satisfies it", () => {
    expect(en({ not: refunded })).toBe("the customer was not refunded");
    expect(en({ not: serious })).toBe("the loss is at most 5,000.00 (or not stated)");
    expect(zh({ not: serious })).toBe("损失金额不超过5,000.00元（或未填写）");
    expect(en({ not: { any: [refunded, upheld] } })).toBe(
      "the customer was not refunded and the disposition is not “upheld”",
    );
    expect(en({ not: { not: upheld } })).toBe("the complaint is upheld");
  });

  it("leaves out what a stricter statement beside it says already", () => {
    expect(en({ all: [serious, { not: test("loss", "lessThanInclusive", 500_000) }] })).toBe(
      "the loss is above 5,000.00",
    );
  });

  it("reads a condition that holds always, and one that is still being written", () => {
    expect(en({ all: [] })).toBe("in every case");
    expect(zh({ condition: "not-there-yet" })).toBe("任何情况下");
    expect(en(test("notDeclared", "equal", "x"))).toBe("the notDeclared is “x”");
  });
});
