import type { CatalogueEntry, Cell, DecisionTable, Policy } from "@evenhand/domain";
import { cellsOfBox } from "./cells-of-box.ts";
import type { TableContext } from "./input-domain.ts";
import { setOf } from "./segment-set.ts";
import type { Region } from "./table-coverage.ts";
import { type TableModel, modelOf } from "./table-model.ts";
import { indexCovers, uncovered } from "./uncovered.ts";

/** A table with the policy around it, as the analysis reads them. */
export type TableInPolicy = {
  readonly table: DecisionTable;
  readonly policy: Policy;
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
};

/** Steps of work; taking one row out of another is little of it. */
const MOST_STEPS = 10_000;

/**
 * The cells of the rows that would cover a region of a table, with the figures as the table itself writes them;
 * `undefined` where no row could say it.
 *
 * @example
 * // rows: claims up to parameter.limit and claims from 5,000.00
 * rowsCovering(coverage.gaps[0], where) // [[{ above: { fact: "parameter.limit" }, below: 500000 }]]
 */
export function rowsCovering(region: Region, where: TableInPolicy): readonly (readonly Cell[])[] | undefined {
  const model = modelOf(where.table, contextOf(where));
  return model && cellsOf(asked(region, model, where), model, where);
}

/**
 * The cells of the rows that hold wherever one row does and another does not: none where it holds nowhere else.
 * `undefined` where no row could say it.
 *
 * @example
 * // row a: a loss from 5,000.00; row b: a loss from 10,000.00, on purpose
 * rowsWithout({ row: "a", other: "b" }, where)
 * // [[{ atLeast: 500000, below: 1000000 }, null], [{ atLeast: 1000000 }, { is: false }]]
 */
export function rowsWithout(
  given: { readonly row: string; readonly other: string },
  where: TableInPolicy,
): readonly (readonly Cell[])[] | undefined {
  const model = modelOf(where.table, contextOf(where));
  const boxOf = (id: string) => model?.rows.find(({ row }) => row.id === id)?.box;
  const within = boxOf(given.row);
  const other = boxOf(given.other);
  if (!model || !within || !other) return undefined;
  const covers = indexCovers(model.axes, [other]);
  const left = uncovered(covers, { within, covers: [0], budget: { left: MOST_STEPS } });
  if (!left) return undefined;
  const rows = left.map((box) => cellsOf(box, model, where));
  return rows.every((cells) => cells !== undefined) ? rows.flat() : undefined;
}

/** A region leaves out what is unknown. Where the whole of what is known is meant, a cell that holds of anything says so. */
function asked({ segments }: Region, { axes }: TableModel, { table }: TableInPolicy): readonly bigint[] {
  return segments.map((members, index) => {
    const all = axes[index]?.segments ?? [];
    const known = all.filter(({ kind }) => kind !== "unknown").length;
    const isTold = table.rows.some((row) => {
      const cell = row.when[index];
      return cell !== null && cell !== undefined && "unknown" in cell;
    });
    return setOf(members.length === known && !isTold ? all.keys() : members);
  });
}

function cellsOf(
  box: readonly bigint[],
  { axes }: TableModel,
  where: TableInPolicy,
): readonly (readonly Cell[])[] | undefined {
  const columns = axes.map((_, index) => where.table.rows.map((row) => row.when[index] ?? null));
  return cellsOfBox(box, axes, { columns, context: contextOf(where) });
}

function contextOf({ policy, catalogue }: TableInPolicy): TableContext {
  return { policy, catalogue };
}
