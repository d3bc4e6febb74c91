import type { Cell, FactReference, Policy, RangeCell, TableRow, Value } from "@evenhand/domain";
import { PARAMETER_PREFIX, isFactReference } from "@evenhand/domain";

/**
 * Whether two rows could hold of one case, as far as their cells tell. It may say yes of rows that never do (two facts
 * that are compared with each other); it never says no of rows that can.
 */
export function mayOverlap(left: TableRow, right: TableRow, parameters: Policy["parameters"]): boolean {
  const columns = Math.max(left.when.length, right.when.length);
  for (let column = 0; column < columns; column += 1) {
    if (areDisjoint(left.when[column] ?? null, right.when[column] ?? null, parameters)) return false;
  }
  return true;
}

function areDisjoint(left: Cell, right: Cell, parameters: Policy["parameters"]): boolean {
  if (left === null || right === null) return false;
  const unknownLeft = "unknown" in left;
  const unknownRight = "unknown" in right;
  if (unknownLeft || unknownRight) return unknownLeft !== unknownRight;
  const points = pointsOf(left, parameters);
  const otherPoints = pointsOf(right, parameters);
  if (points && otherPoints) return !points.some((point) => otherPoints.includes(point));
  const range = rangeOf(left, parameters);
  const otherRange = rangeOf(right, parameters);
  if (range && otherRange) return liesBelow(range, otherRange) || liesBelow(otherRange, range);
  if (points && otherRange) return points.every((point) => isOutside(point, otherRange));
  if (otherPoints && range) return otherPoints.every((point) => isOutside(point, range));
  return false;
}

/** Literals that a cell lists; `undefined` where it is a range, or names a fact whose value is not known here. */
function pointsOf(
  cell: Exclude<Cell, null>,
  parameters: Policy["parameters"],
): readonly unknown[] | undefined {
  if ("oneOf" in cell) return cell.oneOf;
  if (!("is" in cell)) return undefined;
  const value = resolve(cell.is, parameters);
  return isFactReference(value) ? undefined : [value];
}

type End = { readonly value: number | string | FactReference; readonly included: boolean };
type Range = { readonly from?: End; readonly to?: End };

function rangeOf(cell: Exclude<Cell, null>, parameters: Policy["parameters"]): Range | undefined {
  if ("is" in cell || "oneOf" in cell || "unknown" in cell) return undefined;
  const from = endOf(cell, ["atLeast", "above"], parameters);
  const to = endOf(cell, ["atMost", "below"], parameters);
  return { ...(from && { from }), ...(to && { to }) };
}

type EndNames = readonly [included: keyof RangeCell, excluded: keyof RangeCell];

function endOf(
  cell: RangeCell,
  [included, excluded]: EndNames,
  parameters: Policy["parameters"],
): End | undefined {
  const name = cell[included] === undefined ? excluded : included;
  const value = cell[name];
  if (value === undefined) return undefined;
  return { value: resolve(value, parameters) as End["value"], included: name === included };
}

/** Days stand as `YYYY-MM-DD`, which order as text; so do numbers as numbers, and nothing else is ordered. */
function liesBelow({ to }: Range, { from }: Range): boolean {
  if (!to || !from) return false;
  const order = compare(to.value, from.value);
  return order !== undefined && (order < 0 || (order === 0 && !(to.included && from.included)));
}

function isOutside(point: unknown, range: Range): boolean {
  if (typeof point !== "number" && typeof point !== "string") return false;
  const at: End = { value: point, included: true };
  return liesBelow({ to: at }, range) || liesBelow(range, { from: at });
}

/** One and the same reference is equal to itself whatever it holds; otherwise only known values of one kind compare. */
function compare(left: End["value"], right: End["value"]): number | undefined {
  if (isFactReference(left) || isFactReference(right)) {
    return isFactReference(left) && isFactReference(right) && left.fact === right.fact ? 0 : undefined;
  }
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left !== "string" || typeof right !== "string") return undefined;
  return left < right ? -1 : Number(left > right);
}

function resolve(value: Value, parameters: Policy["parameters"]): Value {
  if (!isFactReference(value) || !value.fact.startsWith(PARAMETER_PREFIX)) return value;
  const id = value.fact.slice(PARAMETER_PREFIX.length);
  return (Object.hasOwn(parameters, id) ? parameters[id]?.value : undefined) ?? value;
}
