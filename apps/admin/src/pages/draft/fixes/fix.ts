import { type Json, type JsonObject, pointerTo, valueAt, withValueAt } from "../../../document/pointer.ts";
import { blankRow, withRowReplaced, withRowsIn } from "../editors/table/table-changes.ts";
import { rowsOf } from "../editors/table/table-view.ts";

/** The conditions of rows, cell by cell. */
type Whens = readonly (readonly Json[])[];

/**
 * A way to mend something, as data, so that it can be worked out beside the window.
 * - `addRows`: rows for a gap, what follows in them still to be filled in
 * - `takeOut`: of two rows that overlap, one leaves to the other what both say; rows are named as people count them
 * - `upperWins`: the table takes the first row that fits
 * - `meant`: the table says that cases without a row are meant
 * - `instead`: what stands at a place is another name, or another value of those that may stand there
 */
export type Fix =
  | { readonly kind: "addRows"; readonly table: string; readonly rows: Whens }
  | {
      readonly kind: "takeOut";
      readonly table: string;
      readonly id: string;
      readonly row: number;
      readonly other: number;
      readonly rows: Whens;
    }
  | { readonly kind: "upperWins" | "meant"; readonly table: string }
  | { readonly kind: "instead"; readonly at: string; readonly value: string };

/** The document mended. */
export function fixed(document: JsonObject, fix: Fix): JsonObject {
  switch (fix.kind) {
    case "addRows": {
      const rows = fix.rows.map((when) => blankRow(document, fix.table, when));
      return withRowsIn(fix.table, rowsOf(document, fix.table).length, rows)(document);
    }
    case "takeOut":
      return withRowReplaced(fix.table, fix.id, fix.rows)(document);
    case "upperWins":
      return withValueAt(document, pointerTo("tables", fix.table, "hitPolicy"), "first") as JsonObject;
    case "meant":
      return withValueAt(document, pointerTo("tables", fix.table, "partial"), true) as JsonObject;
    case "instead":
      // Somebody may have taken out what was to be mended.
      return typeof valueAt(document, fix.at) === "string"
        ? (withValueAt(document, fix.at, fix.value) as JsonObject)
        : document;
  }
}

/** Where to go on once it is mended: to the first value that is to be filled in, or to the row that was cut. */
export function placeAfter(document: JsonObject, fix: Fix): string {
  switch (fix.kind) {
    case "addRows":
      return pointerTo("tables", fix.table, "rows", rowsOf(document, fix.table).length, "then", 0);
    case "takeOut":
      return pointerTo("tables", fix.table, "rows", fix.row - 1);
    case "upperWins":
    case "meant":
      return pointerTo("tables", fix.table);
    case "instead":
      return fix.at;
  }
}
