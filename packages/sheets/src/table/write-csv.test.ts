import { describe, expect, it } from "vitest";
import { SAMPLE_TABLE } from "./sample-table.ts";
import { writeCsv } from "./write-csv.ts";

function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

describe("a CSV file", () => {
  it("has a byte order mark, plain decimals, days as in documents and lines that end in CR LF", () => {
    expect(textOf(writeCsv(SAMPLE_TABLE, "zh"))).toBe(
      [
        "\uFEFF工号,月份,金额,案件数,决定日,记录时刻,备注",
        "00123,2026-07,1200.01,2,2026-07-06,2026-07-06T09:30:00+08:00,客户反映“色差”，已退货",
        "P2,2026-07,-0.05,,,,'=1+1",
        "P3,,12345678901234.56,,1900-01-01,,",
        "",
      ].join("\r\n"),
    );
  });

  it("has its header in the language asked for", () => {
    expect(textOf(writeCsv(SAMPLE_TABLE, "en"))).toMatch(/^\uFEFFStaff number,Month,Amount,/);
  });

  it("puts texts with separators, quotation marks and line breaks in quotation marks", () => {
    const table = { ...SAMPLE_TABLE, columns: SAMPLE_TABLE.columns.slice(0, 1) };
    const written = textOf(writeCsv({ ...table, rows: [{ person: 'a,"b"\nc' }, { person: "d\re" }] }, "en"));
    expect(written).toBe('\uFEFFStaff number\r\n"a,""b""\nc"\r\n"d\re"\r\n');
  });

  it("keeps the decimals of the table's own currency", () => {
    const table = { ...SAMPLE_TABLE, currency: "JPY", columns: SAMPLE_TABLE.columns.slice(2, 3) };
    expect(textOf(writeCsv({ ...table, rows: [{ amount: 4_000 }] }, "en"))).toBe("\uFEFFAmount\r\n4000\r\n");
  });

  it.each([
    { amount: 1.5 },
    { amount: "12" },
    { decidedOn: "06/07/2026" },
    { month: "2026-13" },
    { recordedAt: "2026-07-06" },
    { cases: 0.5 },
    { person: 7 },
  ])("cannot be made of %j", (row) => {
    expect(() => writeCsv({ ...SAMPLE_TABLE, rows: [row] }, "en")).toThrow(RangeError);
  });
});
