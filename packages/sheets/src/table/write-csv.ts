import type { Language } from "@evenhand/domain";
import { stringify } from "csv-stringify/browser/esm/sync";
import { type CellValue, cellValue, headerTexts } from "./cell-value.ts";
import { guarded } from "./formula-guard.ts";
import type { Table } from "./table.ts";

/**
 * The table as a CSV file: UTF-8 with a byte order mark, by which Excel knows that it is not in the machine's own
 * encoding, and lines that end in CR LF. Amounts are plain decimals (`1200.00`), days and months as in our documents,
 * instants RFC 3339 in the table's time zone. A text that a spreadsheet would take for a formula begins with an
 * apostrophe. Throws a `RangeError` on a value that does not fit its column.
 */
export function writeCsv(table: Table, language: Language): Uint8Array {
  const rows = table.rows.map((row) =>
    table.columns.map((column) => cellText(cellValue(table, row, column))),
  );
  const text = stringify([headerTexts(table, language).map(guarded), ...rows], {
    bom: true,
    record_delimiter: "\r\n",
    // A lone CR or LF is no record delimiter to the library, but it is to every reader.
    quoted_match: /[\r\n\t;]/,
  });
  return new TextEncoder().encode(text);
}

function cellText(value: CellValue | undefined): string {
  if (value === undefined) return "";
  return value.kind === "text" ? guarded(value.text) : value.text;
}
