import {
  type Json,
  type JsonObject,
  fieldsOf,
  itemsOf,
  pointerTo,
  textAt,
  valueAt,
  withValueAt,
} from "../../../../document/pointer.ts";
import type { Column } from "./columns.ts";
import { type Place, cellPointer, rowsOf } from "./table-view.ts";

/** What a cell is to hold; `undefined` takes the field out. */
export type CellChange = Place & { readonly value: Json | undefined };

/** A change of one table of a document. Whoever edits meanwhile keeps what they did elsewhere. */
export type TableChange = (document: JsonObject) => JsonObject;

/** Changes cells, each of a row that is there. */
export function withCells(
  table: string,
  columns: readonly Column[],
  changes: readonly CellChange[],
): TableChange {
  return (document) => {
    const count = rowsOf(document, table).length;
    return changes.reduce((before, { row, column, value }) => {
      const one = columns[column];
      if (!one || row >= count) return before;
      return withValueAt(before, cellPointer(table, row, one), value) as JsonObject;
    }, document);
  };
}

/** Puts rows in before the row that is `at` that place now, or at the end. */
export function withRowsIn(table: string, at: number, rows: readonly JsonObject[]): TableChange {
  return changingRows(table, (before) => {
    const taken = before.map((row) => textAt(row, "/id"));
    const named = rows.map((row) => {
      const id = freshId(textAt(row, "/id", "row"), taken);
      taken.push(id);
      return { ...row, id };
    });
    return before.toSpliced(at, 0, ...named);
  });
}

export function withoutRows(table: string, from: number, to: number): TableChange {
  return changingRows(table, (rows) => rows.filter((_, index) => index < from || index > to));
}

/** Moves the rows from one place to another by a step; at the end of the table they stay. */
export function withRowsMoved(table: string, given: { from: number; to: number; step: 1 | -1 }): TableChange {
  const { from, to, step } = given;
  return changingRows(table, (rows) => {
    const target = from + step;
    if (target < 0 || to + step >= rows.length) return rows;
    return rows.toSpliced(from, to - from + 1).toSpliced(target, 0, ...rows.slice(from, to + 1));
  });
}

/** Puts other rows in the place of one, which keep what else it says. */
export function withRowReplaced(
  table: string,
  row: string,
  whens: readonly (readonly Json[])[],
): TableChange {
  return (document) => {
    const at = rowsOf(document, table).findIndex((one) => textAt(one, "/id") === row);
    const before = rowsOf(document, table)[at];
    if (before === undefined) return document;
    const [first, ...others] = whens.map((when) => ({ ...fieldsOf(before), when }));
    if (!first) return withoutRows(table, at, at)(document);
    const replaced = withValueAt(document, pointerTo("tables", table, "rows", at), first) as JsonObject;
    return withRowsIn(table, at + 1, others)(replaced);
  };
}

/** A row that holds of anything and whose values are still to be filled in. */
export function blankRow(document: JsonObject, table: string, when?: readonly Json[]): JsonObject {
  const { inputs, outputs } = fieldsOf(valueAt(document, pointerTo("tables", table)));
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
  return { id: "row", when: when ?? itemsOf(inputs).map(() => null), then: itemsOf(outputs).map(() => null) };
}

function changingRows(table: string, change: (rows: readonly Json[]) => readonly Json[]): TableChange {
  return (document) =>
    withValueAt(document, pointerTo("tables", table, "rows"), change(rowsOf(document, table))) as JsonObject;
}

/** An id that no row has: the wanted one, or it with the next number behind it. */
function freshId(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const stem = wanted.replace(/-\d+$/, "");
  let number = 2;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
