import type { CellInput } from "./cell-input.tsx";
import type { GridModel } from "./grid-commands.ts";
import type { GridState } from "./grid-state.ts";
import type { Place } from "./table-view.ts";

/** The cell that something drawn in a grid is part of; the number of a row is in column -1. */
export function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>("td, th") : null;
  const row = cell?.closest("tr");
  return cell && row ? { row: row.sectionRowIndex, column: cell.cellIndex - 1 } : undefined;
}

type Listening = { readonly model: GridModel; readonly state: GridState; readonly input: CellInput };

/** The mouse is a second way to what the keys do: select, reach a range, select a row by its number, open a cell. */
export function listenToMouse(body: HTMLTableSectionElement, { model, state, input }: Listening): void {
  body.addEventListener("mousedown", (event) => {
    const place = placeOf(event.target);
    if (!place || event.button !== 0 || input.has(event.target)) return;
    event.preventDefault();
    input.finish();
    const { row, column } = place;
    if (column >= 0) state.goTo(place, event.shiftKey);
    else state.select({ top: row, bottom: row, left: 0, right: model.columns().length - 1 });
    input.focus();
  });
  body.addEventListener("mouseover", (event) => {
    const place = event.buttons === 1 && !state.isEditing() ? placeOf(event.target) : undefined;
    if (place && place.column >= 0) state.goTo(place, true);
  });
  body.addEventListener("dblclick", input.open);
}
