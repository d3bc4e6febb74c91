import { readFileSync, readdirSync } from "node:fs";
import { type Policy, knownDeclarations } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import type { SheetRow } from "../read/sheet.ts";
import { readColumnMap } from "./mapping.ts";
import { type ColumnMatch, matchColumns } from "./match-columns.ts";
import { SAMPLE_POLICY } from "./sample-policies.ts";

const RULES = new URL("../../../../rules/", import.meta.url);
const POLICIES: readonly (readonly [string, Policy])[] = readdirSync(RULES, {
  recursive: true,
  encoding: "utf8",
})
  .filter((path) => /(?:^|\/)v\d+\.json$/.test(path))
  .toSorted()
  .map((path) => [path, JSON.parse(readFileSync(new URL(path, RULES), "utf8")) as Policy]);

function policyOf(path: string): Policy {
  const found = POLICIES.find(([one]) => one === path);
  if (!found) throw new Error(`there is no policy ${path}`);
  return found[1];
}

function header(...names: readonly (string | null)[]): SheetRow {
  return { number: 1, cells: names.map((text) => (text === null ? null : { kind: "text", text })) };
}

function match(names: readonly (string | null)[], map: Readonly<Record<string, string>> = {}): ColumnMatch {
  return matchColumns(SAMPLE_POLICY, header(...names), map);
}

function targetOf(name: string): string | undefined {
  return match([name]).columns[0]?.target.name;
}

describe("a header", () => {
  it.each([
    ["lossAmount", "case.lossAmount"],
    ["LOSS_AMOUNT", "case.lossAmount"],
    ["case.lossAmount", "case.lossAmount"],
    ["loss", "case.lossAmount"],
    ["损失金额", "case.lossAmount"],
    ["损失 金额（元）", "case.lossAmount"],
    ["损失金额(含税)", "case.lossAmount"],
    ["ｌｏｓｓ", "case.lossAmount"],
    ["Day Received", "case.receivedOn"],
    ["本人基数", "party.basePoints"],
    ["案件编号", "reference"],
    ["Case No.", "reference"],
    ["工号", "party.id"],
    ["当事方类型", "party.kind"],
    ["所属部门", "party.memberOf"],
    ["月度绩效奖金", "party.monthlyBonus"],
  ])("%j holds %s", (name, target) => {
    expect(targetOf(name)).toBe(target);
  });

  it.each([
    ["损失", "case.lossAmount"],
    ["投诉日期", "case.receivedOn"],
    ["受理日期", "case.receivedOn"],
    ["员工号", "party.id"],
    ["职工编号", "party.id"],
    ["月奖金（元）", "party.monthlyBonus"],
    ["绩效奖金", "party.monthlyBonus"],
    ["Bonus", "party.monthlyBonus"],
    ["处理日期", "case.decidedOn"],
    ["部门", "party.memberOf"],
  ])("%j holds %s by a word that people use for it", (name, target) => {
    expect(targetOf(name)).toBe(target);
  });

  it.each([
    ["complaint-fines/v2.json", "责任到人", "party.responsible"],
    ["complaint-fines/v2.json", "是否责任人", "party.responsible"],
    ["complaint-fines/v2.json", "过失", "party.faults"],
    ["complaint-fines/v2.json", "情节", "party.seriousness"],
    ["complaint-fines/v2.json", "是否客户原因", "case.customerCaused"],
    ["branch-complaints/v1.json", "是否重复投诉", "case.repeatOfSameMatter"],
    ["after-sales-crisis/v1.json", "严重程度", "case.defectSeverity"],
    ["dealer-complaints/v1.json", "是否引起投诉", "party.causedComplaint"],
    ["delivery-compensation/v1.json", "交货日期", "case.deliveredOn"],
    ["fair-attribution/v1.json", "是否经过培训", "party.trainedOnTask"],
    ["first-contact/v1.json", "是否推诿", "party.refusedOrDeflected"],
    ["manufacturer-complaints/v1.json", "是否成立", "case.upheld"],
    ["order-incident/v1.json", "是否退款", "case.customerRefunded"],
    ["property-complaints/v1.json", "联名户数", "case.complainants"],
  ])("of a deciding fact is found by the word of its trade: %s, %s is %s", (path, name, target) => {
    const { columns, unsettled, problems } = matchColumns(policyOf(path), header(name), {});
    expect([columns.map((one) => one.target.name), unsettled, problems]).toEqual([[target], [], []]);
  });

  it("under a word that people use gives way to one that is called as the policy calls it", () => {
    const found = match(["损失", "损失金额", "投诉日期"]);
    expect(found.columns.map(({ letters, target }) => `${letters} ${target.name}`)).toEqual([
      "B case.lossAmount",
      "C case.receivedOn",
    ]);
    expect(found.unsettled).toMatchObject([
      {
        problem: {
          code: "unknown-column",
          column: "损失",
          message: { zh: "未能识别列`损失`：它可能是`case.lossAmount`，但B列已对应该事实" },
        },
      },
    ]);
    expect([...found.warnings, ...found.problems]).toEqual([]);
  });

  it("with the names of people is not read, and says why", () => {
    expect(match(["姓名"])).toMatchObject({
      columns: [],
      warnings: [{ column: "姓名", message: { zh: "列`姓名`未读取：人员以工号识别，不保存姓名" } }],
    });
  });

  it.each(["备注", "序号", "联系电话（选填）", "Remarks"])(
    "that no policy decides by is a note and nothing to settle: %j",
    (name) => {
      expect(matchColumns(policyOf("complaint-fines/v2.json"), header(name), {})).toMatchObject({
        columns: [],
        warnings: [{ code: "unknown-column", column: name }],
        unsettled: [],
      });
    },
  );

  it("that is not recognised is told as that, to be settled, with the nearest facts", () => {
    const found = match(["损失金", null, "心情"]);
    expect(found).toMatchObject({ columns: [], problems: [], warnings: [] });
    expect(found.unsettled).toMatchObject([
      {
        index: 0,
        problem: {
          code: "unknown-column",
          at: "/columns/损失金",
          column: "损失金",
          message: { en: "the column `损失金` is not recognised", zh: "未能识别列`损失金`" },
          help: {
            zh: "相近的事实有`case.lossAmount`（损失金额），请指明对应关系，如`损失金=case.lossAmount`；确不需要读取的，写`损失金=-`",
          },
        },
      },
      {
        index: 2,
        problem: {
          at: "/columns/心情",
          help: {
            en: "say which fact it holds, or leave it out with `心情=-`",
            zh: "请指明该列对应的事实；确不需要读取的，写`心情=-`",
          },
        },
      },
    ]);
    expect(match(["损失金", "心情"], { 损失金: "lossAmount", 心情: "-" }).unsettled).toEqual([]);
  });

  it("gives the unit of the numbers below it", () => {
    const units = [
      "损失金额（元）",
      "损失金额(万元)",
      "损失金额【单位：千元】",
      "责任比例（%）",
      "重量（kg）",
      "损失金额（含税）",
    ];
    expect(units.map((name) => match([name]).columns[0]?.unit)).toEqual([
      { text: "元", tens: 0, percent: false },
      { text: "万元", tens: 4, percent: false },
      { text: "单位:千元", tens: 3, percent: false },
      { text: "%", tens: 0, percent: true },
      undefined,
      undefined,
    ]);
  });

  it.each([
    "损失金额（美元）",
    "loss (USD)",
    "loss (thousand)",
    "损失金额（十万）",
    "损失金额（分）",
    "本人基数（千）",
  ])("with a unit that is not understood is refused: %j", (name) => {
    expect(match([name])).toMatchObject({ columns: [], problems: [{ code: "unknown-value", column: name }] });
  });

  it("that could be two things is refused rather than guessed at", () => {
    const { facts } = SAMPLE_POLICY;
    const label = { en: "loss", zh: "损失金额" };
    const policy = {
      ...SAMPLE_POLICY,
      facts: { ...facts, party: { ownLoss: { type: "money", label } } },
    } as const;
    const found = matchColumns(policy, header("损失金额"), {});
    expect(found.problems).toMatchObject([
      { code: "conflicting-facts", help: { en: "say which one, as `损失金额=case.lossAmount`" } },
    ]);
    expect(matchColumns(policy, header("损失金额"), { 损失金额: "ownLoss" }).columns[0]?.target.name).toBe(
      "party.ownLoss",
    );
  });

  it("that holds what another one holds is refused", () => {
    expect(match(["损失金额", "lossAmount"]).problems).toMatchObject([
      { code: "conflicting-facts", column: "lossAmount", message: { zh: "A列与B列都对应`case.lossAmount`" } },
    ]);
  });
});

