import { readTag, tagName, UnusualXml, xmlStretches } from "./xml-tags.ts";

/** What a sheet holds, found before the reader of workbooks sees it. */
export type SheetSurvey = {
  /** The last row and the widest with anything in them, and how wide it is; all 0 where there is nothing. */
  readonly lastRow: number;
  readonly widestRow: number;
  readonly columns: number;
  /** Cells whose formula failed or was never worked out, which the reader would give as empty: their text by their place. */
  readonly failed: ReadonlyMap<string, string>;
};

/** The rows and columns a spreadsheet can have at all. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

type OpenCell = {
  readonly place: string;
  readonly row: number;
  readonly column: number;
  readonly isError: boolean;
  hasFormula: boolean;
  value?: string;
};

/**
 * Looks through the XML of a sheet without building anything from it. The reader fills every gap between the places that
 * cells name, so a few bytes that name a far place would cost it gigabytes. Throws `UnusualXml` at places that no
 * spreadsheet has, and at days in a form whose meaning depends on the machine that reads them.
 */
export function surveySheet(bytes: Uint8Array): SheetSurvey {
  const failed = new Map<string, string>();
  let [lastRow, widestRow, columns, rows] = [0, 0, 0, 0];
  let open: OpenCell | undefined;
  const close = (): void => {
    if (open?.value !== undefined || open?.hasFormula) {
      lastRow = Math.max(lastRow, open.row);
      if (open.column > columns) [columns, widestRow] = [open.column, open.row];
      if (open.isError || open.value === undefined) failed.set(open.place, open.value ?? "");
    }
    open = undefined;
  };
  for (const stretch of xmlStretches(bytes)) {
    if (stretch.startsWith("/")) continue;
    switch (stretch.startsWith("v>") ? "v" : tagName(stretch)) {
      case "row":
        close();
        rows += 1;
        checkRow(rows, readTag(stretch).attributes.get("r"));
        break;
      case "c":
        close();
        open = openCell(stretch);
        break;
      case "f":
        if (open) open.hasFormula = true;
        break;
      case "v":
      case "is":
        if (open) open.value = stretch.slice(stretch.indexOf(">") + 1);
        break;
      default:
        break;
    }
  }
  close();
  return { lastRow, widestRow, columns, failed };
}

function checkRow(counted: number, place: string | undefined): void {
  const named = place === undefined || /^[1-9]\d{0,6}$/.test(place) ? Number(place ?? 1) : Number.NaN;
  if (!(named <= LAST_ROW) || counted > LAST_ROW)
    throw new UnusualXml({ en: "a row that no spreadsheet has", zh: "超出电子表格范围的行" });
}

/** Cells as Excel writes them: place, style, type, in this order. Of a million cells these are all, so it is worth it. */
const USUAL_CELL = /^c r="([A-Z]{1,3}[1-9]\d{0,6})"(?: s="\d+")?(?: t="([a-zA-Z]+)")?\/?>/;

function openCell(stretch: string): OpenCell {
  const usual = USUAL_CELL.exec(stretch);
  const attributes = usual ? undefined : readTag(stretch).attributes;
  const place = usual?.[1] ?? attributes?.get("r") ?? "";
  const type = usual ? usual[2] : attributes?.get("t");
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(place);
  const row = Number(match?.[2]);
  const column = columnNumber(match?.[1] ?? "");
  if (!(row <= LAST_ROW) || column > LAST_COLUMN)
    throw new UnusualXml({ en: "a cell that no spreadsheet has", zh: "超出电子表格范围的单元格" });
  if (type === "d") throw new UnusualXml({ en: "a day in ISO form", zh: "以ISO格式存储的日期" });
  return { place, row, column, isError: type === "e", hasFormula: false };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
