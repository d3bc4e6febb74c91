import type { ConditionTrace, FactValue, Operator } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { ENGLISH_TRACE } from "../en/trace.ts";
import { SAMPLE_POLICY } from "../sample-policy.ts";
import { vocabularyOf } from "../vocabulary.ts";
import { CHINESE_TRACE } from "../zh/trace.ts";
import type { ComparisonTrace } from "./trace-test.ts";
import { isForOtherKind, whyFailed, whyHeld } from "./trace-words.ts";

const english = vocabularyOf(SAMPLE_POLICY, "en");
const chinese = vocabularyOf(SAMPLE_POLICY, "zh");

type Seen = readonly [
  fact: string,
  operator: Operator,
  saw: FactValue,
  expected: ComparisonTrace["expected"],
  expectedFrom?: string,
];

function comparison(met: boolean, [fact, operator, saw, expected, expectedFrom]: Seen): ComparisonTrace {
  return {
    kind: "comparison",
    met,
    fact,
    operator,
    saw,
    expected,
    ...(expectedFrom === undefined ? {} : { expectedFrom }),
  };
}

describe("a comparison that failed says what it saw and what it would have taken", () => {
  it.each<readonly [Seen, string, string]>([
    [
      ["loss", "greaterThan", 199_999, 200_000],
      "the loss is 1,999.99, not above 2,000.00",
      "损失金额为1,999.99元，不超过2,000.00元",
    ],
    [
      ["loss", "greaterThanInclusive", 499_999, 500_000, "parameter.serious"],
      "the loss is 4,999.99, not at least 5,000.00",
      "损失金额为4,999.99元，低于5,000.00元",
    ],
    [
      ["loss", "lessThan", 200_000, 200_000],
      "the loss is 2,000.00, not below 2,000.00",
      "损失金额为2,000.00元，不低于2,000.00元",
    ],
    [
      ["loss", "lessThanInclusive", 200_001, 200_000],
      "the loss is 2,000.01, not at most 2,000.00",
      "损失金额为2,000.01元，超过2,000.00元",
    ],
    [["loss", "greaterThan", null, 200_000], "the loss is not stated", "未填写损失金额"],
    [["loss", "equal", 200_000, null], "the loss is 2,000.00", "损失金额为2,000.00元"],
    [["loss", "notEqual", null, null], "the loss is not stated", "未填写损失金额"],
    [["notices", "greaterThan", 0, 0], "there are no notices sent out", "发出的通知件数为0"],
    [["tenants", "equal", 2, 0], "the number of tenants is 2, not 0", "租户数为2，不是0"],
    [
      ["kind", "equal", "late", "quality"],
      "the kind of complaint is “late delivery”, not “quality defect”",
      "投诉类型为“延误交货”，不是“质量问题”",
    ],
    [
      ["kind", "in", "other", ["quality", "late"]],
      "the kind of complaint is “other”, not “quality defect” or “late delivery”",
      "投诉类型为“其他”，既不是“质量问题”也不是“延误交货”",
    ],
    [
      ["kind", "in", "x", ["quality", "late", "other", "more"]],
      "the kind of complaint is “x”, none of those named",
      "投诉类型为“x”，不在所列各项之内",
    ],
    [
      ["kind", "notIn", "late", ["quality", "late"]],
      "the kind of complaint is “late delivery”",
      "投诉类型为“延误交货”",
    ],
    [
      ["duties", "contains", ["heard"], "answered"],
      "the party's duties done do not include “answered”",
      "已履行的职责不包括“答复”",
    ],
    [
      ["duties", "doesNotContain", ["heard", "answered"], "heard"],
      "the party's duties done are “heard” and “answered”",
      "已履行的职责为“倾听”“答复”",
    ],
    [["refunded", "equal", false, true], "the customer was not refunded", "未向客户退款"],
    [
      ["ownFault", "equal", null, false],
      "it is not stated whether the company is at fault",
      "未填写是否责任在公司",
    ],
    [
      ["promisedOn", "lessThan", "2026-06-03", "2026-06-01", "receivedOn"],
      "the promised day is 3 June 2026, not before the day of receipt (1 June 2026)",
      "约定日期为2026年6月3日，不早于收到日期（2026年6月1日）",
    ],
    [
      ["promisedOn", "lessThan", "2026-06-03", null, "receivedOn"],
      "the promised day is 3 June 2026, but the day of receipt is not stated",
      "约定日期为2026年6月3日，而未填写收到日期",
    ],
    [["boss", "equal", "P9", null], "P9 gave the instruction", "指示人为P9"],
    [["disposition", "equal", "not-upheld", "upheld"], "the complaint is not upheld", "投诉不成立"],
    [["partyKind", "equal", "team", "person"], "the party is a team", "当事方为班组"],
    [["chargedTotal", "greaterThan", 0, 0], "nothing is charged", "处罚与扣减合计为0.00元"],
  ])("%j", (seen, inEnglish, inChinese) => {
    expect(whyFailed(comparison(false, seen), ENGLISH_TRACE, english)).toEqual([inEnglish]);
    expect(whyFailed(comparison(false, seen), CHINESE_TRACE, chinese)).toEqual([inChinese]);
  });
});

