import { type Accessor, type JSX, createEffect, createSignal } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import { type ChoiceList, createChoiceList } from "./choice-list.tsx";
import { writeHtml, writeTsv } from "./clipboard.ts";
import { useColumnName } from "./column-name.ts";
import type { GridCommands, GridModel } from "./grid-commands.ts";
import type { GridState } from "./grid-state.ts";
import { createHeldCell } from "./held-cell.tsx";
import { actionOf } from "./keys.ts";
import { perform } from "./perform.ts";
import type { Place } from "./table-view.ts";

type Given = {
  readonly model: GridModel;
  readonly state: GridState;
  readonly commands: GridCommands;
  readonly cellAt: (place: Place) => HTMLTableCellElement | undefined;
  /** The id of what says how the grid is used. */
  readonly describedBy: string;
  readonly isReadOnly: Accessor<boolean>;
  readonly onPaste: (clipboard: DataTransfer) => void;
  readonly onLeave: () => void;
};

export type CellInput = {
  readonly focus: () => void;
  /** Opens the active cell with what stands in it. */
  readonly open: () => void;
  /** Takes what is being typed, as Enter does; says whether its row was still there. */
  readonly finish: () => boolean;
  readonly has: (target: EventTarget | null) => boolean;
  readonly choices: JSX.Element;
  /** What is said where something typed could not be taken. */
  readonly notice: JSX.Element;
};

/**
 * The one text field of a grid. It lies in the active cell, unseen and empty until something is typed; that alone makes
 * it seen, so whatever an input method composes begins in it and ends in it.
 */
export function createCellInput(given: Given): CellInput {
  const { model, state, commands } = given;
  const [typed, setTyped] = createSignal("");
  const held = createHeldCell({ model, state, commit: commands.commit });
  const choices = createChoiceList({ model, state, typed, onTake: (text) => take(text) });
  const input = cellField(given, choices, {
    ...held.listeners,
    onInput: () => {
      held.begin();
      setTyped(input.value);
      choices.show(input);
    },
    onKeyDown: (event) => onKey(event),
    // In another window the field keeps what is typed, and so it does while it is carried into a cell.
    onBlur: () => queueMicrotask(() => document.activeElement !== input && finish()),
    ...clipboardListeners(given),
  });
  carry(input, given);
  return {
    focus: () => takeFocus(input),
    open,
    finish,
    has: (target) => target === input,
    choices: choices.element,
    notice: held.notice,
  };

  function close(): void {
    input.value = "";
    setTyped("");
    state.setEditing(false);
    choices.hide();
  }

  function open(): void {
    if (given.isReadOnly() || state.isEditing()) return;
    input.value = commands.textAt(state.active());
    held.begin();
    input.select();
    showWhole(input);
    choices.show(input);
  }

  function take(text: string): boolean {
    const isTaken = held.take(text);
    close();
    return isTaken;
  }

  function finish(): boolean {
    return !state.isEditing() || take(choices.taken() ?? input.value);
  }

  function onKey(event: KeyboardEvent): void {
    const isDone = state.isEditing() && choices.onKey(event);
    const action = isDone ? undefined : actionOf(event, state.isEditing());
    const { isReadOnly, onLeave: leave } = given;
    if (
      isDone ||
      (action && perform(action, { model, state, commands, isReadOnly, open, finish, close, leave }))
    )
      event.preventDefault();
    // While a cell is edited, undoing is of its text first.
    else if (state.isEditing() && (event.ctrlKey || event.metaKey)) event.stopPropagation();
  }
}

