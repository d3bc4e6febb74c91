import { type Language, formatMinor, parseInstant } from "@evenhand/domain";
import writeXlsxFile, { type Cell } from "write-excel-file/universal";
import { type CellValue, cellValue, headerTexts } from "./cell-value.ts";
import type { ColumnKind, Table } from "./table.ts";
import { xlsxText } from "./xlsx-text.ts";

const MOST_ROWS = 1_048_575;
const LONGEST_TEXT = 32_767;
/** Spreadsheets keep so many digits of a number; one with more is written as text, so that none is lost. */
const MOST_DIGITS = 15;
const MILLISECONDS_A_DAY = 86_400_000;
/** Spreadsheets count a 29 February 1900 that never was, so what is earlier is written as text. */
const FIRST_MOMENT = Date.UTC(1900, 2, 1);

/**
 * The table as a workbook of one sheet: the header in bold stays in sight, amounts are numbers shown with the decimals of
 * their currency, days are days, instants are shown on the clocks of the table's time zone to the second, texts and
 * months are texts and can become no formula. Throws a `RangeError` on a value that does not fit its column and on more
 * rows or longer texts than a workbook holds.
 */
export async function writeXlsx(table: Table, language: Language): Promise<Uint8Array> {
  if (table.rows.length > MOST_ROWS) throw new RangeError(`a workbook holds at most ${MOST_ROWS} rows`);
  const moneyFormat = formatMinor(0, table.currency).replace("0", "#,##0");
  const header = headerTexts(table, language).map((text): Cell => ({
    type: String,
    value: textOf(text),
    format: "@",
    fontWeight: "bold",
  }));
  const rows = table.rows.map((row) =>
    table.columns.map((column) => cellOf(cellValue(table, row, column), moneyFormat)),
  );
  const file = writeXlsxFile([header, ...rows], {
    sheet: sheetName(table.name[language]),
    columns: table.columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
    stickyRowsCount: 1,
  });
  const blob = await file.toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** In characters of the sheet's own font. */
const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 24,
  integer: 12,
  money: 16,
  date: 12,
  month: 10,
  instant: 20,
};

function cellOf(value: CellValue | undefined, moneyFormat: string): Cell {
  switch (value?.kind) {
    case undefined:
      return null;
    case "text":
    case "month":
      return { type: String, value: textOf(value.text), format: "@" };
    case "integer":
    case "money":
      // The decimal is read once and printed once, each to the nearest, so the file holds these very digits.
      return value.text.replace(/\D/g, "").length > MOST_DIGITS
        ? { type: String, value: value.text, format: "@" }
        : { type: Number, value: Number(value.text), format: value.kind === "money" ? moneyFormat : "0" };
    case "date":
      return momentCell(value.text, value.day * MILLISECONDS_A_DAY, "yyyy-mm-dd");
    case "instant":
      return momentCell(value.text, clockTime(value.text), "yyyy-mm-dd hh:mm:ss");
  }
}

function momentCell(text: string, ms: number, format: string): Cell {
  return ms < FIRST_MOMENT
    ? { type: String, value: text, format: "@" }
    : { type: Date, value: new Date(ms), format };
}

/** What the clocks show, as if they were those of UTC, since a spreadsheet knows no time zones; to the second. */
function clockTime(instant: string): number {
  return parseInstant(`${instant.slice(0, "2026-07-06T09:00:00".length)}Z`) ?? Number.NaN;
}

function textOf(text: string): string {
  const escaped = xlsxText(text);
  if (escaped.length > LONGEST_TEXT) throw new RangeError(`a cell holds at most ${LONGEST_TEXT} characters`);
  return escaped;
}

/** Names of sheets have at most 31 characters and none of `[ ] / \ : * ?`; an apostrophe may not stand at either end. */
function sheetName(name: string): string {
  const allowed = name.toWellFormed().replace(/[[\]/\\:*?\p{Cc}]+/gu, " ");
  return (
    allowed
      .slice(0, 31)
      .toWellFormed()
      .replace(/^['\s]+|['\s]+$/g, "") || "Sheet1"
  );
}
