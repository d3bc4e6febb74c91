import { type Accessor, batch, createComputed, createMemo, createSignal, on } from "solid-js";
import { type Direction, moved } from "./keys.ts";
import { steady } from "./steady.ts";
import type { Place } from "./table-view.ts";

/** A range of cells, both corners included. */
export type Range = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

export type GridState = {
  readonly active: Accessor<Place>;
  readonly range: Accessor<Range>;
  readonly isEditing: Accessor<boolean>;
  readonly setEditing: (editing: boolean) => void;
  /** Goes to a cell; with `extend` the range reaches from where it began to there. */
  readonly goTo: (place: Place, extend?: boolean) => void;
  readonly move: (to: Direction, extend?: boolean) => void;
  readonly select: (range: Range) => void;
};

/** What a grid has: its rows by their ids, in order, and how many columns. */
export type GridShape = {
  readonly rows: Accessor<readonly string[]>;
  readonly columns: Accessor<number>;
};

/** A place, with the id of its row, by which it is found again wherever that row goes. */
type Kept = Place & { readonly id: string };

/**
 * Which cell is active, what is selected, and whether the active cell is being edited. Where rows come, go or move, by
 * undo or by somebody else, what is active and selected stays with its rows.
 */
export function createGridState({ rows, columns }: GridShape): GridState {
  const kept = (place: Place): Kept => {
    const { row, column } = inside(place, { row: rows().length, column: columns() });
    return { row, column, id: rows()[row] ?? "" };
  };
  const [asked, setAsked] = createSignal(kept({ row: 0, column: 0 }));
  const [anchor, setAnchor] = createSignal<Kept>();
  const [isEditing, setEditing] = createSignal(false);
  const [ids, columnCount] = [steady(rows), steady(columns)];
  createComputed(
    on(
      ids,
      (now) =>
        batch(() => {
          setAsked((before) => following(before, now));
          setAnchor((before) => before && following(before, now));
        }),
      { defer: true },
    ),
  );
  // The last row may be gone.
  const shown = (place: Place): Place => inside(place, { row: ids().length, column: columnCount() });
  const active = createMemo(() => shown(asked()), undefined, { equals: isSamePlace });
  const range = createMemo(() => rangeOf(active(), shown(anchor() ?? asked())), undefined, {
    equals: isSameRange,
  });
  const goTo = (place: Place, extend = false): void => {
    setAnchor(extend ? (anchor() ?? kept(active())) : undefined);
    setAsked(kept(place));
  };
  return {
    active,
    range,
    isEditing,
    setEditing,
    goTo,
    move: (to, extend = false) =>
      goTo(moved(active(), to, { row: rows().length, column: columns() }), extend),
    select: ({ top, bottom, left, right }) => {
      setAsked(kept({ row: top, column: left }));
      setAnchor(kept({ row: bottom, column: right }));
    },
  };
}

function inside({ row, column }: Place, size: Place): Place {
  return {
    row: Math.max(0, Math.min(row, size.row - 1)),
    column: Math.max(0, Math.min(column, size.column - 1)),
  };
}

/** A place where its row is now; where that is gone, as it was. */
function following(place: Kept, rows: readonly string[]): Kept {
  const row = rows[place.row] === place.id || place.id === "" ? -1 : rows.indexOf(place.id);
  return row === -1 ? place : { ...place, row };
}

function rangeOf(one: Place, other: Place): Range {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.row === other.row && one.column === other.column;
}

function isSameRange(one: Range, other: Range): boolean {
  return (
    one.top === other.top &&
    one.bottom === other.bottom &&
    one.left === other.left &&
    one.right === other.right
  );
}
