import type { SheetProblem } from "../problem.ts";

/** What stands in a cell. Empty cells, and texts of nothing but blanks, are `null`. */
export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  /** A number of a workbook, as the decimal of at most 15 digits that a spreadsheet shows for it. */
  | { readonly kind: "number"; readonly text: string }
  /** A day of a workbook, `YYYY-MM-DD`, or a time on its clocks, `YYYY-MM-DDTHH:MM:SS`; it knows no time zone. */
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** A formula that failed (`#N/A`), or that was never worked out: then the text is empty. */
  | { readonly kind: "error"; readonly text: string }
  /** A text of more characters than a cell may have; only its beginning is kept. */
  | { readonly kind: "too-long"; readonly text: string };

/** One row; the place of a cell is the row's number and its own index. */
export type SheetRow = {
  /** As the spreadsheet numbers it: the first row is 1, and blank rows count. */
  readonly number: number;
  readonly cells: readonly (SheetCell | null)[];
};

/** Some rows in their order, or why reading stops here; nothing follows a problem. */
export type SheetBatch = { readonly rows: readonly SheetRow[] } | { readonly problem: SheetProblem };

/** A table from outside: its header is known, its rows are read each time they are asked for. */
export type Sheet = {
  readonly form:
    | { readonly kind: "csv"; readonly encoding: CsvEncoding; readonly separator: CsvSeparator }
    | { readonly kind: "xlsx" };
  /** The first row that is not blank. */
  readonly header: SheetRow;
  /** The rows below the header, blank ones left out, from the first one at every call. */
  readonly batches: () => AsyncIterable<SheetBatch>;
};

export type CsvEncoding = "utf-8" | "gb18030" | "utf-16le";
export type CsvSeparator = "," | ";" | "\t";

/** What a cell shows, for messages: the text itself, a number or day as it is read, a truth as spreadsheets print it. */
export function shownText(cell: SheetCell | null): string {
  if (cell === null) return "";
  return cell.kind === "boolean" ? String(cell.value).toUpperCase() : cell.text;
}

/** How many rows are handed over at a time. */
export const BATCH_ROWS = 500;
