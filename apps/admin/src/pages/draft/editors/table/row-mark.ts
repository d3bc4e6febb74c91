import { type Json, textAt } from "../../../../document/pointer.ts";

/** Which row was meant, to know it again once others have changed the rows. */
export type RowMark = {
  /** The place that it had, counted from 0. */
  readonly index: number;
  readonly row: Json | undefined;
};

/** Remembers the row at a place. */
export function markOf(rows: readonly Json[], index: number): RowMark {
  return { index, row: rows[index] };
}

/**
 * Where a remembered row stands by now: the one row with its id; where ids do not tell rows apart, the row at the same
 * place if it says the same. `undefined` where it is gone.
 */
export function indexOfMarked(rows: readonly Json[], { index, row }: RowMark): number | undefined {
  const id = idOf(row);
  const alike = rows.flatMap((one, at) => (id !== "" && idOf(one) === id ? [at] : []));
  if (alike.length === 1) return alike[0];
  return row !== undefined && JSON.stringify(rows[index]) === JSON.stringify(row) ? index : undefined;
}

function idOf(row: Json | undefined): string {
  return textAt(row ?? null, "/id");
}
