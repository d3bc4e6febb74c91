import { type Json, fieldsOf, itemsOf, textAt } from "../../../../document/pointer.ts";
import type { Column } from "./columns.ts";

/** A table as a published version has it, so that a draft can say what it changed. */
export type Published = {
  readonly rows: ReadonlyMap<string, Json>;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
};

export function publishedTable(table: Json | undefined): Published | undefined {
  if (table === undefined) return undefined;
  const { rows, inputs, outputs } = fieldsOf(table);
  return {
    rows: new Map(itemsOf(rows).map((row) => [textAt(row, "/id"), row])),
    inputs: itemsOf(inputs).map((input) => textAt(input, "/fact")),
    outputs: itemsOf(outputs).filter((output) => typeof output === "string"),
  };
}

/** What stood in a cell, found by row and column as they are called; `undefined` where there was no such cell. */
export function publishedCell(
  published: Published | undefined,
  row: string,
  column: Column,
): { readonly value: Json | undefined } | undefined {
  const fields = published?.rows.get(row);
  if (!published || fields === undefined) return undefined;
  if (column.part === "references") return { value: fieldsOf(fields)["references"] };
  const names = column.part === "when" ? published.inputs : published.outputs;
  const index = names.indexOf(column.name);
  return index === -1 ? undefined : { value: itemsOf(fieldsOf(fields)[column.part])[index] };
}
