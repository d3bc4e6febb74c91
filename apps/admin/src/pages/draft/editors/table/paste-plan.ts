import type { Language } from "@evenhand/domain";
import type { Json } from "../../../../document/pointer.ts";
import { cellText } from "./cell-text.ts";
import type { TextRange } from "./clipboard.ts";
import type { Column } from "./columns.ts";
import { type Fault, readCell } from "./read-cell.ts";
import { type CellChange, type TableChange, blankRow, withCells, withRowsIn } from "./table-changes.ts";
import { type RowMark, indexOfMarked, markOf } from "./row-mark.ts";
import { type Place, cellIn, rowsOf } from "./table-view.ts";

/** One pasted cell: what becomes of it, and what stood there. */
export type PlannedCell = Place & {
  readonly text: string;
  readonly before: string;
} & (
    | { readonly kind: "changed" | "added" | "unchanged"; readonly value: Json | undefined }
    | { readonly kind: "misfit"; readonly fault: Fault | "noColumn" }
  );

/** What pasting would do, before anything is done. */
export type PastePlan = {
  readonly cells: readonly PlannedCell[];
  /** How many rows have to be added at the end. */
  readonly addedRows: number;
  readonly rows: number;
  readonly columns: number;
  /** The rows that it lies over, as they stood, and how many there were in all. */
  readonly over: readonly RowMark[];
  readonly rowsBefore: number;
};

type Target = {
  readonly at: Place;
  readonly columns: readonly Column[];
  readonly rows: readonly Json[];
  readonly language: Language;
};

/** Lays a range over the table from one cell on and says of each cell what would become of it. */
export function planPaste(range: TextRange, target: Target): PastePlan {
  const { at, rows } = target;
  const cells = range.flatMap((texts, down) =>
    texts.map((text, across) => planned(text, { row: at.row + down, column: at.column + across }, target)),
  );
  return {
    cells,
    addedRows: Math.max(0, at.row + range.length - rows.length),
    rows: range.length,
    columns: Math.max(0, ...range.map((texts) => texts.length)),
    over: range.map((_, down) => markOf(rows, at.row + down)).filter(({ row }) => row !== undefined),
    rowsBefore: rows.length,
  };
}

/** A plan with each row where it stands by now; `undefined` where one of them is gone. */
export function replaced(plan: PastePlan, rows: readonly Json[]): PastePlan | undefined {
  const places = new Map(plan.over.map((mark) => [mark.index, indexOfMarked(rows, mark)]));
  if ([...places.values()].includes(undefined)) return undefined;
  const added = rows.length - plan.rowsBefore;
  return {
    ...plan,
    cells: plan.cells.map((cell) => ({ ...cell, row: places.get(cell.row) ?? cell.row + added })),
  };
}

function planned(text: string, place: Place, { columns, rows, language }: Target): PlannedCell {
  const column = columns[place.column];
  if (!column) return { ...place, text, before: "", kind: "misfit", fault: "noColumn" };
  const isAdded = place.row >= rows.length;
  const stored = cellIn(rows[place.row], column);
  const before = isAdded ? "" : cellText(stored, column, language);
  if (!isAdded && text.trim() === before) return { ...place, text, before, kind: "unchanged", value: stored };
  const reading = readCell(text, column, stored);
  if ("fault" in reading) return { ...place, text, before, kind: "misfit", fault: reading.fault };
  const { value } = reading;
  if (isAdded) return { ...place, text, before, kind: "added", value };
  const isSame = JSON.stringify(value) === JSON.stringify(stored);
  return { ...place, text, before, kind: isSame ? "unchanged" : "changed", value };
}

/** How many cells of a plan are of a kind. */
export function countOf(plan: PastePlan, kind: PlannedCell["kind"]): number {
  return plan.cells.filter((cell) => cell.kind === kind).length;
}

/** The plan as one change, for a plan in which every cell fits. */
export function pasted(plan: PastePlan, table: string, columns: readonly Column[]): TableChange {
  const changes = plan.cells.flatMap((cell): readonly CellChange[] =>
    cell.kind === "changed" || cell.kind === "added" ? [cell] : [],
  );
  return (document) => {
    const added = Array.from({ length: plan.addedRows }, () => blankRow(document, table));
    const extended = withRowsIn(table, rowsOf(document, table).length, added)(document);
    return withCells(table, columns, changes)(extended);
  };
}
