import { describe, expect, it } from "vitest";
import { SHEET_LIMITS } from "../../limits.ts";
import { wholeSheet } from "../sample-reading.ts";
import { type SamplePart, sampleArchive, sampleParts } from "./sample-workbook.ts";

const HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>';

async function read(
  rows: string,
  options?: Parameters<typeof sampleParts>[1],
): ReturnType<typeof wholeSheet> {
  return wholeSheet(await sampleArchive(sampleParts(rows, options)));
}

/** The parts of a workbook with one of them changed, or one more. */
function withPart(part: SamplePart): readonly SamplePart[] {
  return [...sampleParts(HEADER).filter(({ name }) => name !== part.name), part];
}

describe("a workbook", () => {
  it("gives numbers as decimals of at most 15 digits, days, truths and texts", async () => {
    const { rows, problem } = await read(
      HEADER +
        '<row r="3"><c r="A3"><v>0.30000000000000004</v></c><c r="B3" s="1"><v>46209</v></c><c r="C3" s="1"><v>46209.395833333336</v></c>' +
        '<c r="D3" t="b"><v>1</v></c><c r="E3" s="2"><v>0.5</v></c><c r="G3" t="str"><f>A1</f><v>a</v></c></row>',
    );
    expect(problem).toBeUndefined();
    expect(rows[1]).toEqual({
      number: 3,
      cells: [
        { kind: "number", text: "0.3" },
        { kind: "date", text: "2026-07-06" },
        { kind: "date", text: "2026-07-06T09:30:00" },
        { kind: "boolean", value: true },
        { kind: "number", text: "0.5" },
        null,
        { kind: "text", text: "a" },
      ],
    });
  });

  it("gives a formula that failed or was never worked out as an error, not as an empty cell", async () => {
    const { rows } = await read(
      `${HEADER}<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><f>A1</f></c><c r="C2"><f>A1</f><v>1</v></c></row>` +
        '<row r="3"><c r="C3" t="e"><v>#N/A</v></c></row>',
    );
    expect(rows.slice(1).map(({ cells }) => cells)).toEqual([
      [
        { kind: "error", text: "#DIV/0!" },
        { kind: "error", text: "" },
        { kind: "number", text: "1" },
      ],
      [null, null, { kind: "error", text: "#N/A" }],
    ]);
  });

  it.each(["1", "true"])("may count its days from 1904: date1904=%j", async (date1904) => {
    const { rows } = await read(`${HEADER}<row r="2"><c r="A2" s="1"><v>44747</v></c></row>`, {
      workbook: `<workbookPr date1904="${date1904}"/>`,
    });
    expect(rows[1]?.cells).toEqual([{ kind: "date", text: "2026-07-06" }]);
  });

  it("is read in its first visible sheet, and the others are not unfolded", async () => {
    const sheets =
      '<sheet name="Old" sheetId="1" state="hidden" r:id="rId2"/><sheet name="New" sheetId="2" r:id="rId1"/>';
    const hidden = { name: "xl/worksheets/sheet2.xml", content: "<broken", claims: 0xfffffff0 };
    const { rows, problem } = await wholeSheet(
      await sampleArchive([...sampleParts(HEADER, { sheets }), hidden]),
    );
    expect(problem).toBeUndefined();
    expect(rows[0]?.cells).toEqual([{ kind: "text", text: "a" }]);
  });

  it.each([
    ["a day in ISO form", '<row r="2"><c r="A2" t="d"><v>2026-07-06T00:00:00</v></c></row>'],
    [
      "CDATA, which the reader passes over",
      '<row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[x]]></t></is></c></row>',
    ],
    ["a text that does not exist", '<row r="2"><c r="A2" t="s"><v>7</v></c></row>'],
    ["rows out of order", '<row r="3"/><row r="2"/>'],
  ])("is refused for %s", async (_, rows) => {
    expect((await read(HEADER + rows)).problem).toMatchObject({ code: "unreadable-sheet" });
  });

  it("is refused where it has no visible sheet, or is a different archive", async () => {
    const hidden = await read(HEADER, {
      sheets: '<sheet name="S" sheetId="1" state="veryHidden" r:id="rId1"/>',
    });
    expect(hidden.problem).toMatchObject({ code: "unreadable-sheet" });
    const other = await wholeSheet(await sampleArchive([{ name: "content.xml", content: "<office/>" }]));
    expect(other.problem).toMatchObject({ code: "unreadable-sheet" });
  });
});

