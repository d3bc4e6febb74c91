import type { CatalogueEntry, Cell, Comparison, RangeCell } from "@evenhand/domain";
import type { Bound, Interval, Lattice } from "./lattice.ts";
import { contains, intervalBetween, isEmpty, split } from "./lattice.ts";
import type { InputDomain, TableContext } from "./input-domain.ts";
import type { SegmentSet } from "./segment-set.ts";
import { setOf } from "./segment-set.ts";
import { domainOf, numberOf, resolveValue } from "./input-domain.ts";

/** A part of an input's values that no cell of its column cuts further. */
export type Segment =
  | ({ readonly kind: "interval" } & Interval)
  | { readonly kind: "value"; readonly value: string | boolean }
  | { readonly kind: "other" }
  | { readonly kind: "unknown" };

/** One input of a table with its values cut into segments: intervals ascending, values in the order of their declaration. */
export type Axis = {
  readonly fact: string;
  readonly entry: CatalogueEntry;
  readonly segments: readonly Segment[];
  readonly domain: InputDomain;
  /** Ticks that a cell names as they stand, so that a range can be told in the table's own figures. */
  readonly named: ReadonlySet<bigint>;
};

/** What a cell or a comparison selects on its input; `undefined` where that depends on another fact of the case. */
type Selection =
  | { readonly kind: "interval"; readonly interval: Interval; readonly named: readonly bigint[] }
  | { readonly kind: "values"; readonly values: readonly unknown[] }
  | { readonly kind: "unknown" }
  | { readonly kind: "anything" };

/**
 * The axis of an input: its domain, cut at every figure and value that the cells of its column, and the comparisons of
 * the table's `when` on the same fact, tell apart.
 */
export function axisOf(entry: CatalogueEntry, asked: readonly Cell[], context: TableContext): Axis {
  const domain = domainOf(entry, context);
  const selections = asked.flatMap((cell) => selectionsOf(cell, domain, context) ?? []);
  const unknown: readonly Segment[] = domain.mayBeUnknown ? [{ kind: "unknown" }] : [];
  const named = new Set(
    selections.flatMap((selection) => (selection.kind === "interval" ? selection.named : [])),
  );
  const common = { fact: entry.name, entry, domain, named };
  switch (domain.kind) {
    case "ordered": {
      const cuts = selections.flatMap((selection) =>
        selection.kind === "interval" ? [selection.interval] : [],
      );
      const intervals = split(domain.bounds, cuts).map((interval): Segment => ({
        kind: "interval",
        ...interval,
      }));
      return { ...common, segments: [...intervals, ...unknown] };
    }
    case "listed": {
      const asked = selections.flatMap((selection) => (selection.kind === "values" ? selection.values : []));
      const values = new Set([
        ...domain.values,
        ...(domain.open ? asked.filter((value) => typeof value === "string") : []),
      ]);
      const segments = [...values].map((value): Segment => ({ kind: "value", value }));
      return {
        ...common,
        segments: [...segments, ...(domain.open ? [{ kind: "other" } as const] : []), ...unknown],
      };
    }
    case "opaque":
      return { ...common, segments: [{ kind: "other" }, ...unknown] };
  }
}

/** The segments that a cell holds of; `undefined` where that depends on a fact that is not on the table's axes. */
export function segmentsOf(cell: Cell, axis: Axis, context: TableContext): SegmentSet | undefined {
  const selections = selectionsOf(cell, axis.domain, context);
  if (!selections) return undefined;
  const held = axis.segments.flatMap((segment, index) =>
    selections.some((selection) => covers(selection, segment)) ? [index] : [],
  );
  return setOf(held);
}

/** A comparison of a condition as the cell that asks the same; `undefined` for those that no cell can ask. */
export function cellOf({
  operator,
  value,
}: Comparison): { readonly cell: Cell; readonly negated: boolean } | undefined {
  if (value === null) {
    if (operator !== "equal" && operator !== "notEqual") return undefined;
    return { cell: { unknown: true }, negated: operator === "notEqual" };
  }
  if (Array.isArray(value)) {
    if (operator !== "in" && operator !== "notIn") return undefined;
    return { cell: { oneOf: value as readonly (string | number)[] }, negated: operator === "notIn" };
  }
  if (operator === "equal" || operator === "notEqual")
    return { cell: { is: value as string }, negated: operator === "notEqual" };
  const end = RANGE_ENDS.get(operator);
  return end === undefined ? undefined : { cell: { [end]: value } as RangeCell, negated: false };
}

const RANGE_ENDS: ReadonlyMap<string, keyof RangeCell> = new Map([
  ["lessThan", "below"],
  ["lessThanInclusive", "atMost"],
  ["greaterThan", "above"],
  ["greaterThanInclusive", "atLeast"],
]);

function selectionsOf(
  cell: Cell,
  domain: InputDomain,
  context: TableContext,
): readonly Selection[] | undefined {
  if (cell === null) return [{ kind: "anything" }];
  if ("unknown" in cell) return [{ kind: "unknown" }];
  if (domain.kind === "opaque") return undefined;
  if ("is" in cell || "oneOf" in cell) {
    const values = ("is" in cell ? [cell.is] : cell.oneOf).map((value) =>
      resolveValue(value, context.policy),
    );
    if (values.includes(undefined)) return undefined;
    return domain.kind === "listed" ? [{ kind: "values", values }] : points(values, domain.lattice);
  }
  return domain.kind === "listed" ? undefined : rangeSelection(cell, domain.lattice, context);
}

function points(values: readonly unknown[], lattice: Lattice): readonly Selection[] | undefined {
  const selections = values.map((value): Selection | undefined => {
    const at = numberOf(value);
    if (!at) return undefined;
    const interval = intervalBetween(lattice, { from: { at, included: true }, to: { at, included: true } });
    return { kind: "interval", interval, named: isEmpty(interval) ? [] : ticks(interval) };
  });
  return selections.every((selection) => selection !== undefined) ? selections : undefined;
}

function rangeSelection(
  cell: RangeCell,
  lattice: Lattice,
  { policy }: TableContext,
): readonly Selection[] | undefined {
  const bound = (name: keyof RangeCell): Bound | undefined | "elsewhere" => {
    if (cell[name] === undefined) return undefined;
    const at = numberOf(resolveValue(cell[name], policy));
    return at ? { at, included: name === "atLeast" || name === "atMost" } : "elsewhere";
  };
  const from = bound(cell.atLeast === undefined ? "above" : "atLeast");
  const to = bound(cell.atMost === undefined ? "below" : "atMost");
  if (from === "elsewhere" || to === "elsewhere") return undefined;
  const named = [from, to].flatMap((end) =>
    end ? ticks(intervalBetween(lattice, { from: { ...end, included: true } })) : [],
  );
  return [{ kind: "interval", interval: intervalBetween(lattice, { from, to }), named }];
}

function ticks({ from }: Interval): readonly bigint[] {
  return from === undefined ? [] : [from];
}

/** A comparison with an unknown value is false, so only an empty cell and `unknown` hold there. */
function covers(selection: Selection, segment: Segment): boolean {
  switch (selection.kind) {
    case "anything":
      return true;
    case "unknown":
      return segment.kind === "unknown";
    case "values":
      return segment.kind === "value" && selection.values.includes(segment.value);
    case "interval":
      return segment.kind === "interval" && contains(selection.interval, segment);
  }
}
