import { type Accessor, batch } from "solid-js";
import type { Language } from "@evenhand/domain";
import { createStore } from "solid-js/store";
import { type Json, fieldsOf, textAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import { cellText } from "./cell-text.ts";
import type { TextRange } from "./clipboard.ts";
import { useColumnName } from "./column-name.ts";
import type { Column } from "./columns.ts";
import type { GridState, Range } from "./grid-state.ts";
import { type Fault, readCell } from "./read-cell.ts";
import {
  type CellChange,
  type TableChange,
  blankRow,
  withCells,
  withRowsIn,
  withRowsMoved,
  withoutRows,
} from "./table-changes.ts";
import { type Place, cellIn } from "./table-view.ts";

/** What was typed into a cell and does not fit there. */
export type Rejected = { readonly text: string; readonly fault: Fault };

/** What the grid works on. */
export type GridModel = {
  readonly table: string;
  readonly columns: Accessor<readonly Column[]>;
  readonly rows: Accessor<readonly Json[]>;
  readonly edit: (label: string, change: TableChange) => void;
};

export type GridCommands = CellCommands & RowCommands;

export type CellCommands = {
  /** What stands in a cell, as it is edited: what did not fit, or what the document holds. */
  readonly textAt: (place: Place) => string;
  readonly rejectedIn: (rowId: string, column: number) => Rejected | undefined;
  readonly isRejected: (place: Place) => boolean;
  /** Takes what was typed; what does not fit stays in its cell, with the reason. */
  readonly commit: (place: Place, text: string) => void;
  /** Lets go of what did not fit in a cell; says whether there was anything. */
  readonly letGo: (place: Place) => boolean;
  readonly clear: (range: Range) => void;
  readonly fillDown: (range: Range) => void;
  readonly textsIn: (range: Range) => TextRange;
};

export type RowCommands = {
  readonly addRow: (at: number) => void;
  readonly duplicate: (range: Range) => void;
  readonly remove: (range: Range) => void;
  readonly moveRows: (range: Range, step: 1 | -1) => void;
};

/** Everything that can be done in the grid, each one edit with a name that undo shows. */
export function createGridCommands(model: GridModel, state: GridState): GridCommands {
  return { ...createCellCommands(model), ...createRowCommands(model, state) };
}

function createCellCommands(model: GridModel): CellCommands {
  const { t, language } = useWords();
  const [rejected, setRejected] = createStore<Record<string, Rejected | undefined>>({});
  const keyOf = ({ row, column }: Place): string => `${textAt(model.rows()[row] ?? null, "/id")}/${column}`;
  const { stored, shown, isStored } = createReader(model, language);
  const labelOf = useEditLabel(model, shown);
  const change = (changes: readonly CellChange[]): void => {
    const real = changes.filter((one) => !isStored(one, one.value));
    if (real.length === 0) return;
    const label = t("table.editedCells", { count: real.length });
    model.edit(label, withCells(model.table, model.columns(), real));
  };
  const commit = (place: Place, text: string): void => {
    const column = model.columns()[place.column];
    if (!column) return;
    const isSame = text.trim() === shown(place);
    const reading = isSame ? { value: stored(place) } : readCell(text, column, stored(place));
    if ("fault" in reading) {
      setRejected(keyOf(place), { text, fault: reading.fault });
      return;
    }
    setRejected(keyOf(place), undefined);
    if (isStored(place, reading.value)) return;
    const changes = [{ ...place, value: reading.value }];
    model.edit(
      labelOf(place, cellText(reading.value, column, language())),
      withCells(model.table, model.columns(), changes),
    );
  };
  return {
    textAt: (place) => rejected[keyOf(place)]?.text ?? shown(place),
    rejectedIn: (id, column) => rejected[`${id}/${column}`],
    isRejected: (place) => rejected[keyOf(place)] !== undefined,
    commit,
    letGo: (place) => {
      const had = rejected[keyOf(place)] !== undefined;
      setRejected(keyOf(place), undefined);
      return had;
    },
    clear: (range) => {
      const places = placesIn(range);
      for (const place of places) setRejected(keyOf(place), undefined);
      change(places.map((place) => ({ ...place, value: blankOf(model.columns()[place.column]) })));
    },
    fillDown: (given) => {
      const range = given.top === given.bottom ? { ...given, top: Math.max(0, given.top - 1) } : given;
      const above = ({ column }: Place): Json | undefined => stored({ row: range.top, column });
      change(placesIn(range).map((place) => ({ ...place, value: above(place) })));
    },
    textsIn: ({ top, bottom, left, right }) =>
      upTo(top, bottom).map((row) => upTo(left, right).map((column) => shown({ row, column }))),
  };
}

/** What stands in the cells of a model: as the document holds it, and as it is written. */
function createReader(model: GridModel, language: Accessor<Language>) {
  const stored = ({ row, column }: Place): Json | undefined => {
    const one = model.columns()[column];
    return one && cellIn(model.rows()[row], one);
  };
  return {
    stored,
    shown: (place: Place): string => {
      const column = model.columns()[place.column];
      return column ? cellText(stored(place), column, language()) : "";
    },
    isStored: (place: Place, value: Json | undefined): boolean =>
      JSON.stringify(value) === JSON.stringify(stored(place)),
  };
}

/** What undo calls the edit of one cell. */
function useEditLabel(
  model: GridModel,
  shown: (place: Place) => string,
): (place: Place, after: string) => string {
  const { t } = useWords();
  const nameOf = useColumnName();
  return (place, after) => {
    const column = model.columns()[place.column];
    return t("table.edited", {
      row: place.row + 1,
      column: column ? nameOf(column) : "",
      before: shown(place) || t("table.nothing"),
      after: after || t("table.nothing"),
    });
  };
}

function createRowCommands(model: GridModel, state: GridState): RowCommands {
  const { t } = useWords();
  const { table } = model;
  return {
    addRow: (at) =>
      model.edit(t("table.rowAdded", { row: at + 1 }), (document) =>
        withRowsIn(table, at, [blankRow(document, table)])(document),
      ),
    duplicate: ({ top, bottom }) => {
      const copies = model
        .rows()
        .slice(top, bottom + 1)
        .map(fieldsOf);
      batch(() => {
        model.edit(
          t("table.rowsDuplicated", { rows: rowsNamed(top, bottom) }),
          withRowsIn(table, bottom + 1, copies),
        );
        state.goTo({ row: bottom + 1, column: state.active().column });
      });
    },
    remove: ({ top, bottom }) =>
      model.edit(t("table.rowsRemoved", { rows: rowsNamed(top, bottom) }), withoutRows(table, top, bottom)),
    moveRows: (range, step) => {
      const { top, bottom } = range;
      if (top + step < 0 || bottom + step >= model.rows().length) return;
      batch(() => {
        model.edit(
          t("table.rowsMoved", { rows: rowsNamed(top, bottom), to: top + step + 1 }),
          withRowsMoved(table, { from: top, to: bottom, step }),
        );
        const { row, column } = state.active();
        if (top === bottom) state.goTo({ row: row + step, column });
        else state.select({ ...range, top: top + step, bottom: bottom + step });
      });
    },
  };
}

function placesIn({ top, bottom, left, right }: Range): readonly Place[] {
  return upTo(top, bottom).flatMap((row) => upTo(left, right).map((column) => ({ row, column })));
}

function upTo(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function rowsNamed(top: number, bottom: number): string {
  return top === bottom ? String(top + 1) : `${top + 1}–${bottom + 1}`;
}

/** A cell that is cleared holds of anything; a value is to be filled in again; articles are the table's. */
function blankOf(column: Column | undefined): Json | undefined {
  return column?.part === "references" ? undefined : null;
}
