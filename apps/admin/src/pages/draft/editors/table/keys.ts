import type { Place } from "./table-view.ts";

export type Direction =
  | "up"
  | "down"
  | "left"
  | "right"
  | "rowStart"
  | "rowEnd"
  | "first"
  | "last"
  | "pageUp"
  | "pageDown"
  | "top"
  | "bottom";

/** What a key means in the grid. */
export type GridAction =
  | { readonly kind: "move"; readonly to: Direction; readonly extend: boolean }
  | { readonly kind: "tab"; readonly to: "left" | "right" }
  | { readonly kind: "commit"; readonly to: "up" | "down" | "left" | "right" }
  | { readonly kind: "open" | "cancel" | "leave" | "clear" | "fillDown" | "selectAll" }
  | { readonly kind: "moveRows"; readonly step: 1 | -1 };

/** The keys that the grid looks at, with what was held down. */
export type Press = Pick<
  KeyboardEvent,
  "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "keyCode"
>;

/** What browsers report of a key that an input method took for itself. */
const TAKEN_BY_INPUT_METHOD = 229;

/** What a key does; `undefined` leaves it to the text that is being typed. While pinyin is composed, it always is. */
export function actionOf(press: Press, isEditing: boolean): GridAction | undefined {
  if (press.isComposing || press.keyCode === TAKEN_BY_INPUT_METHOD) return undefined;
  return isEditing ? whileEditing(press) : whileSelected(press);
}

function whileEditing({ key, shiftKey, ctrlKey, metaKey, altKey }: Press): GridAction | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === "Enter") return { kind: "commit", to: shiftKey ? "up" : "down" };
  if (key === "Tab") return { kind: "commit", to: shiftKey ? "left" : "right" };
  return key === "Escape" ? { kind: "cancel" } : undefined;
}

function whileSelected(press: Press): GridAction | undefined {
  const { key, shiftKey, altKey } = press;
  if (altKey) return withAlt(key);
  if (press.ctrlKey || press.metaKey) return withControl(press);
  if (key === "Tab") return { kind: "tab", to: shiftKey ? "left" : "right" };
  if (key === "Enter") return shiftKey ? { kind: "move", to: "up", extend: false } : { kind: "open" };
  const to = MOVES[key];
  if (to) return { kind: "move", to, extend: shiftKey };
  const kind = SINGLE[key];
  return kind === undefined ? undefined : { kind };
}

const MOVES: Readonly<Partial<Record<string, Direction>>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "rowStart",
  End: "rowEnd",
  PageUp: "pageUp",
  PageDown: "pageDown",
};

const SINGLE: Readonly<Partial<Record<string, "open" | "clear" | "leave">>> = {
  F2: "open",
  Delete: "clear",
  Backspace: "clear",
  Escape: "leave",
};

const FAR_MOVES: Readonly<Partial<Record<string, Direction>>> = {
  Home: "first",
  End: "last",
  ArrowUp: "top",
  ArrowDown: "bottom",
  ArrowLeft: "rowStart",
  ArrowRight: "rowEnd",
};

function withControl({ key, shiftKey }: Press): GridAction | undefined {
  const to = FAR_MOVES[key];
  if (to) return { kind: "move", to, extend: shiftKey };
  if (shiftKey) return undefined;
  if (key === "d" || key === "D") return { kind: "fillDown" };
  return key === "a" || key === "A" ? { kind: "selectAll" } : undefined;
}

function withAlt(key: string): GridAction | undefined {
  if (key === "ArrowUp") return { kind: "moveRows", step: -1 };
  return key === "ArrowDown" ? { kind: "moveRows", step: 1 } : undefined;
}

/** How many rows a page of the keyboard is. */
const PAGE = 10;

/** Where a move leads; at an edge it stays. */
export function moved(from: Place, to: Direction, size: Place): Place {
  const { row, column } = target(from, to, size);
  return { row: within(row, size.row), column: within(column, size.column) };
}

function target({ row, column }: Place, to: Direction, size: Place): Place {
  const lastRow = size.row - 1;
  const lastColumn = size.column - 1;
  const places: Readonly<Record<Direction, Place>> = {
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    rowStart: { row, column: 0 },
    rowEnd: { row, column: lastColumn },
    first: { row: 0, column: 0 },
    last: { row: lastRow, column: lastColumn },
    pageUp: { row: row - PAGE, column },
    pageDown: { row: row + PAGE, column },
    top: { row: 0, column },
    bottom: { row: lastRow, column },
  };
  return places[to];
}

/** Where Tab leads: behind the end of a row to the beginning of the next one; `undefined` out of the grid. */
export function tabbed({ row, column }: Place, to: "left" | "right", size: Place): Place | undefined {
  const at = row * size.column + column + (to === "right" ? 1 : -1);
  if (at < 0 || at >= size.row * size.column) return undefined;
  return { row: Math.floor(at / size.column), column: at % size.column };
}

function within(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}
