/**
 * Moves the focus to the input that edits a place of the document: the one that carries it in `data-at`, else the first
 * inside it, else the nearest around it. Whether there was one.
 */
export function focusPlace(pointer: string, within: ParentNode = document): boolean {
  const fields = [...within.querySelectorAll<HTMLElement>("[data-at]")];
  const placeOf = (field: HTMLElement): string => field.dataset["at"] ?? "";
  const exact = fields.find((field) => placeOf(field) === pointer);
  const inside = fields.find((field) => placeOf(field).startsWith(`${pointer}/`));
  const around = fields
    .filter((field) => pointer.startsWith(`${placeOf(field)}/`))
    .toSorted((one, other) => placeOf(other).length - placeOf(one).length)[0];
  const field = exact ?? inside ?? around;
  field?.focus();
  field?.scrollIntoView({ block: "nearest" });
  return field !== undefined;
}

/** Moves the focus to the input of a place as soon as it is there. */
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
