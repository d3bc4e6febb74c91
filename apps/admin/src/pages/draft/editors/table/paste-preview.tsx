import { Dialog } from "@ark-ui/solid/dialog";
import { For, type JSX, Show, createMemo } from "solid-js";
import { Portal } from "solid-js/web";
import { Button } from "../../../../parts/button.tsx";
import { useWords } from "../../../../words/words.tsx";
import { Scroller } from "../../../../changes/scroller.tsx";
import { useColumnName } from "./column-name.ts";
import type { Column } from "./columns.ts";
import { type PastePlan, type PlannedCell, countOf } from "./paste-plan.ts";

/** More than anybody reads one by one. */
const MOST_SHOWN = 300;

/** What pasting would change, before anything is. Where a single cell does not fit, nothing can be pasted. */
export function PastePreview(props: {
  readonly plan: PastePlan;
  readonly columns: readonly Column[];
  /** Whether a row is gone that it was to be pasted over. */
  readonly isLost: boolean;
  readonly onPaste: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useWords();
  const misfits = createMemo(() => props.plan.cells.filter((cell) => cell.kind === "misfit"));
  const changes = createMemo(() =>
    props.plan.cells.filter((cell) => cell.kind === "changed" || cell.kind === "added"),
  );
  const listed = () => (misfits().length > 0 ? misfits() : changes());
  return (
    <Dialog.Root open onOpenChange={({ open }) => !open && props.onClose()}>
      <Portal>
        <Dialog.Backdrop class="paste-backdrop" />
        <Dialog.Positioner class="paste-positioner">
          <Dialog.Content class="card paste">
            <Dialog.Title>
              {t("paste.title", { rows: props.plan.rows, columns: props.plan.columns })}
            </Dialog.Title>
            <Dialog.Description>
              {t("paste.counts", {
                changed: countOf(props.plan, "changed"),
                added: countOf(props.plan, "added"),
                rows: props.plan.addedRows,
                unchanged: countOf(props.plan, "unchanged"),
              })}
            </Dialog.Description>
            <Show when={misfits().length > 0}>
              <p class="trouble" role="alert">
                {t("paste.misfits", { count: misfits().length })}
              </p>
            </Show>
            <Show when={props.isLost}>
              <p class="trouble" role="alert">
                {t("paste.rowGone")}
              </p>
            </Show>
            <CellList cells={listed().slice(0, MOST_SHOWN)} columns={props.columns} />
            <Show when={listed().length > MOST_SHOWN}>
              <p class="soft">{t("paste.more", { count: listed().length - MOST_SHOWN })}</p>
            </Show>
            <div class="tools">
              <Button
                kind="main"
                disabled={props.isLost || misfits().length > 0 || changes().length === 0}
                onClick={() => props.onPaste()}
              >
                {t("paste.paste")}
              </Button>
              <Button onClick={() => props.onClose()}>{t("paste.cancel")}</Button>
            </div>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  );
}

function CellList(props: {
  readonly cells: readonly PlannedCell[];
  readonly columns: readonly Column[];
}): JSX.Element {
  const { t } = useWords();
  const nameOf = useColumnName();
  const columnName = (cell: PlannedCell): string => {
    const column = props.columns[cell.column];
    return column ? nameOf(column) : String(cell.column + 1);
  };
  return (
    <Show when={props.cells.length > 0} fallback={<p class="soft">{t("paste.nothing")}</p>}>
      <Scroller label={t("paste.list")}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t("table.row")}</th>
              <th scope="col">{t("paste.column")}</th>
              <th scope="col">{t("paste.before")}</th>
              <th scope="col">{t("paste.after")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.cells}>
              {(cell) => (
                <tr>
                  <td class="number">{cell.row + 1}</td>
                  <td>{columnName(cell)}</td>
                  <td>{cell.kind === "added" ? t("table.newRow") : cell.before || t("table.nothing")}</td>
                  <td>
                    {cell.text || t("table.nothing")}
                    <Show when={cell.kind === "misfit" && cell.fault}>
                      {(fault) => <span class="grid-fault">{t(`table.faults.${fault()}`)}</span>}
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroller>
    </Show>
  );
}
