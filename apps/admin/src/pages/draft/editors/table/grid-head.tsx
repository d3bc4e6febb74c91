import { For, type JSX, Show } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import { useColumnName, useColumnUnit } from "./column-name.ts";
import type { Column } from "./columns.ts";

/** What each column asks or says, and in which unit its figures are. */
export function GridHead(props: { readonly columns: readonly Column[] }): JSX.Element {
  const { t } = useWords();
  const nameOf = useColumnName();
  const unitOf = useColumnUnit();
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex="1">
        <th class="grid-number" role="columnheader" scope="col" aria-colindex="1">
          <span class="unseen">{t("table.row")}</span>
        </th>
        <For each={props.columns}>
          {(column, index) => (
            <th role="columnheader" scope="col" aria-colindex={index() + 2} data-part={column.part}>
              <Show when={column.part !== "references"}>
                <span class="grid-side">
                  {column.part === "when" ? t("table.conditionsHead") : t("table.resultsHead")}
                </span>
              </Show>
              {nameOf(column)}
              <Show when={unitOf(column)}>{(unit) => <span class="grid-unit"> ({unit()})</span>}</Show>
            </th>
          )}
        </For>
      </tr>
    </thead>
  );
}
