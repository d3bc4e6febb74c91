import { type Accessor, For, type JSX, Show, createMemo, createSignal, createUniqueId } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import type { Column } from "./columns.ts";
import type { GridModel } from "./grid-commands.ts";
import type { GridState } from "./grid-state.ts";

type Given = {
  readonly model: GridModel;
  readonly state: GridState;
  /** What has been typed since the cell was opened; empty until then. */
  readonly typed: Accessor<string>;
  readonly onTake: (text: string) => void;
};

export type ChoiceList = {
  readonly id: string;
  readonly element: JSX.Element;
  readonly isShown: Accessor<boolean>;
  /** The id of the choice that the arrows have reached. */
  readonly current: Accessor<string | undefined>;
  readonly show: (under: HTMLElement) => void;
  readonly hide: () => void;
  /** What stands in the cell once the choice is taken that the arrows have reached. */
  readonly taken: () => string | undefined;
  /** Goes through the choices; says whether the key was for them. */
  readonly onKey: (event: KeyboardEvent) => boolean;
};

/** A cell is one screen line of a list of choices; more would hide the table. */
const MOST_OFFERED = 12;

/** In pixels: as high as a list may be. */
const LONGEST_LIST = 256;

/** What can be chosen in the cell that is being edited: the values of its fact, or figures of the policy by their names. */
export function createChoiceList({ model, state, typed, onTake }: Given): ChoiceList {
  const { t, language } = useWords();
  const id = createUniqueId();
  const [place, setPlace] = createSignal<JSX.CSSProperties>();
  const [reached, setReached] = createSignal(-1);
  const parts = createMemo(() => lastPart(typed()));
  const offered = createMemo((): readonly string[] => {
    if (!state.isEditing()) return [];
    const labels = labelsOf(model.columns()[state.active().column], language());
    const wanted = parts().last.trim().toLowerCase();
    const found = labels.filter((label) => label.toLowerCase().includes(wanted));
    return /\d/.test(wanted) || found[0] === parts().last ? [] : found.slice(0, MOST_OFFERED);
  });
  const isShown = (): boolean => place() !== undefined && offered().length > 0;
  const textOf = (label: string): string => parts().before + label;
  const reachedLabel = (): string | undefined => (isShown() ? offered()[reached()] : undefined);
  return {
    id,
    isShown,
    current: () => (reachedLabel() === undefined ? undefined : `${id}-${reached()}`),
    show: (under) => {
      setReached(-1);
      if (offered().length > 0) setPlace(placeBeside(under.getBoundingClientRect()));
    },
    hide: () => setPlace(undefined),
    taken: () => {
      const label = reachedLabel();
      return label === undefined ? undefined : textOf(label);
    },
    onKey: ({ key, isComposing, altKey }) => {
      if (isComposing || altKey || !isShown() || (key !== "ArrowDown" && key !== "ArrowUp")) return false;
      const count = offered().length;
      setReached((before) =>
        key === "ArrowDown" ? (before + 1) % count : (before <= 0 ? count : before) - 1,
      );
      return true;
    },
    element: (
      <Show when={isShown()}>
        <div
          id={id}
          class="grid-choices"
          role="listbox"
          aria-label={t("table.choices")}
          popover="manual"
          ref={(list) => queueMicrotask(() => list.isConnected && list.showPopover())}
          style={place()}
        >
          <For each={offered()}>
            {(label, index) => (
              // The text field keeps the focus and hears the keys.
              <div
                id={`${id}-${index()}`}
                role="option"
                tabindex="-1"
                aria-selected={index() === reached()}
                onMouseDown={(event) => {
                  event.preventDefault();
                  onTake(textOf(label));
                }}
              >
                {label}
              </div>
            )}
          </For>
        </div>
      </Show>
    ),
  };
}

/** Under a cell; above it where there is more room. */
function placeBeside({ top, bottom, left }: DOMRect): JSX.CSSProperties {
  const { innerHeight: height } = window;
  const [above, below] = [top, height - bottom];
  return above > below && below < LONGEST_LIST
    ? { left: `${left}px`, bottom: `${height - top}px` }
    : { left: `${left}px`, top: `${bottom}px` };
}

/** What is being typed of a list or a range: behind its last comma, dash or sign of comparison. */
function lastPart(text: string): { readonly before: string; readonly last: string } {
  const [, before = "", last = ""] = /^(.*[、,，;≤≥<>–~至到]\s*)?(.*)$/s.exec(text) ?? [];
  return { before, last };
}

function labelsOf(column: Column | undefined, language: "en" | "zh"): readonly string[] {
  if (!column || column.part === "references") return [];
  const { measure } = column;
  const labelled = measure.kind === "choice" ? measure.choices : measure.named;
  return labelled.map(({ label }) => label[language]);
}
