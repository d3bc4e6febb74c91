import { focusManager } from "@tanstack/solid-query";

/** So long after the last key or movement somebody counts as being at work. */
const AT_WORK_MS = 2 * 60 * 1000;

let lastSign = Date.now();

/** Begins to take note of whether somebody is there; called once, when the application starts. */
export function watchSigns(): void {
  for (const sign of ["pointerdown", "pointermove", "keydown", "focus", "wheel"] as const)
    window.addEventListener(sign, noteSign, { passive: true, capture: true });
}

function noteSign(): void {
  const wasAway = !isAtWork();
  lastSign = Date.now();
  // Whoever comes back is shown what happened meanwhile, and what is asked for again and again goes on.
  if (wasAway) focusManager.onFocus();
}

/**
 * Whether somebody is at work in this window. What asks the service again and again asks this first: every request keeps
 * the session going, which is to end where nobody is there.
 */
export function isAtWork(): boolean {
  return document.visibilityState === "visible" && Date.now() - lastSign < AT_WORK_MS;
}

/** How often to ask for something again, in milliseconds; never where nobody is there. */
export function whileAtWork(ms: number): number | false {
  return isAtWork() && ms;
}
