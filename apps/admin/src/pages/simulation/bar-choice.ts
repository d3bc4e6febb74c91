import { createSignal, onCleanup } from "solid-js";
import type { BarRange } from "./histogram-bars.ts";

type Choice = {
  readonly count: () => number;
  readonly chosen: () => BarRange | undefined;
  readonly onChoose: (range: BarRange | undefined) => void;
  /** Gives the focus to a bar. */
  readonly focus: (index: number) => void;
};

/**
 * How bars that stand side by side are chosen. One tab stop: arrows go from bar to bar, Enter or Space chooses one, Shift
 * with an arrow takes in the next as well, Escape chooses none. A click chooses one, dragging several; what is chosen a
 * second time is chosen no more.
 */
export function createBarChoice({ count, chosen, onChoose, focus }: Choice) {
  const [focused, setFocused] = createSignal(0);
  const [dragged, setDragged] = createSignal<BarRange>();
  let anchor: number | undefined;
  const choose = (range: BarRange): void => {
    const now = chosen();
    onChoose(now?.first === range.first && now.last === range.last ? undefined : range);
  };
  // The page takes over, as where a finger scrolls it: nothing is chosen.
  const giveUp = (): void => {
    anchor = undefined;
    setDragged(undefined);
  };
  const endDrag = (): void => {
    const range = dragged();
    giveUp();
    if (range) choose(range);
  };
  document.addEventListener("pointerup", endDrag);
  document.addEventListener("pointercancel", giveUp);
  onCleanup(() => {
    document.removeEventListener("pointerup", endDrag);
    document.removeEventListener("pointercancel", giveUp);
  });
  const step = (event: KeyboardEvent, index: number): void => {
    const next = index + (event.key === "ArrowRight" ? 1 : -1);
    event.preventDefault();
    if (next < 0 || next >= count()) return;
    if (event.shiftKey) {
      const { first, last } = chosen() ?? { first: index, last: index };
      // The end on which the focus stands goes along; the other one stays.
      onChoose(between(index === last ? first : last, next));
    }
    setFocused(next);
    focus(next);
  };
  return {
    isChosen: (index: number): boolean => {
      const range = dragged() ?? chosen();
      return range !== undefined && range.first <= index && index <= range.last;
    },
    /** What a bar needs, besides what it shows. */
    bar: (index: number) => ({
      tabIndex: focused() === index ? 0 : -1,
      onFocus: () => setFocused(index),
      onKeyDown: (event: KeyboardEvent): void => {
        if (event.isComposing) return;
        if (event.key === "ArrowRight" || event.key === "ArrowLeft") step(event, index);
        if (event.key === "Escape" && chosen()) onChoose(undefined);
      },
      // Enter, Space and what reads the page aloud click without a pointer.
      onClick: (event: MouseEvent) => event.detail === 0 && choose({ first: index, last: index }),
      onPointerDown: (event: PointerEvent): void => {
        if (event.button !== 0) return;
        anchor = index;
        setDragged({ first: index, last: index });
      },
      onPointerEnter: () => anchor !== undefined && setDragged(between(anchor, index)),
    }),
  };
}

function between(one: number, other: number): BarRange {
  return { first: Math.min(one, other), last: Math.max(one, other) };
}
