import type { GridCommands, GridModel } from "./grid-commands.ts";
import type { GridState } from "./grid-state.ts";
import { type GridAction, type Direction, moved, tabbed } from "./keys.ts";
import type { Place } from "./table-view.ts";

/** What the keys work on. */
export type Performing = {
  readonly model: GridModel;
  readonly state: GridState;
  readonly commands: GridCommands;
  readonly isReadOnly: () => boolean;
  readonly open: () => void;
  /** Takes what is being typed; says whether its row was still there. */
  readonly finish: () => boolean;
  /** Lets go of what is being typed. */
  readonly close: () => void;
  readonly leave: () => void;
};

/** Does what a key means in the grid; says whether that was anything, so that else the browser may. */
export function perform(action: GridAction, on: Performing): boolean {
  const { state, commands } = on;
  switch (action.kind) {
    case "move":
      state.move(action.to, action.extend);
      return true;
    case "tab":
      return goByTab(action.to, on);
    case "commit":
      if (on.finish()) goOn(action.to, on);
      return true;
    case "open":
      on.open();
      return true;
    case "cancel":
      on.close();
      return true;
    case "leave":
      if (!commands.letGo(state.active())) on.leave();
      return true;
    case "selectAll":
      state.select({ top: 0, left: 0, bottom: sizeOf(on).row - 1, right: sizeOf(on).column - 1 });
      return true;
    case "clear":
      if (!on.isReadOnly()) commands.clear(state.range());
      return true;
    case "fillDown":
      if (!on.isReadOnly()) commands.fillDown(state.range());
      return true;
    case "moveRows":
      if (!on.isReadOnly()) commands.moveRows(state.range(), action.step);
      return true;
  }
}

function goByTab(to: "left" | "right", { model, state }: Performing): boolean {
  const next = tabbed(state.active(), to, { row: model.rows().length, column: model.columns().length });
  if (next) state.goTo(next);
  return next !== undefined;
}

/** After Enter in the last row there is one more. */
function goOn(to: Extract<Direction, "up" | "down" | "left" | "right">, on: Performing): void {
  const { state, commands } = on;
  const from = state.active();
  if (to === "down" && from.row === sizeOf(on).row - 1 && !commands.isRejected(from))
    commands.addRow(from.row + 1);
  if (to === "left" || to === "right") goByTab(to, on);
  else state.goTo(moved(from, to, sizeOf(on)));
}

function sizeOf({ model }: Performing): Place {
  return { row: model.rows().length, column: model.columns().length };
}
