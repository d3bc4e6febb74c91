import type { Cell, FactReference, RangeCell } from "@evenhand/domain";
import { formatDay, hasAtMostSixPlaces } from "@evenhand/domain";
import type { Axis } from "./axis.ts";
import type { Box } from "./box.ts";
import { unbrokenParts } from "./box.ts";
import type { TableContext } from "./input-domain.ts";
import { numberOf, resolveValue } from "./input-domain.ts";
import { intervalBetween } from "./lattice.ts";
import type { SegmentSet } from "./segment-set.ts";
import { NO_SEGMENTS, firstSegments, membersOf } from "./segment-set.ts";

/** How the cells of a column write a figure: a parameter is named rather than copied. */
type Written = ReadonlyMap<bigint, number | FactReference>;

/**
 * The rows of cells that hold of exactly a box: one, or several where a column takes more than one cell to say it.
 * `undefined` where no cell can say it, such as "any word but those of the list".
 *
 * @example
 * // rows: claims up to 2,000.00 and claims from 5,000.00, and the box between them
 * cellsOfBox(box, axes, { columns, context }) // [[{ above: 200000, below: 500000 }]]
 */
export function cellsOfBox(
  box: Box,
  axes: readonly Axis[],
  { columns, context }: { readonly columns: readonly (readonly Cell[])[]; readonly context: TableContext },
): readonly (readonly Cell[])[] | undefined {
  let rows: readonly (readonly Cell[])[] = [[]];
  for (const [index, axis] of axes.entries()) {
    const column = columns[index] ?? [];
    const cells = cellsOfSet(box[index] ?? NO_SEGMENTS, axis, writtenIn(column, axis, context));
    if (!cells) return undefined;
    rows = rows.flatMap((row) => cells.map((cell) => [...row, cell]));
  }
  return rows;
}

function cellsOfSet(set: SegmentSet, axis: Axis, written: Written): readonly Cell[] | undefined {
  const whole = firstSegments(axis.segments.length);
  if (set === whole) return [null];
  const members = membersOf(set);
  const isUnknown = members.some((index) => axis.segments[index]?.kind === "unknown");
  const unknown: readonly Cell[] = isUnknown ? [{ unknown: true }] : [];
  const known = members.filter((index) => axis.segments[index]?.kind !== "unknown");
  if (known.length === 0) return unknown;
  const cells = axis.domain.kind === "ordered" ? ranges(set, axis, written) : listed(known, axis);
  return cells && [...cells, ...unknown];
}

function listed(members: readonly number[], { segments }: Axis): readonly Cell[] | undefined {
  const values: (string | boolean)[] = [];
  for (const index of members) {
    const segment = segments[index];
    if (segment?.kind !== "value") return undefined;
    values.push(segment.value);
  }
  const [only] = values;
  return only !== undefined && values.length === 1 ? [{ is: only }] : [{ oneOf: values }];
}

function ranges(set: SegmentSet, axis: Axis, written: Written): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  for (const part of unbrokenParts(set, axis, NO_SEGMENTS)) {
    const cell = rangeOf(part, axis, written);
    if (cell === null) continue;
    if (cell === undefined) return undefined;
    cells.push(cell);
  }
  return cells;
}

/** One unbroken range; `null` for the part that is unknown, `undefined` for ends that cannot be written. */
function rangeOf(part: SegmentSet, axis: Axis, written: Written): Cell | undefined {
  const chosen = membersOf(part).flatMap((index) => axis.segments[index] ?? []);
  const [first] = chosen;
  const last = chosen.at(-1);
  if (first?.kind !== "interval" || last?.kind !== "interval") return null;
  const { from } = first;
  const { to } = last;
  if (from !== undefined && from === to) return pointCell(from, axis, written);
  const bounds = axis.domain.kind === "ordered" ? axis.domain.bounds : {};
  const lower = from === undefined || from === bounds.from ? {} : lowerEnd(from, axis, written);
  const upper = to === undefined || to === bounds.to ? {} : upperEnd(to, axis, written);
  if (!lower || !upper) return undefined;
  const cell: RangeCell = { ...lower, ...upper };
  if (Object.keys(cell).length > 0) return cell;
  // Everything that is known, beside an unknown that is not meant: its least value is the only thing to say.
  return from === undefined ? undefined : lowerEnd(from, axis, written);
}

function pointCell(tick: bigint, axis: Axis, written: Written): Cell | undefined {
  if (axis.entry.type === "date") return { is: written.get(tick) ?? formatDay(Number(tick)) };
  const value = written.get(tick) ?? literalAt(tick, axis);
  return value === undefined ? undefined : { is: value };
}

function lowerEnd(from: bigint, axis: Axis, written: Written): RangeCell | undefined {
  const own = written.get(from);
  if (own !== undefined) return { atLeast: own };
  const before = written.get(from - 1n);
  if (before !== undefined && !(isCounted(axis) && typeof before === "number")) return { above: before };
  const literal = literalAt(from, axis);
  return literal === undefined ? undefined : { atLeast: literal };
}

function upperEnd(to: bigint, axis: Axis, written: Written): RangeCell | undefined {
  const behind = written.get(to + 1n);
  const own = written.get(to);
  if (own !== undefined && (behind === undefined || isCounted(axis))) return { atMost: own };
  if (behind !== undefined && !(isCounted(axis) && typeof behind === "number")) return { below: behind };
  const literal = literalAt(to, axis);
  return literal === undefined ? undefined : { atMost: literal };
}

/** What is counted is told with its first and last one, and not with the one before or behind. */
function isCounted({ domain, entry }: Axis): boolean {
  return domain.kind === "ordered" && domain.lattice.perUnit === 1n && entry.type !== "money";
}

/** A tick as a literal of the document; days have none in a range, and neither has what lies between two millionths. */
function literalAt(tick: bigint, { domain, entry }: Axis): number | undefined {
  if (domain.kind !== "ordered" || entry.type === "date") return undefined;
  const value = Number(tick) / Number(domain.lattice.perUnit);
  return hasAtMostSixPlaces(value) ? value : undefined;
}

function writtenIn(column: readonly Cell[], axis: Axis, { policy }: TableContext): Written {
  const written = new Map<bigint, number | FactReference>();
  if (axis.domain.kind !== "ordered") return written;
  for (const value of column.flatMap(figuresOf)) {
    const at = numberOf(resolveValue(value, policy));
    if (!at) continue;
    const end = { at, included: true };
    const { from, to } = intervalBetween(axis.domain.lattice, { from: end, to: end });
    if (from === undefined || from !== to) continue;
    if (typeof value === "object" || !written.has(from)) written.set(from, value);
  }
  return written;
}

function figuresOf(cell: Cell): readonly (number | FactReference)[] {
  if (cell === null || "unknown" in cell) return [];
  const values = "oneOf" in cell ? cell.oneOf : Object.values(cell);
  return values.filter((value) => typeof value === "number" || typeof value === "object");
}
