import { describe, expect, it } from "vitest";
import { wholeSheet } from "../read/sample-reading.ts";
import { unfoldPart } from "../read/xlsx/unfold-part.ts";
import { zipParts } from "../read/xlsx/zip-parts.ts";
import { SAMPLE_TABLE } from "./sample-table.ts";
import type { Table } from "./table.ts";
import { writeXlsx } from "./write-xlsx.ts";

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const part = zipParts(bytes, 100)?.get(name);
  if (!part) throw new Error(`there is no ${name}`);
  return new TextDecoder().decode(await unfoldPart(bytes, part));
}

const texts = (...notes: readonly string[]): Table => ({
  ...SAMPLE_TABLE,
  columns: [
    { id: "id", header: { en: "id", zh: "编号" }, kind: "integer" },
    { id: "note", header: { en: "note", zh: "备注" }, kind: "text" },
  ],
  rows: notes.map((note, id) => ({ id, note })),
});

describe("a workbook", () => {
  it("holds amounts as numbers, days and instants as dates on the table's clocks, texts as texts", async () => {
    const { rows } = await wholeSheet(await writeXlsx(SAMPLE_TABLE, "zh"));
    expect(rows[0]?.cells).toEqual(
      ["工号", "月份", "金额", "案件数", "决定日", "记录时刻", "备注"].map((text) => ({
        kind: "text",
        text,
      })),
    );
    expect(rows[1]?.cells).toEqual([
      { kind: "text", text: "00123" },
      { kind: "text", text: "2026-07" },
      { kind: "number", text: "1200.01" },
      { kind: "number", text: "2" },
      { kind: "date", text: "2026-07-06" },
      { kind: "date", text: "2026-07-06T09:30:00" },
      { kind: "text", text: "客户反映“色差”，已退货" },
    ]);
  });

  it("holds the very digits of an amount, shown with the decimals of its currency", async () => {
    const amounts = [120_001, 10, 30, 70, 110, 999_999_999_999_999];
    const bytes = await writeXlsx({ ...SAMPLE_TABLE, rows: amounts.map((amount) => ({ amount })) }, "en");
    const sheet = await partOf(bytes, "xl/worksheets/sheet1.xml");
    expect([...sheet.matchAll(/<c r="C\d+" s="\d+"><v>([^<]*)<\/v>/g)].map(([, digits]) => digits)).toEqual([
      "1200.01",
      "0.1",
      "0.3",
      "0.7",
      "1.1",
      "9999999999999.99",
    ]);
    expect(await partOf(bytes, "xl/styles.xml")).toContain('formatCode="#,##0.00"');
  });

  it("writes an amount of more digits than a spreadsheet keeps, and a day before its calendar, as text", async () => {
    const { rows } = await wholeSheet(await writeXlsx(SAMPLE_TABLE, "en"));
    expect(rows[3]?.cells[2]).toEqual({ kind: "text", text: "12345678901234.56" });
    expect(rows[3]?.cells[4]).toEqual({ kind: "text", text: "1900-01-01" });
  });

  it("holds no formula, whatever a text begins with", async () => {
    const notes = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\0x", "＝1", "＋1", "－1", "＠x"];
    const bytes = await writeXlsx(texts(...notes), "en");
    const sheet = await partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(sheet).not.toMatch(/<f[\s>/]/);
    expect(sheet.match(/<c r="B\d+" s="\d+" t="s">/g)).toHaveLength(notes.length + 1);
    const { rows } = await wholeSheet(bytes);
    expect(rows.slice(1).map(({ cells }) => cells[1])).toEqual(notes.map((text) => ({ kind: "text", text })));
  });

  it.each([
    "constructor",
    "__proto__",
    "toString",
    "_x0041_",
    "a\r\nb",
    "\u0007\uFFFD\uFFFE",
    "😀𠮷",
    "<&>\"'",
  ])("gives the text %j back as it is", async (note) => {
    const { rows } = await wholeSheet(await writeXlsx(texts(note, "x"), "en"));
    expect(rows[1]?.cells[1]).toEqual({ kind: "text", text: note });
  });

  it.each(["a/b[c]:*?", "'quoted'", "", "长".repeat(40)])("takes the name %j for its sheet", async (name) => {
    const bytes = await writeXlsx({ ...SAMPLE_TABLE, name: { en: name, zh: name } }, "en");
    const [, written = ""] = /<sheet [^>]*name="([^"]*)"/.exec(await partOf(bytes, "xl/workbook.xml")) ?? [];
    expect(written).toMatch(/^[^[\]/\\:*?']{1,31}$/);
  });

  it("cannot hold a text longer than a cell", async () => {
    await expect(writeXlsx(texts("x".repeat(32_768)), "en")).rejects.toThrow(RangeError);
  });
});
