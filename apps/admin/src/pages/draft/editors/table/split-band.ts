import { type Json, fieldsOf } from "../../../../document/pointer.ts";
import type { Column } from "./columns.ts";
import { readCell } from "./read-cell.ts";

/**
 * A range cut in two at a figure: up to below it, and from it on. `undefined` for a cell that is no range, and for a
 * figure that does not lie within it.
 */
export function splitBand(
  cell: Json | undefined,
  column: Column | undefined,
  typed: string,
): readonly [Json, Json] | undefined {
  if (column?.part !== "when" || column.measure.kind !== "figure") return undefined;
  const reading = readCell(typed, column, undefined);
  const at = "value" in reading ? fieldsOf(reading.value)["is"] : undefined;
  const { is, oneOf, unknown, atLeast, above, below, atMost } = fieldsOf(cell);
  if (at === undefined || typeof at === "string") return undefined;
  if ([is, oneOf, unknown].some((other) => other !== undefined)) return undefined;
  const isInside =
    isBefore(atLeast, at) &&
    isBefore(above, at) &&
    isBefore(at, below) &&
    (isBefore(at, atMost) || at === atMost);
  if (!isInside) return undefined;
  const lower = { ...(atLeast === undefined ? {} : { atLeast }), ...(above === undefined ? {} : { above }) };
  const upper = { ...(below === undefined ? {} : { below }), ...(atMost === undefined ? {} : { atMost }) };
  return [
    { ...lower, below: at },
    { atLeast: at, ...upper },
  ];
}

/** Of two figures as they stand; an end that is open or only named is taken to be far enough. */
function isBefore(one: Json | undefined, other: Json | undefined): boolean {
  return typeof one !== "number" || typeof other !== "number" || one < other;
}
