import { For, type JSX, Show, createMemo } from "solid-js";
import { type Json, textAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Column } from "./columns.ts";
import type { GridCommands } from "./grid-commands.ts";
import { GridCell } from "./grid-cell.tsx";
import type { GridState } from "./grid-state.ts";
import type { Published } from "./published.ts";

/** What all rows of a grid are drawn with. */
export type RowSurroundings = {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly state: GridState;
  readonly commands: GridCommands;
  /** The table as the version has it that the draft began as. */
  readonly published: Published | undefined;
  /** The articles of the table, which are those of a row that names none. */
  readonly tableArticles: Json | undefined;
  /** How many problems lie in a row, by its place. */
  readonly problems: ReadonlyMap<number, number>;
};

/** One row: its number, and a cell for each column. */
export function GridRow(
  props: RowSurroundings & { readonly row: Json; readonly index: number },
): JSX.Element {
  const { t } = useWords();
  const id = createMemo(() => textAt(props.row, "/id"));
  const before = createMemo(() => props.published?.rows.get(id()));
  const isNew = (): boolean => props.published !== undefined && before() === undefined;
  const problems = createMemo(() => props.problems.get(props.index) ?? 0);
  /** The columns of this row that are selected, so that a cell looks no further than its row. */
  const selected = createMemo<readonly [number, number] | undefined>(
    () => {
      const { top, bottom, left, right } = props.state.range();
      return props.index >= top && props.index <= bottom ? [left, right] : undefined;
    },
    undefined,
    { equals: (one, other) => one?.[0] === other?.[0] && one?.[1] === other?.[1] },
  );
  const activeColumn = createMemo(() => {
    const { row, column } = props.state.active();
    return row === props.index ? column : -1;
  });
  return (
    <tr role="row" aria-rowindex={props.index + 2} data-problem={problems() > 0 ? "" : undefined}>
      <th class="grid-number" role="rowheader" scope="row" aria-colindex="1">
        <span class="unseen">{t("table.row")} </span>
        {props.index + 1}
        <Show when={isNew()}>
          <span class="grid-new">{t("table.newRow")}</span>
        </Show>
        <Show when={problems() > 0}>
          <span class="grid-warning" title={t("table.problemsInRow", { count: problems() })}>
            <span aria-hidden="true">⚠</span>
            <span class="unseen">{t("table.problemsInRow", { count: problems() })}</span>
          </span>
        </Show>
      </th>
      <For each={props.columns}>
        {(column, index) => (
          <GridCell
            row={props.row}
            rowId={id()}
            at={{ row: props.index, column: index() }}
            column={column}
            table={props.table}
            commands={props.commands}
            published={props.published}
            tableArticles={props.tableArticles}
            isActive={activeColumn() === index()}
            isSelected={isBetween(selected(), index())}
          />
        )}
      </For>
    </tr>
  );
}

function isBetween(range: readonly [number, number] | undefined, column: number): boolean {
  return range !== undefined && column >= range[0] && column <= range[1];
}
