import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type JsonObject, fieldsOf, itemsOf } from "../../../../document/pointer.ts";
import { cellText, figuresBehind } from "./cell-text.ts";
import { type Column, columnsOf } from "./columns.ts";
import { readCell } from "./read-cell.ts";
import { surroundingsIn } from "./readable.ts";
import { cellIn, isTable } from "./table-view.ts";

const RULES = new URL("../../../../../../../rules/", import.meta.url);

const TABLES = globSync("*/v*.json", { cwd: RULES })
  .toSorted()
  .flatMap((file) => {
    const document = JSON.parse(readFileSync(new URL(file, RULES), "utf8")) as JsonObject;
    return Object.entries(fieldsOf(document["tables"])).map(([id, table]) => ({ file, id, document, table }));
  });

/** Columns of a table that asks for a loss, how often, whether meant, how grave and how fast, and gives a fine and a grade. */
const DOCUMENT: JsonObject = {
  currency: "CNY",
  grades: ["warning", "minor-demerit"],
  words: {
    warning: { en: "warning", zh: "警告" },
    "minor-demerit": { en: "minor demerit", zh: "记过" },
  },
  facts: {
    case: {
      loss: { type: "money", label: { en: "loss", zh: "损失" } },
      times: { type: "integer", label: { en: "times", zh: "次数" } },
      meant: { type: "boolean", label: { en: "meant", zh: "故意" } },
      gravity: {
        type: "enum",
        label: { en: "gravity", zh: "情节" },
        values: {
          slight: { en: "slight", zh: "轻微" },
          serious: { en: "serious", zh: "严重" },
          "其他（客户）": { en: "of the customer", zh: "客户原因" },
        },
      },
      share: { type: "rate", label: { en: "share", zh: "比例" } },
      soldOn: { type: "date", label: { en: "day of sale", zh: "销售日" } },
    },
    party: {},
  },
  parameters: {
    limit: {
      value: 500_000,
      unit: "money",
      label: { en: "limit up to which it may be", zh: "经理至主管限额" },
    },
  },
};

const [LOSS, TIMES, MEANT, GRAVITY, SHARE, DAY, FINE, GRADE, ARTICLES] = columnsOf(
  {
    inputs: ["loss", "times", "meant", "gravity", "share", "soldOn"].map((fact) => ({ fact })),
    outputs: ["amount", "grade"],
    event: { type: "fine", params: {} },
  },
  surroundingsIn(DOCUMENT),
) as Required<readonly Column[]>;

function reading(text: string, column: Column | undefined): unknown {
  if (!column) throw new Error("no such column");
  const read = readCell(text, column, undefined);
  return "fault" in read ? read.fault : read.value;
}