describe("a comparison that held says the value it saw", () => {
  it.each<readonly [Seen, string, string]>([
    [
      ["loss", "greaterThan", 200_001, 200_000],
      "the loss is 2,000.01 (above 2,000.00)",
      "损失金额为2,000.01元（超过2,000.00元）",
    ],
    [["notices", "greaterThan", 3, 0], "the number of notices sent out is 3", "发出的通知件数为3"],
    [
      ["promisedOn", "greaterThan", "2026-06-03", "2026-06-01", "receivedOn"],
      "the promised day is 3 June 2026 (after the day of receipt, 1 June 2026)",
      "约定日期为2026年6月3日（晚于收到日期，即2026年6月1日）",
    ],
    [
      ["kind", "in", "late", ["quality", "late"]],
      "the kind of complaint is “late delivery”",
      "投诉类型为“延误交货”",
    ],
    [["trained", "equal", false, false], "the party was not trained on the task", "该方未受过该任务的培训"],
    [["disposition", "equal", "upheld", "upheld"], "the complaint is upheld", "投诉成立"],
    [
      ["receivedAt", "notEqual", "2026-05-20T10:00:00+08:00", null],
      "the time of receipt is 10:00 on 20 May 2026",
      "接到投诉的时间为2026年5月20日10:00",
    ],
    [["head", "equal", null, null], "no head of the department is named", "未指明部门负责人"],
  ])("%j", (seen, inEnglish, inChinese) => {
    expect(whyHeld(comparison(true, seen), ENGLISH_TRACE, english)).toEqual([inEnglish]);
    expect(whyHeld(comparison(true, seen), CHINESE_TRACE, chinese)).toEqual([inChinese]);
  });
});

const upheld = comparison(true, ["disposition", "equal", "upheld", "upheld"]);
const notUpheld = comparison(false, ["disposition", "equal", "pending", "upheld"]);
const large = comparison(true, ["loss", "greaterThan", 200_001, 200_000]);
const small = comparison(false, ["loss", "greaterThan", 1, 200_000]);
const refunded = comparison(true, ["refunded", "equal", true, true]);
const notRefunded = comparison(false, ["refunded", "equal", false, true]);
const group = (kind: "all" | "any", met: boolean, ...of: readonly ConditionTrace[]): ConditionTrace => ({
  kind,
  met,
  of,
});

describe("a group", () => {
  it("that failed names the first that failed, and all of its alternatives", () => {
    expect(whyFailed(group("all", false, upheld, small, notRefunded), ENGLISH_TRACE, english)).toEqual([
      "the loss is 0.01, not above 2,000.00",
    ]);
    expect(whyFailed(group("any", false, notUpheld, notRefunded), ENGLISH_TRACE, english)).toEqual([
      "the case is still pending and the customer was not refunded",
    ]);
    expect(whyFailed(group("any", false, notUpheld, notRefunded), CHINESE_TRACE, chinese)).toEqual([
      "案件尚待查明，且未向客户退款",
    ]);
  });

  it("that held names everything it rests on, once", () => {
    expect(
      whyHeld(group("all", true, upheld, group("all", true, large, upheld)), ENGLISH_TRACE, english),
    ).toEqual(["the complaint is upheld", "the loss is 2,000.01 (above 2,000.00)"]);
    expect(whyHeld(group("any", true, notUpheld, refunded), ENGLISH_TRACE, english)).toEqual([
      "the customer was refunded",
    ]);
  });

  it("that held says a range as one, and not that what it shows is known", () => {
    const known = comparison(true, ["loss", "notEqual", 200_001, null]);
    const below = comparison(true, ["loss", "lessThanInclusive", 200_001, 2_000_000]);
    expect(whyHeld(group("all", true, known, large, below), ENGLISH_TRACE, english)).toEqual([
      "the loss is 2,000.01 (above 2,000.00 and at most 20,000.00)",
    ]);
    expect(whyHeld(group("all", true, known, large, below), CHINESE_TRACE, chinese)).toEqual([
      "损失金额为2,000.01元（超过2,000.00元且不超过20,000.00元）",
    ]);
  });

  it("that is denied says what held instead", () => {
    const not: ConditionTrace = { kind: "not", met: true, of: [group("any", false, small, notRefunded)] };
    expect(whyHeld(not, ENGLISH_TRACE, english)).toEqual([
      "the loss is 0.01 (at most 2,000.00)",
      "the customer was not refunded",
    ]);
    const failed: ConditionTrace = { kind: "not", met: false, of: [refunded] };
    expect(whyFailed(failed, ENGLISH_TRACE, english)).toEqual(["the customer was refunded"]);
  });

  it("with a name is called by its word, or read in full where it has none", () => {
    const major: ConditionTrace = { kind: "named", name: "major", met: false, of: [small] };
    expect(whyFailed(major, ENGLISH_TRACE, english)).toEqual(["the case does not count as “major”"]);
    expect(whyFailed(major, CHINESE_TRACE, chinese)).toEqual(["案件不属于“重大投诉”"]);
    expect(whyFailed({ ...major, name: "upheld" }, ENGLISH_TRACE, english)).toEqual([
      "the loss is 0.01, not above 2,000.00",
    ]);
  });
});

describe("a rule for another kind of party", () => {
  const otherKind = comparison(false, ["partyKind", "equal", "external", "person"]);

  it("is told by the kind it asks for, wherever among its conditions that stands", () => {
    expect(isForOtherKind(group("all", false, notUpheld, otherKind))).toBe(true);
    expect(isForOtherKind({ kind: "named", name: "upheld", met: false, of: [otherKind] })).toBe(true);
    expect(isForOtherKind(group("any", false, otherKind, otherKind))).toBe(true);
  });

  it("is not assumed where something else might have let it fire", () => {
    expect(isForOtherKind(group("any", false, otherKind, notUpheld))).toBe(false);
    expect(isForOtherKind(group("all", false, notUpheld, small))).toBe(false);
    expect(isForOtherKind({ kind: "not", met: true, of: [otherKind] })).toBe(false);
  });
});
