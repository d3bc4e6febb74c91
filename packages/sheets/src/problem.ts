import { type LocalizedText, type Problem, type RefusalCode, pointer } from "@evenhand/domain";

/** What can be wrong with a table, on top of what can be wrong with a case. */
export type SheetProblemCode = RefusalCode | "unreadable-sheet" | "unknown-column" | "similar-id";

/**
 * Something wrong with a table. `at` is a JSON pointer: `/rows/12/Loss` is the cell of row 12 in the column with that
 * header, `/columns/Loss` the column itself; the empty pointer is the whole file.
 */
export type SheetProblem = Problem<SheetProblemCode> & {
  /** As the spreadsheet numbers it: the first row is 1. */
  readonly row?: number;
  /** The header of the column, as it stands in the sheet. */
  readonly column?: string;
  /** The cell as the spreadsheet names it, such as `C12`. */
  readonly place?: string;
  /** What stands there, as it stands there. */
  readonly seen?: string;
};

/** Where in the sheet something is; without a row it is a column, without either the file. */
export type SheetPlace = {
  readonly row?: number;
  readonly column?: string;
  readonly place?: string;
  readonly seen?: string;
};

/** What a reader says of a value that does not fit: the place is added by whoever knows it. */
export type Complaint = {
  readonly code: SheetProblemCode;
  readonly en: string;
  readonly zh: string;
  readonly help?: LocalizedText | undefined;
};

export function sheetProblem({ code, en, zh, help }: Complaint, where: SheetPlace = {}): SheetProblem {
  return { code, at: pointerTo(where), message: { en, zh }, ...(help ? { help } : {}), ...where };
}

function pointerTo({ row, column }: SheetPlace): string {
  if (row === undefined) return column === undefined ? "" : pointer("columns", column);
  return column === undefined ? pointer("rows", row) : pointer("rows", row, column);
}

/** The question that goes with a name nobody knows; `undefined` where nothing is near. */
export function didYouMean(suggestion: string | undefined): LocalizedText | undefined {
  return suggestion === undefined
    ? undefined
    : { en: `did you mean \`${suggestion}\`?`, zh: `是不是\`${suggestion}\`？` };
}

/** The letters by which a spreadsheet names a column: 0 is `A`, 26 is `AA`. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