describe("a workbook that would cost more than it may", () => {
  it("is refused for what its directory claims, before anything is unfolded", async () => {
    // To unfold it, four gigabytes would be needed; nobody has to be patient.
    const bomb = withPart({ name: "xl/worksheets/sheet1.xml", content: "x", claims: 0xffff_fff0 });
    const { problem } = await wholeSheet(await sampleArchive(bomb));
    expect(problem).toMatchObject({
      code: "too-large",
      message: { en: "`xl/worksheets/sheet1.xml` in the workbook unfolds to more than a table may hold" },
    });
  });

  it("is refused for a part that unfolds to more than a hundred times its size", async () => {
    const content = " ".repeat(8 * 1024 * 1024);
    const { problem } = await wholeSheet(
      await sampleArchive(withPart({ name: "xl/worksheets/sheet1.xml", content })),
    );
    expect(problem).toMatchObject({ code: "too-large" });
  });

  it("is refused where parts of modest size come to too much together", async () => {
    const claims = SHEET_LIMITS.unfoldedBytes / 2;
    // Enough of what does not pack, so that the ratio gives no cause.
    let state = 1;
    const noise = Uint8Array.from(
      { length: 1024 * 1024 },
      () => (state = (state * 48_271) % 0x7fff_ffff) & 0xff,
    );
    const parts = sampleParts(HEADER).map((part) =>
      /sheet1|styles/.test(part.name) ? { ...part, content: noise, claims } : part,
    );
    expect((await wholeSheet(await sampleArchive(parts))).problem).toMatchObject({ code: "too-large" });
  });

  it("is refused where a part is longer, or shorter, than its directory claims", async () => {
    const content = `<worksheet><sheetData>${HEADER}</sheetData>${" ".repeat(400_000)}</worksheet>`;
    for (const claims of [content.length - 1, content.length + 1, 100]) {
      const lying = await sampleArchive(withPart({ name: "xl/worksheets/sheet1.xml", content, claims }));
      expect((await wholeSheet(lying)).problem).toMatchObject({ code: "unreadable-sheet" });
    }
    const honest = await sampleArchive(withPart({ name: "xl/worksheets/sheet1.xml", content }));
    expect((await wholeSheet(honest)).problem).toBeUndefined();
  });

  it("is refused for too many parts, and for two of one name", async () => {
    const many = Array.from({ length: SHEET_LIMITS.parts }, (_, index) => ({
      name: `x/${index}`,
      content: "",
    }));
    expect((await wholeSheet(await sampleArchive([...sampleParts(HEADER), ...many]))).problem).toMatchObject({
      code: "unreadable-sheet",
    });
    const twice = [...sampleParts(HEADER), ...sampleParts(HEADER).slice(-1)];
    expect((await wholeSheet(await sampleArchive(twice))).problem).toMatchObject({
      code: "unreadable-sheet",
    });
  });

  it.each([
    [
      "a row no spreadsheet has",
      '<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>',
      "unreadable-sheet",
    ],
    [
      "a row spelled out of sight",
      '<row r="&#49;000000000"><c r="A2"><v>1</v></c></row>',
      "unreadable-sheet",
    ],
    [
      "a row named under a prefix",
      '<x:row x:r="1000000000"><c r="A2"><v>1</v></c></x:row>',
      "unreadable-sheet",
    ],
    [
      "a row behind a sign in a value",
      '<row a=">" r="1000000000"><c r="A2"><v>1</v></c></row>',
      "unreadable-sheet",
    ],
    ["a column no spreadsheet has", '<row r="2"><c r="ZZZ2"><v>1</v></c></row>', "unreadable-sheet"],
    ["a far row", '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "too-many"],
    ["a far column", '<row r="2"><c r="XFD2"><v>1</v></c></row>', "too-many"],
    [
      "a far corner",
      '<row r="2"><c r="GR2"><v>1</v></c></row><row r="200000"><c r="A200000"><v>1</v></c></row>',
      "too-many",
    ],
    ["a tag without an end", `<row r="2"><c ${"a".repeat(600_000)}`, "unreadable-sheet"],
  ])("is refused for %s, which the reader would fill up to", async (_, rows, code) => {
    expect((await read(HEADER + rows)).problem).toMatchObject({ code });
  });

  it("is taken with rows below the table that look empty", async () => {
    const { rows, problem } = await read(
      `${HEADER}<row r="2"><c r="A2"><v>1</v></c></row><row r="300000" s="1"><c r="XFD300000" s="1"/></row>`,
    );
    expect(problem).toBeUndefined();
    expect(rows.map(({ number }) => number)).toEqual([1, 2]);
  });
});
