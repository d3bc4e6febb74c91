import { createEffect, on } from "solid-js";
import { focusPlace } from "./focus-place.ts";

/** Leads to places of a document with the cursor. */
export type Aim = {
  /** Takes the element in which the fields are. */
  readonly ref: (editor: HTMLElement) => void;
  /** The cursor goes to this place once it is shown, such as when a link to it was followed. */
  readonly aim: (pointer: string) => void;
  /** Shows a place, with the cursor in it. */
  readonly go: (pointer: string) => void;
};

/**
 * Leads the cursor to places, and only for whoever asks for that: an editor that moves within the part it shows keeps the
 * cursor where it put it.
 */
export function createAim(given: {
  readonly at: () => string;
  readonly ask: (pointer: string) => void;
}): Aim {
  let editor: HTMLElement | undefined;
  let aimedAt: string | undefined;
  const arrive = (): void => {
    if (aimedAt !== given.at() || !editor) return;
    focusPlace(aimedAt, editor);
    aimedAt = undefined;
  };
  createEffect(on(given.at, arrive, { defer: true }));
  const aim = (pointer: string): void => {
    aimedAt = pointer;
    queueMicrotask(arrive);
  };
  return {
    ref: (element) => void (editor = element),
    aim,
    go: (pointer) => {
      given.ask(pointer);
      aim(pointer);
    },
  };
}