describe("a cell as HR types it", () => {
  it.each([
    ["<1000", { below: 100_000 }],
    ["＜1,000", { below: 100_000 }],
    ["1,000-5,000", { atLeast: 100_000, atMost: 500_000 }],
    ["1,000 – <5,000", { atLeast: 100_000, below: 500_000 }],
    [">1000 – 5000", { above: 100_000, atMost: 500_000 }],
    ["1000至5000元", { atLeast: 100_000, atMost: 500_000 }],
    ["满1000元不满5000元", { atLeast: 100_000, below: 500_000 }],
    ["不低于1000且低于5000", { atLeast: 100_000, below: 500_000 }],
    ["1000以上", { atLeast: 100_000 }],
    ["1000元（含）以上", { atLeast: 100_000 }],
    ["1万元以下", { atMost: 1_000_000 }],
    ["超过¥5,000.50", { above: 500_050 }],
    ["≥5000", { atLeast: 500_000 }],
    [">=5000", { atLeast: 500_000 }],
    ["5,000 or more", { atLeast: 500_000 }],
    ["from 1,000 to below 5,000", { atLeast: 100_000, below: 500_000 }],
    ["1000", { is: 100_000 }],
    ["1000、2000", { oneOf: [100_000, 200_000] }],
    ["任意", null],
    ["Any", null],
    ["", null],
    ["未知", { unknown: true }],
    ["≤ 经理至主管限额", { atMost: { fact: "parameter.limit" } }],
    ["≤ Limit up to which it may be", { atMost: { fact: "parameter.limit" } }],
    ["1,000 – limit", { atLeast: 100_000, atMost: { fact: "parameter.limit" } }],
    [">经理至主管限额 – 9000", { above: { fact: "parameter.limit" }, atMost: 900_000 }],
    ["5000-1000", "backwards"],
    ["much", "notFigure"],
    ["10%", "notFigure"],
    ["0.001", "notWhole"],
  ])("an amount: %s", (text, expected) => {
    expect(reading(text, LOSS)).toEqual(expected);
  });

  it.each([
    ["2次", TIMES, { is: 2 }],
    ["1、2", TIMES, { oneOf: [1, 2] }],
    ["3+", TIMES, { atLeast: 3 }],
    ["1.5", TIMES, "notWhole"],
    ["是", MEANT, { is: true }],
    ["No", MEANT, { is: false }],
    ["perhaps", MEANT, "notChoice"],
    ["严重", GRAVITY, { is: "serious" }],
    ["Slight, serious", GRAVITY, { oneOf: ["slight", "serious"] }],
    ["轻微或严重", GRAVITY, { oneOf: ["slight", "serious"] }],
    ["grave", GRAVITY, "notChoice"],
    ["其他（客户）", GRAVITY, { is: "其他（客户）" }],
    ["其他(客户)、slight", GRAVITY, { oneOf: ["其他（客户）", "slight"] }],
    ["10%", SHARE, { is: 0.1 }],
    ["≤ 12.5％", SHARE, { atMost: 0.125 }],
    ["2026年7月1日", DAY, { is: "2026-07-01" }],
    ["2026-02-30", DAY, "notDay"],
    ["≥ 2026-07-01", DAY, "dayRange"],
    ["500", FINE, 50_000],
    ["limit up to which it may be", FINE, { fact: "parameter.limit" }],
    ["", FINE, "empty"],
    ["记过", GRADE, "minor-demerit"],
    ["minor demerit", GRADE, "minor-demerit"],
    ["dismissal", GRADE, "notChoice"],
    ["4.2(1)、5", ARTICLES, [{ article: "4.2(1)" }, { article: "5" }]],
  ])("another column: %s", (text, column, expected) => {
    expect(reading(text, column)).toEqual(expected);
  });

  it("keeps what an article says besides, and takes the field out where there is none", () => {
    const before = [{ article: "16", source: "Labour Law" }];
    const articles = ARTICLES as Column;
    expect(readCell("16, 17", articles, before)).toEqual({
      value: [{ article: "16", source: "Labour Law" }, { article: "17" }],
    });
    expect(readCell("", articles, before)).toEqual({ value: undefined });
  });

  it("knows an article again whatever the width of its signs, and leaves it as it was written", () => {
    const before = [{ article: "第5条（2）", source: "Labour Law" }];
    const value = [before[0], { article: "第6条" }];
    for (const typed of ["第5条（2）、第6条", "第5条(2), 第6条"])
      expect(readCell(typed, ARTICLES as Column, before)).toEqual({ value });
  });

  it("shows what a figure that is only named is now", () => {
    expect(figuresBehind({ atMost: { fact: "parameter.limit" } }, LOSS as Column)).toBe("5,000");
    expect(figuresBehind({ atMost: 500_000 }, LOSS as Column)).toBe("");
  });
});

describe.each(TABLES)("$id of $file", ({ document, table }) => {
  const { inputs, outputs, event, rows } = fieldsOf(table);
  const columns = columnsOf({ inputs, outputs, event }, surroundingsIn(document));

  it.each(["en", "zh"] as const)("reads back in %s what it writes", (language) => {
    expect(isTable(table)).toBe(true);
    for (const row of itemsOf(rows)) {
      for (const column of columns) {
        const value = cellIn(row, column);
        const text = cellText(value, column, language);
        expect([text, readCell(text, column, value)]).toEqual([text, { value }]);
      }
    }
  });
});
