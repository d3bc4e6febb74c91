import type { Cell, ConditionTrace, DecisionTable, ExplanationStep, FactValue } from "@evenhand/domain";
import { cellConditions } from "@evenhand/policy";

/** One row of a table as it was asked of the case or of a party. */
export type AskedRow = {
  readonly index: number;
  readonly isHit: boolean;
  /** Whether each cell held, in the order of the inputs; an empty cell holds of anything. */
  readonly cells: readonly boolean[];
};

/** A table as it was asked: what it saw in each input, and the row that was hit with those beside it. */
export type AskedTable = { readonly saw: readonly FactValue[]; readonly rows: readonly AskedRow[] };

/** So many rows on either side of the one that was hit. */
const BESIDE = 1;

/**
 * The row that was hit and its neighbours, each cell with whether it held.
 *
 * @param steps all steps of the decision that are about rows of this table and about the same party
 *
 * @example askedTable("fine-tiers", table, steps)
 * // { saw: [320000, 2], rows: [{ index: 1, isHit: false, cells: [true, false] }, { index: 2, isHit: true, cells: [true, true] }] }
 */
export function askedTable(id: string, table: DecisionTable, steps: readonly ExplanationStep[]): AskedTable {
  const asked = table.rows.map((row, index) => {
    const step = steps.find(({ rule }) => rule === `${id}#${row.id}`);
    const cells = cellsOf(table, row.when, step?.conditions);
    return { index, isHit: step?.fired === true, cells };
  });
  const hit = asked.findIndex(({ isHit }) => isHit);
  return {
    saw: table.inputs.map((_, column) => sawIn(asked, column)),
    rows: asked
      .filter(({ index }) => Math.abs(index - hit) <= BESIDE)
      .map(({ index, isHit, cells }) => ({ index, isHit, cells: cells.map(({ holds }) => holds) })),
  };
}

type AskedCell = { readonly holds: boolean; readonly saw: FactValue | undefined };

/** A row's rule asks for the table's `when`, then cell by cell, then that no earlier row holds. */
function cellsOf(
  table: DecisionTable,
  when: readonly Cell[],
  trace: ConditionTrace | undefined,
): readonly AskedCell[] {
  const members = trace?.kind === "all" ? trace.of : [];
  let at = askedFirst(table);
  return table.inputs.map(({ fact }, column) => {
    const count = cellConditions(fact, when[column] ?? null).length;
    const own = members.slice(at, at + count);
    at += count;
    return { holds: own.every(({ met }) => met), saw: own.map(sawOf).find((saw) => saw !== undefined) };
  });
}

function askedFirst({ when }: DecisionTable): number {
  if (when === undefined) return 0;
  return "all" in when ? when.all.length : 1;
}

function sawOf(trace: ConditionTrace): FactValue | undefined {
  if (trace.kind === "comparison") return trace.saw;
  return trace.of.map(sawOf).find((saw) => saw !== undefined);
}

/** Any row that asks for an input saw the same in it; where none does, nobody looked. */
function sawIn(rows: readonly { readonly cells: readonly AskedCell[] }[], column: number): FactValue {
  return rows.map(({ cells }) => cells[column]?.saw).find((saw) => saw !== undefined) ?? null;
}
