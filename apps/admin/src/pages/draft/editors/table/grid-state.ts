import { type Accessor, createMemo, createSignal } from "solid-js";
import { type Direction, moved } from "./keys.ts";
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

/** Which cell is active, what is selected, and whether the active cell is being edited. */
export function createGridState(size: Accessor<Place>): GridState {
  const [asked, setAsked] = createSignal<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = createSignal<Place>();
  const [isEditing, setEditing] = createSignal(false);
  // Rows go while a cell in them is active, by undo or by somebody else.
  const inside = ({ row, column }: Place): Place => ({
    row: Math.max(0, Math.min(row, size().row - 1)),
    column: Math.max(0, Math.min(column, size().column - 1)),
  });
  const active = createMemo(() => inside(asked()), undefined, { equals: isSamePlace });
  const range = createMemo(() => rangeOf(active(), inside(anchor() ?? asked())), undefined, {
    equals: isSameRange,
  });
  const goTo = (place: Place, extend = false): void => {
    setAnchor(extend ? (anchor() ?? active()) : undefined);
    setAsked(inside(place));
  };
  return {
    active,
    range,
    isEditing,
    setEditing,
    goTo,
    move: (to, extend = false) => goTo(moved(active(), to, size()), extend),
    select: ({ top, bottom, left, right }) => {
      setAsked({ row: top, column: left });
      setAnchor({ row: bottom, column: right });
    },
  };
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
