import type { SheetProblem } from "../problem.ts";
import { readSheet } from "./read-sheet.ts";
import { type SheetCell, type SheetRow, shownText } from "./sheet.ts";

/** Everything a file gives, for tests: the rows by their numbers, header first, and where it stops, why. */
export async function wholeSheet(
  bytes: Uint8Array,
  fileName?: string,
): Promise<{ readonly rows: readonly SheetRow[]; readonly problem?: SheetProblem }> {
  const opened = await readSheet(bytes, fileName);
  if ("problem" in opened) return { rows: [], problem: opened.problem };
  const rows: SheetRow[] = [opened.sheet.header];
  for await (const batch of opened.sheet.batches()) {
    if ("problem" in batch) return { rows, problem: batch.problem };
    rows.push(...batch.rows);
  }
  return { rows };
}

/** The texts of rows, with a dot for an empty cell. */
export function textsOf(rows: readonly SheetRow[]): readonly (readonly string[])[] {
  return rows.map(({ cells }) => cells.map((cell) => (cell === null ? "·" : shownText(cell))));
}

export function cellsOf(rows: readonly SheetRow[]): readonly (SheetCell | null)[] {
  return rows.flatMap(({ cells }) => cells);
}