describe("a map", () => {
  it("comes before what a header says, and its unit stays", () => {
    const found = match(["金额（万元）", "备注", "损失金额"], {
      "金额(万元)": "lossAmount",
      备注: "remark",
      损失金额: "-",
    });
    expect(
      found.columns.map(({ target, by, unit, letters }) => [letters, target.name, by, unit?.tens]),
    ).toEqual([
      ["A", "case.lossAmount", "map", 4],
      ["B", "case.remark", "map", undefined],
    ]);
    expect(found.leftOut).toEqual(["损失金额"]);
    expect(found.problems).toEqual([]);
  });

  it("may name a fact by its label too", () => {
    expect(match(["x"], { x: "损失金额" }).columns[0]?.target.name).toBe("case.lossAmount");
  });

  it("that names no column, or nothing a case states, is refused", () => {
    expect(match(["损失金额"], { 损失全额: "lossAmount" }).problems).toMatchObject([
      { code: "unknown-column", help: { en: "did you mean `损失金额`?" } },
    ]);
    expect(match(["x"], { x: "lossAmuont" }).problems).toMatchObject([
      { code: "unknown-fact", column: "x", help: { en: "did you mean `lossAmount`?" } },
    ]);
  });

  it("is written header, equals sign, name", () => {
    expect(readColumnMap(["损失金额=lossAmount", "a=b=party.id", " x = - "])).toEqual({
      map: { 损失金额: "lossAmount", "a=b": "party.id", x: "-" },
    });
    expect(readColumnMap(["lossAmount", "=x", "a=b", "a=c"])).toMatchObject({
      problems: [
        { code: "wrong-shape" },
        { code: "wrong-shape" },
        { code: "conflicting-facts", column: "a" },
      ],
    });
  });
});

describe("every policy of the repository", () => {
  it.each(POLICIES)(
    "%s: each fact is found by its name and by either label, and is no other",
    (_, policy) => {
      const declarations = knownDeclarations(policy);
      for (const scope of ["case", "party"] as const) {
        for (const [fact, { label }] of Object.entries(declarations[scope])) {
          for (const name of [fact, label.en, label.zh, `${label.zh}（必填）`]) {
            const { columns, problems } = matchColumns(policy, header(name), {});
            expect(problems).toEqual([]);
            expect(columns.map(({ target }) => target.name)).toEqual([`${scope}.${fact}`]);
          }
        }
      }
    },
  );
});
