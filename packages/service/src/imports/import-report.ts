import type { LocalizedText } from "@evenhand/domain";
import type { MappedCases, MappedColumn, SheetProblem } from "@evenhand/sheets";
import type { CaseChange } from "../cases/case-before.ts";

/** What a column of the sheet was taken for. */
export type ImportColumn = {
  /** As it stands in the sheet, and the letters by which a spreadsheet names it. */
  readonly header: string;
  readonly letters: string;
  /** `reference`, `party.id`, `case.lossAmount`. */
  readonly holds: string;
  readonly label: LocalizedText;
  /** Whether whoever sent it said so, or the header alone. */
  readonly by: "map" | "header";
  /** The unit in the header, such as `万元`, that amounts below it are in. */
  readonly unit: string | null;
};

/** What became of the cases that fit: how many of each. */
export type CaseCounts = Readonly<Record<CaseChange, number>>;

/** What is kept of an import besides its counts of rows and what does not fit; as JSON. */
export type ImportReport = {
  readonly columns: readonly ImportColumn[];
  /** Columns that whoever sent it left out, by their headers. */
  readonly leftOut: readonly string[];
  /** Columns that are known never to be read, with the reason. */
  readonly unmatched: readonly SheetProblem[];
  /** Columns that are not recognised: nothing is kept until each is mapped or left out. */
  readonly unsettled?: readonly SheetProblem[];
  readonly cases: CaseCounts;
  /** What whoever sent it is told of cases that fit: how much of it there is. */
  readonly warnings?: number;
  /** Cases that were corrected while a decision on them stands. */
  readonly decided?: number;
  /** Why it failed. */
  readonly failure?: LocalizedText;
};

export const NO_CASES: CaseCounts = { added: 0, revised: 0, known: 0 };

/** What the columns of a sheet were taken for, before any row of it was read. */
export function reportOn({ columns, leftOut, warnings, unsettled }: MappedCases): ImportReport {
  return { columns: columns.map(columnOf), leftOut, unmatched: warnings, unsettled, cases: NO_CASES };
}

function columnOf({ header, letters, target, by, unit }: MappedColumn): ImportColumn {
  return { header, letters, holds: target.name, label: target.label, by, unit: unit?.text ?? null };
}

/** What may be told of a row that fits: it is kept, and somebody should look at it. */
export const IMPORT_WARNINGS = ["unlisted-value", "decision-stands"] as const;
export type ImportWarning = (typeof IMPORT_WARNINGS)[number];

/**
 * Something in a row that does not fit, or, where its code is one of {@link IMPORT_WARNINGS}, something to look at in one
 * that does. `caseRows` are all rows of its case, where there are several.
 */
export type ImportFinding = Omit<SheetProblem, "code"> & {
  readonly code: SheetProblem["code"] | ImportWarning;
  readonly caseRows?: readonly number[];
};

/** Whether a finding keeps nothing out. */
export function isWarning({ code }: ImportFinding): boolean {
  return IMPORT_WARNINGS.some((one) => one === code);
}
