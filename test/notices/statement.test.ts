import { ENTRY_KINDS } from "@evenhand/domain";
import { renderStatement } from "@evenhand/notices";
import { expect, test } from "vitest";
import { textOf } from "./html-text.ts";
import { LANGUAGES } from "./sample-documents.ts";
import { leaverInput, statementInput } from "./sample-statement.ts";

function text(language: "zh" | "en", more: Parameters<typeof statementInput>[1] = {}): string {
  return textOf(renderStatement(statementInput(language, more))).replaceAll(/\s+/g, " ");
}

test("the sample has an entry of every kind", () => {
  expect(new Set(statementInput("zh").entries.map(({ kind }) => kind))).toEqual(new Set(ENTRY_KINDS));
});

test("every kind of entry has its word", () => {
  for (const word of ["认定", "安排", "扣减", "结转", "冲回", "减免", "结清"])
    expect(text("zh")).toMatch(new RegExp(`日 ${word} `));
  for (const word of ["Assessed", "Planned", "Deducted", "Carried over", "Reversed", "Waived", "Settled"])
    expect(text("en")).toMatch(new RegExp(`2026 ${word} `));
});

test("entries say what they did, and when what was taken is given back", () => {
  expect(text("zh")).toContain(
    "2026年9月2日 冲回 撤销2026年8月已扣的部分，随2026年9月工资退还 CF-2026-031 150.00",
  );
  expect(text("zh")).toContain("2026年7月多扣的部分转回待扣，随2026年8月工资退还");
  expect(text("en")).toContain(
    "2 September 2026 Reversed taken in August 2026, no longer owed, paid back with the September 2026 payroll CF-2026-031 150.00",
  );
});

test("the balance says what is still to come, and each part of it", () => {
  expect(text("zh")).toContain("尚未扣减 300.00元");
  expect(text("zh")).toContain(
    "认定 1,700.00 已扣 1,200.00 已安排 200.00 待扣 100.00 冲回 150.00 减免 50.00",
  );
  expect(text("en")).toContain("Still to be deducted CNY 300.00");
});

test("what a leaver did not pay is not still to come, neither in the headline nor in a table", () => {
  const zh = text("zh", leaverInput("zh"));
  const en = text("en", leaverInput("en"));
  expect(zh).toContain("尚未扣减 0.00元");
  expect(zh).toContain(
    "认定 1,700.00 已扣 1,200.00 已安排 0.00 待扣 0.00 冲回 150.00 减免 50.00 无法追回 300.00",
  );
  expect(zh).toContain("认定＝已扣＋已安排＋待扣＋冲回＋减免＋无法追回");
  expect(zh).toContain("另有300.00元因离职未能扣减，无法追回。");
  expect(zh).toContain("已结清 500.00 150.00 0.00 0.00 300.00");
  expect(en).toContain("Still to be deducted CNY 0.00");
  expect(en).toContain("Assessed Deducted Planned Outstanding Not recoverable");
  expect(en).toContain("1,700.00 1,200.00 0.00 0.00 300.00");
  expect(en).toContain("has left; the last payroll month is September 2026");
});

test("each month stands under its limit, and one whose bonus is unknown says so", () => {
  expect(text("zh")).toContain("2026年8月 已结账 1,000.00 400.00 0.00 600.00");
  expect(text("zh")).toContain("2026年10月 未结账 奖金未知 0.00 0.00 –");
  expect(text("en")).toContain("September 2026 open 1,000.00 0.00 200.00 800.00");
});

test("the bar of a month never leaves its limit", () => {
  const months = [
    { month: "2026-07", plannedMinor: 90_000, takenMinor: 80_000, capMinor: 100_000, closed: false },
  ];
  const html = renderStatement(statementInput("en", { months }));
  expect(html).toContain('<rect class="taken" width="80" height="8"/>');
  expect(html).toContain('<rect class="planned" x="80" width="20" height="8"/>');
});

test("each decision says where it stands", () => {
  expect(text("zh")).toContain("2026年8月5日 申诉中，暂停扣减 500.00 150.00 200.00 100.00");
  expect(text("en")).toContain("“Accountability for a custom order made wrongly”, case OI-2026-004");
});

test.each(LANGUAGES)("nothing on record is said to be so, in %s", (language) => {
  const { balance } = statementInput(language);
  const nothing = Object.fromEntries(Object.keys(balance).map((part) => [part, 0])) as typeof balance;
  const empty = text(language, { entries: [], accounts: [], months: [], balance: nothing });
  expect(empty).toContain(language === "zh" ? "没有任何扣减记录" : "nothing on record");
});
