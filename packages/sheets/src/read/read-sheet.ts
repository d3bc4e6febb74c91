import { SHEET_LIMITS } from "../limits.ts";
import type { SheetProblem } from "../problem.ts";
import { openCsv } from "./csv/open-csv.ts";
import type { Sheet } from "./sheet.ts";
import { emptyFile, fileTooLarge, unreadable } from "./sheet-problems.ts";
import { openXlsx } from "./xlsx/open-xlsx.ts";

/**
 * A table from a file that somebody sent: CSV in UTF-8 or GB18030 (or UTF-16, as Excel's “Unicode text”) with commas,
 * semicolons or tabs, or the first visible sheet of an XLSX workbook. What the file is, its bytes decide; the name is for
 * messages. The header is the first row that is not blank.
 *
 * Refused are files above the limits of `SHEET_LIMITS`, before anything is unfolded, and what cannot be read
 * (`unreadable-sheet`). What shows only further down a CSV file comes as a problem from `sheet.batches()`.
 */
export async function readSheet(
  bytes: Uint8Array,
  fileName?: string,
): Promise<{ readonly sheet: Sheet } | { readonly problem: SheetProblem }> {
  if (bytes.length > SHEET_LIMITS.bytes) return { problem: fileTooLarge(bytes.length) };
  if (bytes.length === 0) return { problem: emptyFile() };
  if (startsWith(bytes, [0x50, 0x4b])) return openXlsx(bytes);
  const other = OTHER_FORMS.find(({ start }) => startsWith(bytes, start));
  if (other) return { problem: unreadable(other) };
  if (looksLikeMarkup(bytes)) return { problem: unreadable(markup(fileName)) };
  return openCsv(bytes);
}

const OTHER_FORMS = [
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    en: "the file is a workbook in the old form `.xls`, or one locked with a password",
    zh: "文件是旧版`.xls`工作簿，或设有密码的工作簿",
  },
  { start: [0x25, 0x50, 0x44, 0x46, 0x2d], en: "the file is a PDF", zh: "文件是PDF" },
] as const;

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Many systems give out a web page, or XML, under the name of a workbook; Excel opens it, and nobody notices. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart();
  return /^<(?:!doctype|html|head|body|table|meta|\?xml)\b/i.test(start);
}

function markup(fileName: string | undefined): { readonly en: string; readonly zh: string } {
  return fileName !== undefined && /\.xlsx?$/i.test(fileName)
    ? {
        en: "the file is a web page or XML under the name of a workbook",
        zh: "文件虽名为工作簿，实为网页或XML",
      }
    : { en: "the file is a web page or XML", zh: "文件是网页或XML" };
}
