import { readSheet as readWorkbook } from "read-excel-file/universal";
import { SHEET_LIMITS } from "../../limits.ts";
import { type SheetProblem, columnLetters } from "../../problem.ts";
import { headerProblem } from "../header-problem.ts";
import { BATCH_ROWS, type Sheet, type SheetBatch, type SheetCell, type SheetRow } from "../sheet.ts";
import {
  emptyFile,
  tooManyCells,
  tooManyColumns,
  tooManyRows,
  unfoldsTooFar,
  unreadable,
} from "../sheet-problems.ts";
import { storedZip } from "./stored-zip.ts";
import { type SheetSurvey, surveySheet } from "./survey-sheet.ts";
import { unfoldPart } from "./unfold-part.ts";
import { inReadersWords, RELATIONS_PATH, WORKBOOK_PATH, workbookPlan } from "./workbook.ts";
import { UnusualXml, xmlStretches } from "./xml-tags.ts";
import { type ZipPart, zipParts } from "./zip-parts.ts";

/** A smaller part may unfold as far as it likes: a sheet of equal rows does. */
const ALWAYS_UNFOLDED_BYTES = 1024 * 1024;

type Refused = { readonly problem: SheetProblem };
type RawCell = string | number | boolean | Date | null;

/** The first visible sheet of a workbook. All of it stands in memory; its limits are checked before it is read. */
export async function openXlsx(bytes: Uint8Array): Promise<{ readonly sheet: Sheet } | Refused> {
  try {
    return await open(bytes);
  } catch (error) {
    if (!(error instanceof UnusualXml)) throw error;
    return refused({
      en: `the workbook holds what this reader does not take: ${error.what.en}`,
      zh: `工作簿含有本程序不支持的内容：${error.what.zh}`,
    });
  }
}

async function open(bytes: Uint8Array): Promise<{ readonly sheet: Sheet } | Refused> {
  const parts = zipParts(bytes, SHEET_LIMITS.parts);
  if (!parts)
    return refused({ en: "the workbook is damaged or locked with a password", zh: "工作簿已损坏或设有密码" });
  const unfolding = new Unfolding(bytes, parts);
  unfolding.check([WORKBOOK_PATH, RELATIONS_PATH]);
  const workbook = await unfolding.part(WORKBOOK_PATH);
  const relations = await unfolding.part(RELATIONS_PATH);
  const plan = workbook && relations && workbookPlan(workbook, relations);
  if (!plan)
    return (
      unfolding.refusal ??
      refused({ en: "the workbook has no visible sheet", zh: "工作簿中没有可见的工作表" })
    );
  unfolding.check([plan.sharedTextsPath, plan.stylesPath, plan.sheetPath]);
  const texts = await unfolding.part(plan.sharedTextsPath);
  const styles = await unfolding.part(plan.stylesPath);
  const content = await unfolding.part(plan.sheetPath);
  if (!content || unfolding.refusal)
    return (
      unfolding.refusal ??
      refused({ en: "the sheet is missing in the workbook", zh: "工作簿中缺少工作表内容" })
    );
  const survey = surveySheet(content);
  const problem = limitProblem(survey);
  if (problem) return { problem };
  for (const part of [texts, styles]) checkPlain(part);
  const archive = storedZip(
    new Map([
      [WORKBOOK_PATH, inReadersWords(workbook)],
      [RELATIONS_PATH, relations],
      [plan.sheetPath, content],
      ...(texts ? [[plan.sharedTextsPath, texts] as const] : []),
      ...(styles ? [[plan.stylesPath, styles] as const] : []),
    ]),
  );
  const rows = await rawRows(archive, plan.sheetNumber);
  if (!rows) return refused({ en: "the sheet cannot be read", zh: "无法读取该工作表" });
  return sheetOf(rows, survey);
}

/** Throws `UnusualXml` where the reader would pass over some of a part, or take very long over it. */
function checkPlain(part: Uint8Array | undefined): void {
  for (const _stretch of xmlStretches(part ?? new Uint8Array()));
}

/** Unfolds parts of one workbook, all of them within the limit together; what is refused once stays so. */
class Unfolding {
  refusal: Refused | undefined;
  private left: number = SHEET_LIMITS.unfoldedBytes;
  private readonly bytes: Uint8Array;
  private readonly parts: ReadonlyMap<string, ZipPart>;

  constructor(bytes: Uint8Array, parts: ReadonlyMap<string, ZipPart>) {
    this.bytes = bytes;
    this.parts = parts;
  }

