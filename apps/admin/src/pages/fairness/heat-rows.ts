import { type Crossed, type CrossedCell, isComputed } from "@evenhand/analysis";
import type { Measure } from "./groups/disparity-rows.ts";

/** A cell of a heat map: a figure, too few people, a figure that cannot be told, or nobody at all. */
export type HeatCell =
  | { readonly shown: "figure"; readonly n: number; readonly value: number }
  | { readonly shown: "n < 10" | "untold" | "empty" };

export type HeatRow = {
  readonly group: string;
  readonly cells: readonly { readonly column: string; readonly cell: HeatCell }[];
};

/** Two facts at once as rows and columns, every pair of values being a cell. */
export function heatRows({ rows, columns, cells }: Crossed, measure: Measure): readonly HeatRow[] {
  return rows.groups.map(({ group }) => ({
    group,
    cells: columns.groups.map(({ group: column }) => ({
      column,
      cell: heatCell(
        cells.find((cell) => cell.row === group && cell.column === column),
        measure,
      ),
    })),
  }));
}

function heatCell(cell: CrossedCell | undefined, measure: Measure): HeatCell {
  if (!cell) return { shown: "empty" };
  if (cell.shown === "n < 10") return { shown: "n < 10" };
  const { n, rate, paid } = cell;
  if (measure === "penalty") return { shown: "figure", n, value: rate.estimate };
  if (measure === "no-penalty") return { shown: "figure", n, value: 1 - rate.estimate };
  return isComputed(paid) ? { shown: "figure", n: paid.n, value: paid.median } : { shown: "untold" };
}

/** The least and the most of all figures; undefined where there is none. */
export function heatRange(
  rows: readonly HeatRow[],
): { readonly least: number; readonly most: number } | undefined {
  const values = rows.flatMap(({ cells }) =>
    cells.flatMap(({ cell }) => (cell.shown === "figure" ? [cell.value] : [])),
  );
  return values.length === 0 ? undefined : { least: Math.min(...values), most: Math.max(...values) };
}
