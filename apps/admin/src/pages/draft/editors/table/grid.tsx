import { Index, type JSX, createEffect, createSignal, createUniqueId, untrack } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import { createCellInput } from "./cell-input.tsx";
import type { GridModel } from "./grid-commands.ts";
import { GridHead } from "./grid-head.tsx";
import { GridRow, type RowSurroundings } from "./grid-row.tsx";
import { listenToMouse, placeOf } from "./grid-mouse.ts";
import { onceShown } from "../../focus-place.ts";
import { placeAt } from "./table-view.ts";

/** In rem: what a column needs at the least, and the numbers of the rows take. */
const COLUMN_WIDTH = 7.5;
const NUMBER_WIDTH = 4;

type GridProps = Omit<RowSurroundings, "table" | "columns"> & {
  readonly name: string;
  readonly model: GridModel;
  /** Where the address leads. */
  readonly at: string;
  readonly isReadOnly: boolean;
  readonly onPaste: (clipboard: DataTransfer) => void;
  /** Is given what puts the focus into the active cell. */
  readonly takeFocus: (focus: () => void) => void;
};

/**
 * The rows of a table as a grid of ARIA: one tab stop, arrows inside. One text field exists for all cells. It lies in the
 * active one, has the focus, and stays empty until somebody types, so that an input method finds it ready.
 */
export function Grid(props: GridProps): JSX.Element {
  const { t } = useWords();
  const hint = createUniqueId();
  const { model, state, commands } = untrack(() => props);
  let body: HTMLTableSectionElement | undefined;
  let behind: HTMLParagraphElement | undefined;
  const [hasLeft, setLeft] = createSignal(false);
  const input = createCellInput({
    model,
    state,
    commands,
    cellAt: ({ row, column }) => body?.rows[row]?.cells[column + 1],
    describedBy: hint,
    isReadOnly: () => props.isReadOnly,
    onPaste: (clipboard) => props.onPaste(clipboard),
    onLeave: () => {
      setLeft(true);
      behind?.focus();
    },
  });
  untrack(() => props.takeFocus(input.focus));
  createEffect(() => {
    const pointer = props.at;
    untrack(() => {
      const place = placeAt(pointer, model.columns());
      if (!place) return;
      state.goTo(place);
      // A table that has only come is not part of the page at once.
      onceShown(() => {
        input.focus();
        return input.has(document.activeElement);
      });
    });
  });
  /** Whatever leads to a cell from elsewhere gives it the focus. */
  const arrive = (event: FocusEvent): void => {
    setLeft(false);
    const place = input.has(event.target) ? undefined : placeOf(event.target);
    if (!place || place.column < 0) return;
    state.goTo(place);
    input.focus();
  };
  const listen = (element: HTMLTableSectionElement): void => {
    body = element;
    listenToMouse(element, { model, state, input });
  };
  return (
    <div class="grid-frame">
      <div class="grid-scroll" onFocusIn={arrive}>
        <Cells {...props} listen={listen} />
      </div>
      <p id={hint} class="soft grid-hint" ref={behind} tabindex="-1">
        {hasLeft() ? t("table.leave") : t("table.hint")}
      </p>
      {input.choices}
      {input.notice}
    </div>
  );
}

function Cells(props: GridProps & { readonly listen: (body: HTMLTableSectionElement) => void }): JSX.Element {
  const { t } = useWords();
  return (
    <table
      class="grid"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the pattern of ARIA for cells
      role="grid"
      aria-label={t("table.grid", { name: props.name })}
      aria-rowcount={props.model.rows().length + 1}
      aria-colcount={props.model.columns().length + 1}
      aria-multiselectable="true"
      aria-readonly={props.isReadOnly}
      style={{
        "min-width": `${NUMBER_WIDTH + props.model.columns().length * COLUMN_WIDTH}rem`,
        "--grid-columns": `${NUMBER_WIDTH}rem repeat(${props.model.columns().length}, minmax(0, 1fr))`,
      }}
    >
      <GridHead columns={props.model.columns()} />
      <tbody role="rowgroup" ref={props.listen}>
        <Index each={props.model.rows()}>
          {(row, index) => (
            <GridRow
              row={row()}
              index={index}
              table={props.model.table}
              columns={props.model.columns()}
              state={props.state}
              commands={props.commands}
              published={props.published}
              tableArticles={props.tableArticles}
              problems={props.problems}
            />
          )}
        </Index>
      </tbody>
    </table>
  );
}
