import type { Language } from "@evenhand/domain";
import { type SheetProblem, readSheet, shownText, writeXlsx } from "@evenhand/sheets";
import { type JsonObject, itemsOf } from "../../../../document/pointer.ts";
import { currencyOf } from "../../../../document/currency.ts";
import { type Column, columnsOf } from "./columns.ts";
import { type ReadRow, type RowFound, readRows, rowOf } from "./example-rows.ts";

/** The longest text that is read from one cell; a longer one goes over several columns. */
const CELL_CHARACTERS = 2_000;

/** The examples of a document as a workbook; `nameOf` is what a column is called, besides the place that it is of. */
export async function writeExamples(
  document: JsonObject,
  given: { readonly language: Language; readonly nameOf: (column: Column) => string; readonly name: string },
): Promise<Uint8Array> {
  const rows = itemsOf(document["examples"]).map((example) => rowOf(document, example));
  const columns = columnsOf(document).flatMap((column) => {
    const most = Math.max(1, ...rows.map((row) => pieces(row[column.at] ?? "").length));
    const header = `${given.nameOf(column)} [${column.at}]`;
    return Array.from({ length: most }, (_, part) => ({
      at: column.at,
      part,
      column: { id: `${column.at} ${part}`, header: { en: header, zh: header }, kind: "text" as const },
    }));
  });
  const table = {
    name: { en: given.name, zh: given.name },
    columns: columns.map(({ column }) => column),
    rows: rows.map((row) =>
      Object.fromEntries(columns.map(({ at, part, column }) => [column.id, pieces(row[at] ?? "")[part]])),
    ),
    currency: currencyOf(document),
    timeZone: "UTC",
  };
  return writeXlsx(table, given.language);
}

/** A text in pieces that each fit a cell; no character is parted. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (let from = 0; from < text.length; from += found.at(-1)?.length ?? 0) {
    const piece = text.slice(from, from + CELL_CHARACTERS);
    const isParted = piece.length === CELL_CHARACTERS && !piece.isWellFormed();
    found.push(isParted ? piece.slice(0, -1) : piece);
  }
  return found;
}

/** The rows of a file (XLSX, or CSV) beside the examples of a document; or why the file cannot be read. */
export async function readExamples(
  document: JsonObject,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
): Promise<{ readonly found: readonly RowFound[] } | { readonly problem: SheetProblem }> {
  const read = await readSheet(bytes, name);
  if ("problem" in read) return read;
  const rows: ReadRow[] = [];
  for await (const batch of read.sheet.batches()) {
    if ("problem" in batch) return batch;
    for (const { number, cells } of batch.rows) rows.push({ number, texts: cells.map(shownText) });
  }
  return { found: readRows(document, { header: read.sheet.header.cells.map(shownText), rows }) };
}
