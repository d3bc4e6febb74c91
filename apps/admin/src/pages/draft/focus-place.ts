/** What people can put the cursor into, or press. */
const FOCUSABLE = "input, select, textarea, button, a[href], [tabindex]";

/**
 * Puts the cursor where the value at a pointer is edited: into the element whose `data-at` is that pointer; else into the
 * first of those that edit parts of the value; else into the one that edits the smallest part the value lies in. Where an
 * element cannot have the cursor, the first in it that can gets it; where it is folded away, it is unfolded. Says whether
 * there was such an element.
 */
export function focusPlace(pointer: string, within: ParentNode = document): boolean {
  const places = [...within.querySelectorAll<HTMLElement>("[data-at]")];
  const nearest = places[nearestOf(places.map(pointerOf), pointer)];
  const element = nearest?.matches(FOCUSABLE) ? nearest : nearest?.querySelector<HTMLElement>(FOCUSABLE);
  const folded = nearest?.closest("details");
  if (folded) folded.open = true;
  element?.focus();
  nearest?.scrollIntoView({ block: "nearest" });
  return nearest !== undefined;
}

/** Puts the cursor where the value at a pointer is edited, as soon as it is there. */
export function focusPlaceSoon(pointer: string): void {
  onceShown(() => focusPlace(pointer));
}

/** Tries something with each frame until it succeeds, for about a second: what a page shows may be on its way. */
export function onceShown(work: () => boolean): void {
  let frames = 0;
  const tryIt = (): void => {
    frames += 1;
    if (!work() && frames < MOST_FRAMES) requestAnimationFrame(tryIt);
  };
  requestAnimationFrame(tryIt);
}

const MOST_FRAMES = 60;

function pointerOf({ dataset }: HTMLElement): string {
  return dataset["at"] ?? "";
}

/**
 * Which of some pointers is the nearest to one, by its index; -1 where none leads to it, into it or around it.
 *
 * @example nearestOf(["/rules/0", "/rules/0/label/en", "/rules/1"], "/rules/0/label") // 1
 */
export function nearestOf(pointers: readonly string[], wanted: string): number {
  const same = pointers.indexOf(wanted);
  if (same !== -1) return same;
  const inside = pointers.findIndex((one) => one.startsWith(`${wanted}/`));
  if (inside !== -1) return inside;
  const around = pointers.filter((one) => wanted.startsWith(`${one}/`));
  // What edits the whole of it stands behind what leads to its most important part.
  return pointers.lastIndexOf(around.toSorted((left, right) => right.length - left.length)[0] ?? "none");
}
