/** So long after the last key or movement somebody counts as being at work. */
const AT_WORK_MS = 2 * 60 * 1000;

let lastSign = Date.now();
for (const sign of ["pointerdown", "pointermove", "keydown", "focus", "wheel"] as const)
  window.addEventListener(sign, () => (lastSign = Date.now()), { passive: true, capture: true });

/**
 * Whether somebody is at work in this window. What asks the service again and again asks this first: every request keeps
 * the session going, which is to end where nobody is there.
 */
export function isAtWork(): boolean {
  return document.visibilityState === "visible" && Date.now() - lastSign < AT_WORK_MS;
}
