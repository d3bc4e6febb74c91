import { type Accessor, createMemo, createSignal } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import { type TextRange, readHtml, readTsv } from "./clipboard.ts";
import type { GridCommands, GridModel } from "./grid-commands.ts";
import type { GridState, Range } from "./grid-state.ts";
import { type PastePlan, pasted, planPaste, replaced } from "./paste-plan.ts";

export type Pasting = {
  /** What would be pasted, while it is looked at. */
  readonly plan: Accessor<PastePlan | undefined>;
  /** Whether a row is gone that the plan was made for, so that it cannot be pasted any more. */
  readonly isLost: Accessor<boolean>;
  readonly begin: (clipboard: DataTransfer) => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
};

/** Pasting in two steps: what would change, and only then the change, all of it as one edit. */
export function createPasting(model: GridModel, state: GridState, commands: GridCommands): Pasting {
  const { t, language } = useWords();
  const [begun, setBegun] = createSignal<PastePlan>();
  const placed = createMemo(() => {
    const plan = begun();
    return plan && replaced(plan, model.rows());
  });
  return {
    plan: () => placed() ?? begun(),
    isLost: () => begun() !== undefined && placed() === undefined,
    begin: (clipboard) => {
      const range = rangeIn(clipboard);
      const selected = state.range();
      const { top: row, left: column } = selected;
      const [[only = ""] = []] = range;
      if (isSingle(range) && isOneCell(selected)) {
        commands.commit({ row, column }, only);
        return;
      }
      const laid = isSingle(range) ? filling(selected, only) : range;
      const target = { at: { row, column }, columns: model.columns(), rows: model.rows() };
      setBegun(planPaste(laid, { ...target, language: language() }));
    },
    confirm: () => {
      const planned = placed();
      setBegun(undefined);
      if (!planned) return;
      const { rows, columns } = planned;
      model.edit(t("paste.done", { rows, columns }), pasted(planned, model.table, model.columns()));
    },
    cancel: () => setBegun(undefined),
  };
}

/** Spreadsheets write text with tabs; what comes without, such as from a page, may still be a table. */
function rangeIn(clipboard: DataTransfer): TextRange {
  const text = clipboard.getData("text/plain");
  const html = clipboard.getData("text/html");
  return (/[\t\n]/.test(text) || html === "" ? undefined : readHtml(html)) ?? readTsv(text);
}

function isSingle(range: TextRange): boolean {
  return range.length === 1 && range[0]?.length === 1;
}

function isOneCell({ top, bottom, left, right }: Range): boolean {
  return top === bottom && left === right;
}

/** One text in every cell of a range, as spreadsheets do it. */
function filling({ top, bottom, left, right }: Range, text: string): TextRange {
  return Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => text));
}
