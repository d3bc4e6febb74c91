import { useQuery } from "@tanstack/solid-query";
import { type Accessor, type JSX, Show, createMemo, untrack } from "solid-js";
import type { Diagnostic } from "../../../../api/answers.ts";
import {
  type Json,
  fieldsOf,
  itemsOf,
  jsonOf,
  pointerTo,
  stepsOf,
  textAt,
  valueAt,
} from "../../../../document/pointer.ts";
import { useLive } from "../../../../live/live.tsx";
import { useWords } from "../../../../words/words.tsx";
import { documentQuery } from "../../../policy/policy-queries.ts";
import type { DraftSession } from "../../draft-session.ts";
import { JsonEditor } from "../json-editor.tsx";
import { columnsOf } from "./columns.ts";
import { Grid } from "./grid.tsx";
import { type GridModel, createGridCommands } from "./grid-commands.ts";
import { createGridState } from "./grid-state.ts";
import { createPasting } from "./pasting.ts";
import { CoveragePanel } from "./coverage-panel.tsx";
import { PastePreview } from "./paste-preview.tsx";
import { SplitForm } from "./split-form.tsx";
import { type Published, publishedTable } from "./published.ts";
import { type Surroundings, surroundingsIn } from "./readable.ts";
import { steady } from "./steady.ts";
import "./table.css";
import { TableHead } from "./table-head.tsx";
import { TableMore } from "./table-more.tsx";
import { TableTools } from "./table-tools.tsx";
import { isTable } from "./table-view.ts";

/** One decision table: its rows as a grid, and which row counts. */
export function TableEditor(props: {
  readonly session: DraftSession;
  readonly id: string;
  readonly at: string;
}): JSX.Element {
  const { t } = useWords();
  const pointer = (): string => pointerTo("tables", props.id);
  const isGrid = createMemo(() => isTable(valueAt(props.session.document(), pointer())));
  return (
    <Show
      when={isGrid()}
      fallback={
        <>
          <p>{t("table.notShown")}</p>
          <JsonEditor session={props.session} at={pointer()} />
        </>
      }
    >
      <Show when={props.id} keyed>
        {(id) => <OpenTable session={props.session} id={id} at={props.at} />}
      </Show>
    </Show>
  );
}

function OpenTable(props: {
  readonly session: DraftSession;
  readonly id: string;
  readonly at: string;
}): JSX.Element {
  const { language } = useWords();
  const live = useLive();
  // A session and a table are opened once; another of either is another grid.
  const { session, id } = untrack(() => props);
  const table = createMemo(() => valueAt(session.document(), pointerTo("tables", id)) ?? null);
  const model = createModel(session, id, table);
  const rowIds = createMemo(() => model.rows().map((row) => textAt(row, "/id")), undefined, {
    equals: (one, other) => one.length === other.length && one.every((id, index) => id === other[index]),
  });
  const state = createGridState({ rows: rowIds, columns: () => model.columns().length });
  const commands = createGridCommands(model, state);
  const pasting = createPasting(model, state, commands);
  const published = usePublished(session, id);
  const problems = createMemo(() => problemsByRow(live.diagnostics(), id));
  const isReadOnly = (): boolean => session.draft().state !== "draft";
  const tableArticles = steady(createMemo(() => fieldsOf(table())["references"]));
  const name = (): string => textAt(table(), `/label/${language()}`, id);
  let focusGrid: (() => void) | undefined;
  /** What is done by a button is gone on with in the grid. */
  const goOn = (): void => focusGrid?.();
  return (
    <div class="table-editor">
      <TableHead session={session} id={id} table={table()} name={name()} isReadOnly={isReadOnly()} />
      <TableTools model={model} state={state} commands={commands} isReadOnly={isReadOnly()} onDone={goOn}>
        <SplitForm model={model} state={state} isReadOnly={isReadOnly()} onDone={goOn} />
      </TableTools>
      <Grid
        name={name()}
        model={model}
        state={state}
        commands={commands}
        at={props.at}
        isReadOnly={isReadOnly()}
        published={published()}
        tableArticles={tableArticles()}
        problems={problems()}
        onPaste={pasting.begin}
        takeFocus={(focus) => (focusGrid = focus)}
      />
      <Show when={pasting.plan()}>
        {(plan) => (
          <PastePreview
            plan={plan()}
            columns={model.columns()}
            isLost={pasting.isLost()}
            onPaste={pasting.confirm}
            onClose={pasting.cancel}
          />
        )}
      </Show>
      <CoveragePanel session={session} model={model} isReadOnly={isReadOnly()} />
      <TableMore session={session} id={id} at={props.at} />
    </div>
  );
}

/** What the grid works on. Columns are drawn anew where what they rest on changes, and not for every cell that does. */
function createModel(session: DraftSession, id: string, table: Accessor<Json>): GridModel {
  const inputs = createMemo(() => fieldsOf(table())["inputs"]);
  const outputs = createMemo(() => fieldsOf(table())["outputs"]);
  const event = createMemo(() => fieldsOf(table())["event"]);
  const around = createMemo(() => surroundingsIn(session.document()), undefined, { equals: areAlike });
  const columns = steady(
    createMemo(() => columnsOf({ inputs: inputs(), outputs: outputs(), event: event() }, around())),
  );
  const rows = createMemo(() => itemsOf(fieldsOf(table())["rows"]));
  return { table: id, columns, rows, edit: session.edit };
}

function areAlike(one: Surroundings, other: Surroundings): boolean {
  // INVARIANT: both have the keys of their type.
  return (Object.keys(one) as (keyof Surroundings)[]).every((key) => one[key] === other[key]);
}

/** The table as it stands in the version that the draft began as. */
function usePublished(session: DraftSession, id: string): Accessor<Published | undefined> {
  const base = useQuery(() => {
    const { policy, baseVersion } = session.draft();
    return { ...documentQuery({ policy, version: baseVersion ?? 0 }), enabled: baseVersion !== null };
  });
  return createMemo(() => {
    const version = base.data?.policy;
    return version && publishedTable(valueAt(jsonOf(version), pointerTo("tables", id)));
  });
}

function problemsByRow(diagnostics: readonly Diagnostic[], table: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { at } of diagnostics) {
    const [section, id, part, row] = stepsOf(at);
    if (section !== "tables" || id !== table || part !== "rows" || row === undefined) continue;
    counts.set(Number(row), (counts.get(Number(row)) ?? 0) + 1);
  }
  return counts;
}
