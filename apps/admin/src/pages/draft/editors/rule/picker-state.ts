import { type Accessor, createMemo, createSignal } from "solid-js";
import type { Json } from "../../../../document/pointer.ts";
import { type Choice, found } from "./choice.ts";

/** What a picker is given to choose from. */
export type PickerSource = {
  /** What is chosen, as it is shown. */
  readonly shown: string;
  readonly choices: readonly Choice[];
  readonly onPick: (value: Json) => void;
  /** The choice that a typed text stands for by itself. */
  readonly read?: (text: string) => Choice | undefined;
  /** What is typed counts when the field is left, without being chosen. */
  readonly takesTyped?: boolean;
};

/** A picker while it is used: what is typed, what is offered, and which of it is lit. */
export type PickerState = {
  readonly typed: Accessor<string | undefined>;
  readonly isOpen: Accessor<boolean>;
  readonly lit: Accessor<number>;
  readonly options: Accessor<readonly Choice[]>;
  readonly open: () => void;
  readonly close: () => void;
  readonly type: (text: string) => void;
  readonly pick: (choice: Choice | undefined) => void;
  /** Goes on by so many of what is offered, from the last to the first and back. */
  readonly step: (by: 1 | -1) => void;
  /** The field is left: what was typed counts where it is called so, or stands for itself; else it is forgotten. */
  readonly leave: () => void;
};

export function createPicker(source: PickerSource): PickerState {
  const [typed, setTyped] = createSignal<string>();
  const [isOpen, setOpen] = createSignal(false);
  const [lit, setLit] = createSignal(0);
  const own = (): Choice | undefined => (typed() ? source.read?.(typed() ?? "") : undefined);
  const options = createMemo(() => (isOpen() ? withOwn(found(source.choices, typed() ?? ""), own()) : []));
  const close = (): void => {
    setOpen(false);
    setTyped(undefined);
  };
  const pick = (choice: Choice | undefined): void => {
    close();
    if (choice) source.onPick(choice.value);
  };
  return {
    typed,
    isOpen,
    lit,
    options,
    close,
    pick,
    open: () => {
      setOpen(true);
      setLit(
        Math.max(
          0,
          options().findIndex(({ label }) => label === source.shown),
        ),
      );
    },
    type: (text) => {
      setTyped(text);
      setLit(0);
      setOpen(true);
    },
    step: (by) => {
      const count = options().length;
      if (count > 0) setLit((lit() + by + count) % count);
    },
    leave: () => {
      const text = typed()?.trim().toLowerCase();
      const named = source.choices.find(({ label }) => label.toLowerCase() === text);
      pick(text === undefined ? undefined : (named ?? (source.takesTyped === true ? own() : undefined)));
    },
  };
}

/** What was typed itself: a number first, since nobody looks for one; else after everything that has such a name. */
function withOwn(named: readonly Choice[], own: Choice | undefined): readonly Choice[] {
  if (own === undefined) return named;
  return typeof own.value === "number" ? [own, ...named] : [...named, own];
}
