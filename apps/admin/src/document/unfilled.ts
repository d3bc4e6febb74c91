import type { Diagnostic } from "@evenhand/domain";
import { partAt } from "./place-name.ts";
import { type Json, type JsonObject, isList, pointerTo, stepsOf, textAt, valueAt } from "./pointer.ts";

/** A result of a row, counted as people count rows, or a field of a part by its steps from there. */
export type Unfilled =
  | { readonly row: number; readonly output: string }
  | { readonly part: Json; readonly field: readonly string[] };

/**
 * What somebody has yet to fill in, where that is all that is wrong: forms leave such a value out, or hold nothing in it.
 *
 * @example unfilledAt(document, { code: "wrong-shape", at: "/tables/fines/rows/5/then/0" }) // { row: 6, output: "amount" }
 */
export function unfilledAt(
  document: JsonObject,
  { code, at }: Pick<Diagnostic, "code" | "at">,
): Unfilled | undefined {
  if (code !== "wrong-shape" && code !== "type-mismatch") return undefined;
  const steps = stepsOf(at);
  if (!isEmpty(valueAt(document, at), steps.at(-1))) return undefined;
  const [section, table = "", rows, row, side, index] = steps;
  if (section === "tables" && rows === "rows" && side === "then" && index !== undefined)
    return { row: Number(row) + 1, output: textAt(document, pointerTo("tables", table, "outputs", index)) };
  const part = partAt(at);
  const field = steps.slice(part.length);
  return field.length === 0 ? undefined : { part: valueAt(document, pointerTo(...part)) ?? null, field };
}

function isEmpty(value: Json | undefined, field: string | undefined): boolean {
  return value === null || value === "" || (field === "references" && isList(value) && value.length === 0);
}
