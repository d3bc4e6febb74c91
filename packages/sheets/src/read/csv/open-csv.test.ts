import { describe, expect, it } from "vitest";
import { SHEET_LIMITS } from "../../limits.ts";
import { textsOf, wholeSheet } from "../sample-reading.ts";
import { encodingOf } from "./encoding.ts";
import { SAMPLE_GB18030, gb18030Sample } from "./sample-gb18030.ts";
import { separatorOf } from "./separator.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (one) => one.charCodeAt(0)).buffer);

async function rowsOf(text: string): Promise<readonly (readonly string[])[]> {
  return textsOf((await wholeSheet(utf8(text))).rows);
}

describe("the encoding of a CSV file", () => {
  it("is UTF-8 with or without a byte order mark, which is no part of the first header", async () => {
    for (const text of ["工号,金额\nP1,1", "\uFEFF工号,金额\nP1,1"]) {
      expect(encodingOf(utf8(text))).toBe("utf-8");
      expect(await rowsOf(text)).toEqual([
        ["工号", "金额"],
        ["P1", "1"],
      ]);
    }
  });

  it("is GB18030 where the bytes are not UTF-8, with characters of two and of four bytes", async () => {
    expect(encodingOf(gb18030Sample())).toBe("gb18030");
    const { rows } = await wholeSheet(gb18030Sample());
    const { rows: same } = await wholeSheet(utf8(SAMPLE_GB18030.text));
    expect(rows).toEqual(same);
    expect(rows[2]?.cells[8]).toEqual({ kind: "text", text: "纸箱㐂破损㵘与𠮷字" });
  });

  it("is found out from all of the file, and a character may stand across two chunks of it", async () => {
    const line = "案件,".repeat(4) + "x\r\n";
    const long = `a,b,c,d,e\r\n${line.repeat(8_000)}`;
    const sample = gb18030Sample();
    const bytes = new Uint8Array([...utf8(`a,b,c,d,e\r\n${"x,,,,\r\n".repeat(20_000)}`), ...sample]);
    expect(encodingOf(bytes)).toBe("gb18030");
    const texts = await rowsOf(long);
    expect(texts).toHaveLength(8_001);
    expect(new Set(texts.slice(1).map((cells) => cells.join("|")))).toEqual(
      new Set(["案件|案件|案件|案件|x"]),
    );
  });

  it("is UTF-16 where its byte order mark says so", async () => {
    expect(textsOf((await wholeSheet(utf16("工号\t金额\r\nP1\t1"))).rows)).toEqual([
      ["工号", "金额"],
      ["P1", "1"],
    ]);
  });

  it("is none where the bytes are text in neither", async () => {
    const { problem } = await wholeSheet(new Uint8Array([0x61, 0xff, 0xff, 0x0a]));
    expect(problem).toMatchObject({ code: "unreadable-sheet", at: "" });
  });
});

describe("the separator of a CSV file", () => {
  it.each([
    ["工号;金额;备注", ";"],
    ["工号\t金额", "\t"],
    ["工号,金额", ","],
    ["工号", ","],
    ['"损失,金额,元";工号', ";"],
    ["\r\n \r\n工号;金额", ";"],
    ["a;b,c,d\ne;f;g;h;i", ","],
  ])("of %j is %j", (start, separator) => {
    expect(separatorOf(start)).toBe(separator);
  });
});

describe("the rows of a CSV file", () => {
  it("are numbered as a spreadsheet numbers them: a value over two lines is one row, a blank line counts", async () => {
    const { rows } = await wholeSheet(utf8('\na,b\r\n1,"x\ny"\r\n\r\n , \n2,z\r3,w'));
    expect(rows.map(({ number }) => number)).toEqual([2, 3, 6, 7]);
    expect(textsOf(rows)).toEqual([
      ["a", "b"],
      ["1", "x\ny"],
      ["2", "z"],
      ["3", "w"],
    ]);
  });

  it("come in batches, each time from the first", async () => {
    const { rows } = await wholeSheet(utf8(`a\n${"1\n".repeat(1_200)}`));
    expect(rows).toHaveLength(1_201);
    expect(rows.at(-1)?.number).toBe(1_201);
  });

  it("keep blanks around a text, and give a cell of nothing but blanks as empty", async () => {
    expect(await rowsOf("a,b,c\n x , ,")).toEqual([
      ["a", "b", "c"],
      [" x ", "·", "·"],
    ]);
  });

  it("have no apostrophe before what only looks like a formula", async () => {
    expect(await rowsOf("a,b\n'=1,'tis")).toEqual([
      ["a", "b"],
      ["=1", "'tis"],
    ]);
  });

  it.each([
    ['a,b\n1,x"y\n', "unreadable-sheet", "row 2 has a quotation mark where none may stand"],
    ['a,b\n1,"x"y\n', "unreadable-sheet", "row 2 has a quotation mark where none may stand"],
    ['a,b\n1,2\n3,"x\n4,5\n', "unreadable-sheet", "a quotation mark opens in row 3 and never closes"],
  ])("end where a quotation mark cannot be made sense of: %j", async (text, code, message) => {
    const { problem } = await wholeSheet(utf8(text));
    expect(problem).toMatchObject({ code, message: { en: message } });
    expect(problem?.row).toBe(Number(/row (\d)/.exec(message)?.[1]));
  });

  it("end where one is longer than any row can be", async () => {
    const { rows, problem } = await wholeSheet(utf8(`a,b\n1,"${"x\n".repeat(3_000_000)}`));
    expect(rows).toHaveLength(1);
    expect(problem).toMatchObject({ code: "too-large", row: 2 });
  });

  it("are at most as many as the limits allow", async () => {
    const within = await wholeSheet(utf8(`a\n${"1\n".repeat(SHEET_LIMITS.rows)}`));
    expect(within.rows).toHaveLength(SHEET_LIMITS.rows + 1);
    expect(within.problem).toBeUndefined();
    const beyond = await wholeSheet(utf8(`a\n${"1\n".repeat(SHEET_LIMITS.rows + 1)}`));
    expect(beyond.problem).toMatchObject({ code: "too-many" });
  });

  it("are at most as wide as the limits allow, the header too", async () => {
    const wide = (columns: number): string =>
      Array.from({ length: columns }, (_, index) => `c${index}`).join(",");
    expect((await wholeSheet(utf8(wide(200)))).problem).toBeUndefined();
    expect((await wholeSheet(utf8(wide(201)))).problem).toMatchObject({
      code: "too-many",
      row: 1,
      place: "GS1",
    });
    expect((await wholeSheet(utf8(`a\n${wide(201)}`))).problem).toMatchObject({ code: "too-many", row: 2 });
  });

  it("have at most as many cells as the limits allow, empty ones too", async () => {
    const line = `${",".repeat(199)}\n`;
    const { problem } = await wholeSheet(utf8(`a\n${line.repeat(20_001)}`));
    expect(problem).toMatchObject({
      code: "too-many",
      message: { en: "the table has more than 4,000,000 cells" },
    });
  });

  it("keep the beginning of a text that is too long, and say so", async () => {
    const { rows } = await wholeSheet(utf8(`a,b\n${"长".repeat(2_000)},${"长".repeat(2_001)}`));
    expect(rows[1]?.cells).toEqual([
      { kind: "text", text: "长".repeat(2_000) },
      { kind: "too-long", text: "长".repeat(2_000) },
    ]);
  });
});