/** In a cell that is only selected, copying and pasting are of the range; in one that is edited, of its text. */
function clipboardListeners(given: Given): Pick<Listeners, "onCopy" | "onCut" | "onPaste"> {
  const { state, commands, isReadOnly, onPaste } = given;
  const copy = (event: ClipboardEvent): void => {
    if (state.isEditing()) return;
    event.preventDefault();
    const range = commands.textsIn(state.range());
    event.clipboardData?.setData("text/plain", writeTsv(range));
    event.clipboardData?.setData("text/html", writeHtml(range));
  };
  return {
    onCopy: copy,
    onCut: (event) => {
      copy(event);
      if (!state.isEditing() && !isReadOnly()) commands.clear(state.range());
    },
    onPaste: (event) => {
      if (state.isEditing() || !event.clipboardData) return;
      event.preventDefault();
      if (!isReadOnly()) onPaste(event.clipboardData);
    },
  };
}

/** Carries the field into the active cell, and the focus with it. */
function carry(input: HTMLTextAreaElement, { model, state, cellAt }: Given): void {
  let holdsFocus = false;
  input.addEventListener("focus", () => (holdsFocus = true));
  // A cell that is drawn anew takes the focus away for no longer than until the field lies in the new one.
  input.addEventListener("blur", () => queueMicrotask(() => (holdsFocus = document.activeElement === input)));
  createEffect(() => {
    // Rows and columns that are drawn anew may have taken the cell away that the field was in.
    model.columns();
    model.rows();
    const cell = cellAt(state.active());
    if (!cell || input.parentElement === cell) return;
    if (holdsFocus) {
      bring(input, cell);
      reveal(input);
    } else cell.append(input);
  });
}

function takeFocus(input: HTMLTextAreaElement): void {
  input.focus({ preventScroll: true });
  reveal(input);
}

/** Scrolls to the field, which may be wider than its cell while it is edited. */
function showWhole(input: HTMLTextAreaElement): void {
  input.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Scrolls to the cell of the field. */
function reveal(input: HTMLTextAreaElement): void {
  const cell = input.parentElement;
  const show = (): void => {
    if (cell && cell === input.parentElement) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const isDrawn = cell?.checkVisibility({ contentVisibilityAuto: true });
  show();
  // Rows that are not drawn are as high as was guessed, and move what was scrolled to once they are.
  if (!isDrawn) requestAnimationFrame(() => requestAnimationFrame(show));
}

/** Moves the field with the focus in it; where the browser cannot, taking it away and back costs two layouts of the page. */
function bring(input: HTMLTextAreaElement, cell: HTMLTableCellElement): void {
  if ("moveBefore" in cell && input.isConnected) cell.moveBefore(input, null);
  else {
    cell.append(input);
    input.focus({ preventScroll: true });
  }
}

type Listeners = Pick<
  JSX.TextareaHTMLAttributes<HTMLTextAreaElement>,
  | "onInput"
  | "onKeyDown"
  | "onBlur"
  | "onCopy"
  | "onCut"
  | "onPaste"
  | "onCompositionStart"
  | "onCompositionEnd"
>;

function cellField(given: Given, choices: ChoiceList, listeners: Listeners): HTMLTextAreaElement {
  const { state, commands, model } = given;
  const { t } = useWords();
  const nameOf = useColumnName();
  const label = (): string => {
    const place = state.active();
    const column = model.columns()[place.column];
    const text = commands.textAt(place) || t("table.nothing");
    return t("table.cell", { row: place.row + 1, column: column ? nameOf(column) : "", text });
  };
  // INVARIANT: the expression makes one element, and makes it once.
  return (
    <textarea
      class="grid-input"
      rows={1}
      spellcheck={false}
      autocomplete="off"
      readOnly={given.isReadOnly()}
      data-editing={state.isEditing() ? "" : undefined}
      aria-label={label()}
      aria-describedby={given.describedBy}
      role={choices.isShown() ? "combobox" : undefined}
      aria-expanded={choices.isShown() ? true : undefined}
      aria-autocomplete={choices.isShown() ? "list" : undefined}
      aria-controls={choices.isShown() ? choices.id : undefined}
      aria-activedescendant={choices.current()}
      {...listeners}
    />
  ) as HTMLTextAreaElement;
}
