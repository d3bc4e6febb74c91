import { SHEET_LIMITS } from "../../limits.ts";
import { type SheetProblem, sheetProblem } from "../../problem.ts";
import { unguarded } from "../../table/formula-guard.ts";
import {
  BATCH_ROWS,
  type CsvEncoding,
  type CsvSeparator,
  type Sheet,
  type SheetBatch,
  type SheetCell,
  type SheetRow,
} from "../sheet.ts";
import { headerProblem } from "../header-problem.ts";
import { emptyFile, tooManyCells, tooManyColumns, tooManyRows, unreadable } from "../sheet-problems.ts";
import { encodingOf, textChunks } from "./encoding.ts";
import { type CsvFailure, csvRecords } from "./records.ts";
import { separatorOf } from "./separator.ts";

type CsvForm = { readonly kind: "csv"; readonly encoding: CsvEncoding; readonly separator: CsvSeparator };

/** A CSV file as a sheet. The whole of it is checked for its encoding; its rows are read when they are asked for. */
export async function openCsv(
  bytes: Uint8Array,
): Promise<{ readonly sheet: Sheet } | { readonly problem: SheetProblem }> {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) {
    return {
      problem: unreadable({
        en: "the file is text neither in UTF-8 nor in GB18030",
        zh: "文件既不是UTF-8也不是GB18030编码的文本",
      }),
    };
  }
  const [start = ""] = textChunks(bytes, encoding);
  const form: CsvForm = { kind: "csv", encoding, separator: separatorOf(start) };
  for await (const batch of batchesOf(bytes, form, 0)) {
    if ("problem" in batch) return { problem: batch.problem };
    const [header] = batch.rows;
    if (!header) continue;
    const problem = headerProblem(header);
    if (problem) return { problem };
    return { sheet: { form, header, batches: () => batchesOf(bytes, form, header.number) } };
  }
  return { problem: emptyFile() };
}

/** The rows that are not blank below the row with the number `above`, within the limits. */
async function* batchesOf(bytes: Uint8Array, form: CsvForm, above: number): AsyncGenerator<SheetBatch, void> {
  let number = 0;
  let cells = 0;
  let rows: SheetRow[] = [];
  for await (const part of csvRecords(bytes, form)) {
    if ("failure" in part) {
      if (rows.length > 0) yield { rows };
      yield { problem: problemOf(part) };
      return;
    }
    for (const record of part.records) {
      number += 1;
      if (number <= above) continue;
      cells += record.length;
      const problem = limitProblem({
        number,
        rows: number - above - (above === 0 ? 1 : 0),
        cells,
        columns: record.length,
      });
      if (problem) {
        yield { problem };
        return;
      }
      const row = { number, cells: record.map(cellOf) };
      if (row.cells.some((cell) => cell !== null)) rows.push(row);
      if (rows.length >= BATCH_ROWS) {
        yield { rows };
        rows = [];
      }
    }
  }
  if (rows.length > 0) yield { rows };
}

function limitProblem(seen: {
  readonly number: number;
  readonly rows: number;
  readonly cells: number;
  readonly columns: number;
}): SheetProblem | undefined {
  if (seen.rows > SHEET_LIMITS.rows) return tooManyRows();
  if (seen.columns > SHEET_LIMITS.columns) return tooManyColumns(seen.number, seen.columns);
  return seen.cells > SHEET_LIMITS.cells ? tooManyCells() : undefined;
}

function cellOf(text: string): SheetCell | null {
  if (text.length > SHEET_LIMITS.cellCharacters) {
    return { kind: "too-long", text: text.slice(0, SHEET_LIMITS.cellCharacters).toWellFormed() };
  }
  return text.trim() === "" ? null : { kind: "text", text: unguarded(text) };
}

function problemOf({ failure, after }: CsvFailure): SheetProblem {
  const row = after + 1;
  switch (failure) {
    case "quote":
      return sheetProblem(
        {
          code: "unreadable-sheet",
          en: `row ${row} has a quotation mark where none may stand`,
          zh: `第${row}行的引号位置不当`,
          help: {
            en: 'write a value with quotation marks as `"5"" pipe"`: in quotation marks, those inside doubled',
            zh: '含引号的内容应整体加引号，内部引号写两次，如`"5""管"`',
          },
        },
        { row },
      );
    case "not-closed":
      return sheetProblem(
        {
          code: "unreadable-sheet",
          en: `a quotation mark opens in row ${row} and never closes`,
          zh: `第${row}行的引号没有结束`,
          help: { en: "close it, or leave it out", zh: "请补上结束的引号，或删去该引号" },
        },
        { row },
      );
    case "too-long":
      return sheetProblem(
        {
          code: "too-large",
          en: `row ${row} is longer than 4 MiB, or a quotation mark in it never closes`,
          zh: `第${row}行超过4MiB，或其中的引号没有结束`,
        },
        { row },
      );
  }
}
