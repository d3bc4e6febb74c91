import type { DecisionTable } from "@evenhand/domain";
import type { Box } from "./box.ts";
import { intersectBoxes, wholeBox } from "./box.ts";
import { NO_SEGMENTS, setOf } from "./segment-set.ts";
import type { RowBox, TableModel } from "./table-model.ts";
import type { Budget, Covers } from "./uncovered.ts";
import { indexCovers, uncovered, uncoveredInFewBoxes } from "./uncovered.ts";

/** Two rows that hold of one case, the upper one first, and where. */
export type Overlap = { readonly rows: readonly [RowBox, RowBox]; readonly boxes: readonly Box[] };

/** Why a part of a table could not be checked. */
export type Unchecked = "too-large" | "depends-on-other-facts" | "when-too-complex";

export type TableFindings = {
  /** Known inputs that no row holds of, though the table's `when` may. */
  readonly gaps: readonly Box[];
  /** Under hit policy `unique` only. */
  readonly overlaps: readonly Overlap[];
  /** A cell of the row holds of nothing that its input can be. */
  readonly empty: readonly { readonly row: RowBox; readonly column: number }[];
  /** Rows that the table's `when` or, under hit policy `first`, the rows above leave nothing to. */
  readonly unreachable: readonly RowBox[];
  readonly unchecked: readonly Unchecked[];
};

/** Steps of work for one table, all its checks together: well under a second. */
const MOST_STEPS = 100_000;

/** What is wrong with a table as a whole. Every finding is certain; what could not be settled stands in `unchecked`. */
export function findingsOf(table: DecisionTable, model: TableModel): TableFindings {
  const unchecked = new Set<Unchecked>();
  if (!model.excluded) unchecked.add("when-too-complex");
  if (model.rows.some(({ box }) => !box)) unchecked.add("depends-on-other-facts");
  const empty = model.rows.flatMap(emptyCells);
  const check = checkOf(model, unchecked);
  const overlaps = table.hitPolicy === "unique" && model.excluded ? overlapsOf(check) : [];
  const unreachable = model.excluded ? unreachableOf(check, table) : [];
  // Last, since looking for fewer boxes may use up what is left of the budget.
  const gaps = unchecked.size > 0 ? [] : gapsOf(check);
  return { gaps, overlaps, empty, unreachable, unchecked: [...unchecked] };
}

type HoldingRow = RowBox & { readonly box: Box };

/** Covers are the rows that hold of something, in table order, and then the parts where the table is not asked. */
type Check = {
  readonly rows: readonly HoldingRow[];
  readonly covers: Covers;
  readonly excluded: readonly number[];
  readonly budget: Budget;
  readonly unchecked: Set<Unchecked>;
};

function checkOf({ axes, rows, excluded = [] }: TableModel, unchecked: Set<Unchecked>): Check {
  const holding = rows.filter(
    (row): row is HoldingRow => row.box !== undefined && !row.box.includes(NO_SEGMENTS),
  );
  const covers = indexCovers(axes, [...holding.map(({ box }) => box), ...excluded]);
  return {
    rows: holding,
    covers,
    excluded: excluded.map((_, index) => holding.length + index),
    budget: { left: MOST_STEPS },
    unchecked,
  };
}

function emptyCells(row: RowBox): readonly { readonly row: RowBox; readonly column: number }[] {
  return (row.box ?? []).flatMap((set, column) => (set === NO_SEGMENTS ? [{ row, column }] : []));
}

function gapsOf({ rows, covers, excluded, budget, unchecked }: Check): readonly Box[] {
  const unknown = covers.axes.map(({ segments }) =>
    setOf(segments.flatMap(({ kind }, index) => (kind === "unknown" ? [index] : []))),
  );
  const known = wholeBox(covers.axes).map((set, axis) => set & ~(unknown[axis] ?? NO_SEGMENTS));
  const gaps = uncoveredInFewBoxes(covers, { within: known, covers: [...rows.keys(), ...excluded], budget });
  if (!gaps) unchecked.add("too-large");
  return gaps ?? [];
}

function overlapsOf({ rows, covers, excluded, budget, unchecked }: Check): readonly Overlap[] {
  return rows.flatMap((upper, place) =>
    rows.slice(place + 1).flatMap((lower): readonly Overlap[] => {
      const within = intersectBoxes(upper.box, lower.box);
      if (!within) return [];
      const boxes = uncovered(covers, { within, covers: excluded, budget });
      if (!boxes) unchecked.add("too-large");
      return boxes && boxes.length > 0 ? [{ rows: [upper, lower], boxes }] : [];
    }),
  );
}

/** A row that compares with other facts may leave later rows nothing, or not; so it covers none of them. */
function unreachableOf(
  { rows, covers, excluded, budget, unchecked }: Check,
  table: DecisionTable,
): readonly RowBox[] {
  return rows.filter(({ box }, place) => {
    const above = table.hitPolicy === "first" ? [...rows.keys()].slice(0, place) : [];
    const left = uncovered(covers, { within: box, covers: [...above, ...excluded], budget });
    if (!left) unchecked.add("too-large");
    return left?.length === 0;
  });
}
