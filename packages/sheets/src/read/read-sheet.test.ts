import { describe, expect, it } from "vitest";
import { SHEET_LIMITS } from "../limits.ts";
import { readSheet } from "./read-sheet.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a file that is no table", () => {
  it.each([
    [
      "an old workbook",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      "cases.xls",
      /old form `\.xls`/,
    ],
    ["a PDF", bytes("%PDF-1.7"), "cases.pdf", /is a PDF/],
    ["a web page", bytes("<html><table>"), undefined, /a web page or XML$/],
    [
      "a web page named as a workbook",
      bytes("\uFEFF <!DOCTYPE html>"),
      "cases.xls",
      /under the name of a workbook/,
    ],
    ["XML", bytes('<?xml version="1.0"?><Workbook/>'), "cases.xlsx", /under the name of a workbook/],
    ["nothing", new Uint8Array(), "cases.csv", /nothing in the table/],
    ["blank lines", bytes("\r\n , \r\n"), "cases.csv", /nothing in the table/],
    ["an archive cut short", bytes("PK\u0003\u0004"), "cases.xlsx", /damaged/],
  ])("is refused with how to mend it: %s", async (_, file, name, message) => {
    const opened = await readSheet(file, name);
    if (!("problem" in opened)) throw new Error("it was taken for a table");
    expect(opened.problem).toMatchObject({ code: "unreadable-sheet", at: "" });
    expect(opened.problem.message.en).toMatch(message);
    expect(opened.problem.help?.zh).toBeTruthy();
  });

  it("is refused for its size before anything is read", async () => {
    const opened = await readSheet(new Uint8Array(SHEET_LIMITS.bytes + 1));
    expect(opened).toMatchObject({
      problem: { code: "too-large", message: { en: "the file has 20,971,521 bytes, more than 20 MiB" } },
    });
  });
});

describe("what a file is", () => {
  it("is told by its bytes and not by its name", async () => {
    const opened = await readSheet(bytes("a;b\n1;2"), "cases.xlsx");
    expect(opened).toMatchObject({ sheet: { form: { kind: "csv", encoding: "utf-8", separator: ";" } } });
  });
});
