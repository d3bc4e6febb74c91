import { type JSX, Show, createMemo, createSignal, createUniqueId } from "solid-js";
import IconSplit from "~icons/lucide/split";
import { type Json, fieldsOf, itemsOf, textAt } from "../../../../document/pointer.ts";
import { Button } from "../../../../parts/button.tsx";
import { useWords } from "../../../../words/words.tsx";
import { useColumnName } from "./column-name.ts";
import type { Column } from "./columns.ts";
import type { GridModel } from "./grid-commands.ts";
import type { GridState } from "./grid-state.ts";
import { splitBand } from "./split-band.ts";
import { withRowReplaced } from "./table-changes.ts";
import { cellIn } from "./table-view.ts";

/** Cuts the row of the active cell in two at a figure, which is asked for. */
export function SplitForm(props: {
  readonly model: GridModel;
  readonly state: GridState;
  readonly isReadOnly: boolean;
  readonly onDone: () => void;
}): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  const nameOf = useColumnName();
  const [typed, setTyped] = createSignal<string>();
  const column = (): Column | undefined => props.model.columns()[props.state.active().column];
  const row = (): Json | undefined => props.model.rows()[props.state.active().row];
  const cell = (): Json | undefined => {
    const one = column();
    return one && cellIn(row(), one);
  };
  const isBand = (): boolean => {
    const one = column();
    return one?.part === "when" && one.measure.kind === "figure";
  };
  const halves = createMemo(() => splitBand(cell(), column(), typed() ?? ""));
  const split = (event: SubmitEvent): void => {
    event.preventDefault();
    const [lower, upper] = halves() ?? [];
    const one = column();
    if (lower === undefined || upper === undefined || !one) return;
    const when = itemsOf(fieldsOf(row())["when"]);
    const whens = [lower, upper].map((half) => when.with(one.index, half));
    const label = t("table.splitDone", { row: props.state.active().row + 1, figure: typed() ?? "" });
    props.model.edit(label, withRowReplaced(props.model.table, textAt(row() ?? null, "/id"), whens));
    setTyped(undefined);
    props.onDone();
  };
  return (
    <>
      <Button
        disabled={props.isReadOnly || !isBand()}
        title={t("table.splitFull")}
        aria-expanded={typed() !== undefined}
        onClick={() => setTyped(typed() === undefined ? "" : undefined)}
      >
        <IconSplit aria-hidden="true" />
        {t("table.split")}
      </Button>
      <Show when={typed() !== undefined && column()}>
        {(one) => (
          <form class="tools" onSubmit={split}>
            <label for={id}>
              {t("table.splitAt", { row: props.state.active().row + 1, column: nameOf(one()) })}
            </label>
            <input
              id={id}
              class="split-figure"
              ref={(input) => queueMicrotask(() => input.focus())}
              value={typed() ?? ""}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <Button type="submit" kind="main" disabled={!halves()}>
              {t("table.split")}
            </Button>
          </form>
        )}
      </Show>
    </>
  );
}
