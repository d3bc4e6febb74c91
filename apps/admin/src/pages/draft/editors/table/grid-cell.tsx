import { type JSX, Show, createMemo } from "solid-js";
import type { Json } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import { cellText, figuresBehind } from "./cell-text.ts";
import type { Column } from "./columns.ts";
import type { GridCommands } from "./grid-commands.ts";
import { type Published, publishedCell } from "./published.ts";
import { type Place, cellIn, cellPointer } from "./table-view.ts";

/** One cell: what stands in it, what does not fit in it, and what the published version had there. */
export function GridCell(props: {
  readonly row: Json;
  readonly rowId: string;
  readonly at: Place;
  readonly column: Column;
  readonly table: string;
  readonly commands: GridCommands;
  readonly published: Published | undefined;
  readonly tableArticles: Json | undefined;
  readonly isActive: boolean;
  readonly isSelected: boolean;
}): JSX.Element {
  const { t } = useWords();
  const value = createMemo(() => cellIn(props.row, props.column));
  const before = createMemo(() => publishedCell(props.published, props.rowId, props.column));
  const rejected = () => props.commands.rejectedIn(props.rowId, props.at.column);
  return (
    <td
      role="gridcell"
      tabindex="-1"
      aria-colindex={props.at.column + 2}
      aria-selected={props.isSelected}
      aria-invalid={rejected() ? true : undefined}
      data-active={props.isActive ? "" : undefined}
      data-kind={kindOf(props.column)}
      data-at={cellPointer(props.table, props.at.row, props.column)}
    >
      {/* The text field comes into the cell beside this; what is drawn here never touches it. */}
      <div class="grid-text">
        <Show
          when={rejected()}
          fallback={
            <Stored
              value={value()}
              column={props.column}
              before={before()}
              tableArticles={props.tableArticles}
            />
          }
        >
          {(typed) => (
            <>
              <span class="grid-typed">{typed().text}</span>
              <span class="grid-fault">{t(`table.faults.${typed().fault}`)}</span>
            </>
          )}
        </Show>
      </div>
    </td>
  );
}

function Stored(props: {
  readonly value: Json | undefined;
  readonly column: Column;
  readonly before: { readonly value: Json | undefined } | undefined;
  readonly tableArticles: Json | undefined;
}): JSX.Element {
  const { t, language } = useWords();
  const written = (value: Json | undefined): string => cellText(value, props.column, language());
  const text = createMemo(() => written(props.value));
  const was = createMemo(() => {
    const said = props.before && written(props.before.value);
    return said === text() ? undefined : said;
  });
  return (
    <>
      <Show when={text()} fallback={<Blank column={props.column} tableArticles={props.tableArticles} />}>
        {text()}
      </Show>
      <Show when={figuresBehind(props.value, props.column)}>
        {(figures) => <span class="grid-behind">{figures()}</span>}
      </Show>
      <Show when={was() !== undefined}>
        <span class="grid-was">{t("table.was", { text: was() || t("table.nothing") })}</span>
      </Show>
    </>
  );
}

/** A value that is still to be filled in; and a row without articles has those of its table. */
function Blank(props: { readonly column: Column; readonly tableArticles: Json | undefined }): JSX.Element {
  const { t, language } = useWords();
  return (
    <Show
      when={props.column.part === "references"}
      fallback={<span class="grid-blank">{t("table.toFill")}</span>}
    >
      <Show when={cellText(props.tableArticles, props.column, language())}>
        {(articles) => (
          <span class="grid-inherited">{t("table.sameArticles", { articles: articles() })}</span>
        )}
      </Show>
    </Show>
  );
}

/** Figures stand on the right, one below the other; everything else on the left. */
function kindOf(column: Column): "figure" | "text" {
  return column.part !== "references" && column.measure.kind === "figure" ? "figure" : "text";
}
