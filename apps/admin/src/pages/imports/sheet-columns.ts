import type { ApiProblem } from "../../api/problem.ts";
import type { ImportView } from "../../api/answers.ts";

/** A column of the sheet: what it is taken for, or that nobody knows yet. */
export type SheetColumn = {
  readonly header: string;
  /** By which the spreadsheet names it; of one that was not read they are not told. */
  readonly letters?: string;
  /** `reference`, `party.id`, `case.lossAmount`; none where it is not read. */
  readonly holds?: string;
  /** Whether somebody must say what it holds before anything is kept. */
  readonly isOpen: boolean;
};

/** The columns of a sheet that was read, those to settle first. */
export function columnsOf({ columns, leftOut, unmatched, unsettled }: ImportView): readonly SheetColumn[] {
  const notRead = [...leftOut, ...unmatched.flatMap(({ column }) => column ?? [])];
  return [
    ...unsettled.flatMap(({ column }) => (column === undefined ? [] : [{ header: column, isOpen: true }])),
    ...columns.map(({ header, letters, holds }) => ({ header, letters, holds, isOpen: false })),
    ...notRead.map((header) => ({ header, isOpen: false })),
  ];
}

/** The columns that a refusal of a whole sheet is about, by the pointers of its problems: `/columns/<header>`. */
export function columnsRefused(problems: readonly ApiProblem[]): readonly SheetColumn[] {
  const headers = problems.flatMap(({ pointer }) => {
    const [, first, header] = pointer.split("/");
    return first === "columns" && header !== undefined
      ? [header.replaceAll("~1", "/").replaceAll("~0", "~")]
      : [];
  });
  return [...new Set(headers)].map((header) => ({ header, isOpen: true }));
}
