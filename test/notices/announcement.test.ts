import { renderAnnouncement } from "@evenhand/notices";
import { expect, test } from "vitest";
import { textOf } from "./html-text.ts";
import { LANGUAGES, announcementInput, exampleA } from "./sample-documents.ts";
import { type Sample, sample } from "./sample-records.ts";

function text(language: "zh" | "en", more: Parameters<typeof announcementInput>[1] = {}): string {
  return textOf(renderAnnouncement(announcementInput(language, more))).replaceAll(/\s+/g, " ");
}

test("each line says who, of which unit, for what, by which article, how much and which grade", () => {
  expect(text("zh")).toContain(
    "1 P1 cutting 规格不符；责任人 第20条、第21条第2款、第21条第1款 2026年7月10日 CF-example-a 1,200.00 –",
  );
  expect(text("zh")).toContain(
    "7 H1 production 部门负责人 “负责人奖金”“负责人处分”规则 2026年8月5日 OI-example-a 18,000.00 记大过",
  );
  expect(text("en")).toContain(
    "1 P1 cutting Goods not to specification; responsible person Arts. 20, 21(2) and 21(1) 10 July 2026 CF-example-a 1,200.00 –",
  );
});

test("lines stand policy by policy, and add up", () => {
  const said = text("zh");
  const [complaints, fairness, orders] = [
    "客户投诉责任与绩效奖金扣减办法",
    "员工责任公平认定办法",
    "定制订单质量事故责任追究办法",
  ].map((title) => said.indexOf(title));
  expect(complaints).toBeLessThan(fairness ?? 0);
  expect(fairness).toBeLessThan(orders ?? 0);
  // 1,200.00 + 900.00 + 60.00 + 80,000.00 of departments + 25,000.00 of their heads
  expect(said).toContain("合计 107,160.00");
});

test("whoever was found free of responsibility is not announced", () => {
  expect(text("zh")).toContain("training-owner");
  expect(text("zh")).not.toContain("clerk");
});

test("outside parties are not announced, whatever they are charged", () => {
  const one = sample("manufacturer-complaints/examples.json", "example-b");
  const { outcome } = one.record;
  const charged = outcome.parties.map((party) => ({ ...party, fineMinor: 7700, totalMinor: 7700 }));
  const record = { ...one.record, outcome: { ...outcome, parties: charged } };
  expect(charged.map(({ party }) => party)).toContain("supplier");
  const said = text("zh", { decisions: [{ ...one, record }] });
  expect(said).toContain("manufacturing");
  expect(said).not.toContain("supplier");
});

test("one whom two decisions concern is counted once", () => {
  const twice = { decisions: [exampleA(), exampleA()] };
  expect(text("zh", twice)).toContain("涉及2个人员或单位");
  expect(text("en", twice)).toContain("2 people or units are concerned");
});

test("amounts of two currencies are named and not added up", () => {
  const one = exampleA();
  const yen: Sample = {
    ...one,
    version: { ...one.version, policy: { ...one.version.policy, id: "in-yen", currency: "JPY" } },
  };
  const said = text("en", { decisions: [one, yen] });
  expect(said).toContain("CNY 1,200.00");
  expect(said).toContain("JPY 120,000");
  expect(said).not.toContain("Total");
});

test.each(LANGUAGES)("a month without decisions says so, in %s", (language) => {
  expect(text(language, { decisions: [] })).toContain(
    language === "zh" ? "本月没有需要公示的处理决定" : "no decisions to announce",
  );
});
