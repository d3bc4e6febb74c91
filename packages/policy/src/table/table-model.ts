import type { Cell, Condition, DecisionTable, TableRow } from "@evenhand/domain";
import type { Axis } from "./axis.ts";
import { axisOf, cellOf, segmentsOf } from "./axis.ts";
import type { Box } from "./box.ts";
import type { TableContext } from "./input-domain.ts";
import { comparisonsOn, excludedBy } from "./when-exclusion.ts";

/** A row as the box of inputs it holds of; without one where a cell compares with another fact of the case. */
export type RowBox = { readonly row: TableRow; readonly index: number; readonly box?: Box };

/** A table as geometry: what it is asked of, where it is not asked at all, and where each row holds. */
export type TableModel = {
  readonly axes: readonly Axis[];
  readonly rows: readonly RowBox[];
  /** Where the table's `when` is certainly false; `undefined` where that falls into too many parts. */
  readonly excluded: readonly Box[] | undefined;
};

/** `undefined` for a table that is not well formed: an input that is unknown or stands twice, a row of another width. */
export function modelOf(table: DecisionTable, context: TableContext): TableModel | undefined {
  const names = table.inputs.map(({ fact }) => fact);
  if (new Set(names).size < names.length) return undefined;
  if (table.rows.some((row) => row.when.length !== names.length)) return undefined;
  const axes: Axis[] = [];
  for (const [column, name] of names.entries()) {
    const entry = context.catalogue.get(name);
    if (!entry) return undefined;
    axes.push(axisOf(entry, askedOf({ table, column, name }, context), context));
  }
  return {
    axes,
    rows: table.rows.map((row, index) => rowBox({ row, index }, axes, context)),
    excluded: table.when === undefined ? [] : excludedBy(table.when, { axes, context }),
  };
}

type Column = { readonly table: DecisionTable; readonly column: number; readonly name: string };

function askedOf({ table, column, name }: Column, context: TableContext): readonly Cell[] {
  const cells = table.rows.map((row) => row.when[column] ?? null);
  return [...cells, ...cellsAskedBy(table.when, name, context)];
}

function cellsAskedBy(when: Condition | undefined, name: string, context: TableContext): readonly Cell[] {
  if (when === undefined) return [];
  return comparisonsOn(name, when, context).flatMap((comparison) => cellOf(comparison)?.cell ?? []);
}

function rowBox(
  { row, index }: { readonly row: TableRow; readonly index: number },
  axes: readonly Axis[],
  context: TableContext,
): RowBox {
  const sets = axes.flatMap((axis, column) => segmentsOf(row.when[column] ?? null, axis, context) ?? []);
  return sets.length === axes.length ? { row, index, box: sets } : { row, index };
}
