import { type JSX, Show, createEffect, createSignal, on } from "solid-js";
import { Button } from "../../../../parts/button.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { GridModel } from "./grid-commands.ts";
import type { GridState } from "./grid-state.ts";
import { type RowMark, indexOfMarked, markOf } from "./row-mark.ts";
import type { Place } from "./table-view.ts";

export type HeldCell = {
  /** Has the active cell edited, unless one is already. */
  readonly begin: () => void;
  /** Puts a text into the cell, wherever it stands by now; says whether its row was still there. */
  readonly take: (text: string) => boolean;
  /** An input method that is at work in the field is not disturbed. */
  readonly listeners: { readonly onCompositionStart: () => void; readonly onCompositionEnd: () => void };
  /** What is said where a text could not be taken. */
  readonly notice: JSX.Element;
};

/** The cell that is being edited, whatever becomes of the rows around it meanwhile: the active cell goes with its row. */
export function createHeldCell(given: {
  readonly model: GridModel;
  readonly state: GridState;
  readonly commit: (place: Place, text: string) => void;
}): HeldCell {
  const { model, state, commit } = given;
  const [isComposing, setComposing] = createSignal(false);
  const [lost, setLost] = createSignal<string>();
  let held: { readonly mark: RowMark; readonly column: number } | undefined;
  const place = (): Place | undefined => {
    const row = held && indexOfMarked(model.rows(), held.mark);
    return held && row !== undefined ? { row, column: held.column } : undefined;
  };
  createEffect(
    on([model.rows, isComposing], () => {
      const now = state.isEditing() && !isComposing() ? place() : undefined;
      if (now) state.goTo(now);
    }),
  );
  return {
    begin: () => {
      if (state.isEditing()) return;
      const { row, column } = state.active();
      held = { mark: markOf(model.rows(), row), column };
      state.setEditing(true);
    },
    take: (text) => {
      const now = place();
      if (now) commit(now, text);
      else setLost(text);
      return now !== undefined;
    },
    listeners: {
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
    },
    notice: <LostText text={lost()} onClose={() => setLost(undefined)} />,
  };
}

function LostText(props: { readonly text: string | undefined; readonly onClose: () => void }): JSX.Element {
  const { t } = useWords();
  return (
    <Show when={props.text !== undefined}>
      <div class="trouble grid-lost" role="alert">
        <p>{t("table.rowGone", { text: props.text || t("table.nothing") })}</p>
        <Button onClick={() => props.onClose()}>{t("table.rowGoneRead")}</Button>
      </div>
    </Show>
  );
}
