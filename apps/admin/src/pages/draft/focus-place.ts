/** What people can put the cursor into, or press. */
const FOCUSABLE = "input, select, textarea, button, a[href], [tabindex]";

/**
 * Puts the cursor where the value at a pointer is edited: into the element whose `data-at` is that pointer; else into the
 * first of those that edit parts of the value; else into the one that edits the smallest part the value lies in. Where an
 * element cannot have the cursor, the first in it that can gets it.
 */
export function focusPlace(within: ParentNode, pointer: string): void {
  const places = [...within.querySelectorAll<HTMLElement>("[data-at]")];
  const nearest = places[nearestOf(places.map(pointerOf), pointer)];
  const element = nearest?.matches(FOCUSABLE) ? nearest : nearest?.querySelector<HTMLElement>(FOCUSABLE);
  element?.focus();
  nearest?.scrollIntoView({ block: "nearest" });
}

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
  return pointers.indexOf(around.toSorted((left, right) => right.length - left.length)[0] ?? "none");
}
