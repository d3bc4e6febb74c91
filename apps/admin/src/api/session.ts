import { createSignal } from "solid-js";

const [isOver, setOver] = createSignal(false);

/** Whether the service said that nobody is signed in any more; so until somebody is again. */
export const isSessionOver = isOver;

export function sessionEnded(): void {
  setOver(true);
}

export function sessionHolds(): void {
  setOver(false);
}