  /** Refuses the workbook for what its directory claims of these parts, before any of them is unfolded. */
  check(names: readonly string[]): void {
    for (const name of names) {
      const { unfoldedBytes, packedBytes } = this.parts.get(name) ?? { unfoldedBytes: 0, packedBytes: 0 };
      this.left -= unfoldedBytes;
      const isBomb =
        unfoldedBytes > ALWAYS_UNFOLDED_BYTES && unfoldedBytes > packedBytes * SHEET_LIMITS.unfoldRatio;
      if (isBomb || this.left < 0) this.refusal ??= { problem: unfoldsTooFar(name) };
    }
  }

  /** The content of a part that has been checked; `undefined` where there is none, or the workbook is refused. */
  async part(name: string): Promise<Uint8Array | undefined> {
    const part = this.parts.get(name);
    if (!part || this.refusal) return undefined;
    const content = await unfoldPart(this.bytes, part);
    if (!content) this.refusal = refused({ en: "the workbook is damaged", zh: "工作簿已损坏" });
    return content;
  }
}

function refused(what: { readonly en: string; readonly zh: string }): Refused {
  return { problem: unreadable(what) };
}

function limitProblem({ lastRow, widestRow, columns }: SheetSurvey): SheetProblem | undefined {
  // The header is one more.
  if (lastRow > SHEET_LIMITS.rows + 1) return tooManyRows();
  if (columns > SHEET_LIMITS.columns) return tooManyColumns(widestRow, columns);
  return lastRow * columns > SHEET_LIMITS.cells ? tooManyCells() : undefined;
}

/** `undefined` where the library cannot make sense of the sheet; it throws errors of all kinds then. */
async function rawRows(
  archive: ArrayBuffer,
  sheetNumber: number,
): Promise<readonly (readonly RawCell[])[] | undefined> {
  try {
    return (await readWorkbook(archive, sheetNumber, { trim: false })) as unknown as RawCell[][];
  } catch {
    return undefined;
  }
}

function sheetOf(
  raw: readonly (readonly RawCell[])[],
  { failed, lastRow }: SheetSurvey,
): { readonly sheet: Sheet } | Refused {
  const rowAt = (number: number): SheetRow => ({
    number,
    cells: cellsOf(raw[number - 1] ?? [], number, failed),
  });
  const isFilled = (row: SheetRow): boolean => row.cells.some((cell) => cell !== null);
  let number = 1;
  while (number <= lastRow && !isFilled(rowAt(number))) number += 1;
  if (number > lastRow) return { problem: emptyFile() };
  const header = rowAt(number);
  const problem = headerProblem(header);
  if (problem) return { problem };
  async function* batches(): AsyncGenerator<SheetBatch, void> {
    for (let first = header.number + 1; first <= lastRow; first += BATCH_ROWS) {
      const length = Math.min(BATCH_ROWS, lastRow + 1 - first);
      const rows = Array.from({ length }, (_, index) => rowAt(first + index)).filter(isFilled);
      if (rows.length > 0) yield { rows };
    }
  }
  return { sheet: { form: { kind: "xlsx" }, header, batches } };
}

function cellsOf(
  raw: readonly RawCell[],
  row: number,
  failed: SheetSurvey["failed"],
): readonly (SheetCell | null)[] {
  const cells = raw.map(cellOf);
  if (failed.size === 0) return cells;
  const width = Math.max(cells.length, SHEET_LIMITS.columns);
  for (let index = 0; index < width; index += 1) {
    const text = failed.get(`${columnLetters(index)}${row}`);
    if (text === undefined) continue;
    while (cells.length <= index) cells.push(null);
    cells[index] = { kind: "error", text };
  }
  return cells;
}

function cellOf(raw: RawCell): SheetCell | null {
  if (raw === null) return null;
  if (typeof raw === "boolean") return { kind: "boolean", value: raw };
  if (typeof raw === "number") return numberCell(raw);
  if (raw instanceof Date) return dateCell(raw);
  if (raw.length > SHEET_LIMITS.cellCharacters) {
    return { kind: "too-long", text: raw.slice(0, SHEET_LIMITS.cellCharacters).toWellFormed() };
  }
  return raw.trim() === "" ? null : { kind: "text", text: raw.toWellFormed() };
}

/** A spreadsheet works with 15 digits and shows no more, so what stands behind them is an artefact of its arithmetic. */
function numberCell(value: number): SheetCell {
  return Number.isFinite(value)
    ? { kind: "number", text: String(Number(value.toPrecision(15))) }
    : { kind: "error", text: String(value) };
}

/** The clocks of a cell are exact to some microseconds, and the reader cuts to the millisecond below. */
function dateCell(value: Date): SheetCell {
  const ms = Math.round(value.getTime() / 1000) * 1000;
  if (!(Math.abs(ms) <= 8.64e15)) return { kind: "error", text: "" };
  const [day = "", time = ""] = new Date(ms).toISOString().replace("Z", "").split("T");
  return { kind: "date", text: time === "00:00:00.000" ? day : `${day}T${time.slice(0, 8)}` };
}
