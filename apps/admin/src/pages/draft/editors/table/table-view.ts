import {
  type Json,
  type JsonObject,
  fieldsOf,
  isList,
  itemsOf,
  pointerTo,
  stepsOf,
  valueAt,
} from "../../../../document/pointer.ts";
import { isShown } from "./cell-text.ts";
import type { Column } from "./columns.ts";

/** A cell by its row and column, both counted from 0 as they are drawn. */
export type Place = { readonly row: number; readonly column: number };

/** Whether a grid can show everything that a table holds. What it cannot show is edited as JSON. */
export function isTable(table: Json | undefined): table is JsonObject {
  const { inputs, outputs, rows } = fieldsOf(table);
  if (!isList(inputs) || !isList(outputs) || !isList(rows)) return false;
  return rows.every((row) => {
    const { id, when, then, references } = fieldsOf(row);
    if (typeof id !== "string" || !isList(when) || !isList(then)) return false;
    if (when.length !== inputs.length || then.length !== outputs.length) return false;
    if (references !== undefined && !isShown(references, "references")) return false;
    return when.every((cell) => isShown(cell, "when")) && then.every((cell) => isShown(cell, "then"));
  });
}

/** What stands in a cell of a row. */
export function cellIn(row: Json | undefined, column: Column): Json | undefined {
  const fields = fieldsOf(row);
  return column.part === "references" ? fields["references"] : itemsOf(fields[column.part])[column.index];
}

/** Where a cell stands in the document. */
export function cellPointer(table: string, row: number, column: Column): string {
  const steps = column.part === "references" ? [column.part] : [column.part, column.index];
  return pointerTo("tables", table, "rows", row, ...steps);
}

/** The cell that a pointer into a table leads to: its own, or the first of the row. */
export function placeAt(pointer: string, columns: readonly Column[]): Place | undefined {
  const [section, , part, row, side, index] = stepsOf(pointer);
  if (section !== "tables" || part !== "rows" || row === undefined) return undefined;
  const column = columns.findIndex(
    (one) => one.part === side && (one.part === "references" || String(one.index) === index),
  );
  return { row: Number(row), column: Math.max(column, 0) };
}

/** The rows of a table in a document; of anything else, none. */
export function rowsOf(document: JsonObject, table: string): readonly Json[] {
  return itemsOf(valueAt(document, pointerTo("tables", table, "rows")));
}
