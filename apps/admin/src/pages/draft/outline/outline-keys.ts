import { tinykeys } from "tinykeys";

/**
 * The keys of the outline: up, down, Home and End go through headings and links, right and left open and close a group,
 * and `/` goes to the filter from anywhere outside a field. Tells which of them is focused; gives what takes all this back.
 */
export function listenToKeys(nav: HTMLElement, onFocus: (stop: string | undefined) => void): () => void {
  const noteFocus = (event: FocusEvent): void => {
    const stop = event.target instanceof HTMLElement ? event.target.dataset["stop"] : undefined;
    if (stop !== undefined) onFocus(stop);
  };
  nav.addEventListener("focusin", noteFocus);
  const stopArrows = tinykeys(
    nav,
    Object.fromEntries(Object.keys(GOALS).map((key) => [key, (event: KeyboardEvent) => onArrow(nav, event)])),
    // The filter is a field, and the arrow down leads out of it; a key that is held down goes on.
    { ignore: ({ isComposing }) => isComposing },
  );
  const stopSearch = tinykeys(window, { "/": (event) => onSearch(nav, event) });
  return () => {
    nav.removeEventListener("focusin", noteFocus);
    stopArrows();
    stopSearch();
  };
}

type Here = {
  readonly stops: readonly HTMLElement[];
  /** Where the focus is among the stops; −1 in the filter above them. */
  readonly index: number;
  readonly element: HTMLElement;
};

/** Where each key leads from where the focus is; from a heading to itself means that its group opens or closes. */
const GOALS: Readonly<Record<string, (here: Here) => HTMLElement | undefined>> = {
  ArrowDown: ({ stops, index }) => stops[index + 1],
  ArrowUp: ({ stops, index }) => stops[index - 1],
  Home: ({ stops, index }) => (index > 0 ? stops[0] : undefined),
  End: ({ stops, index }) => (index >= 0 && index < stops.length - 1 ? stops.at(-1) : undefined),
  ArrowRight: ({ element }) => (element.getAttribute("aria-expanded") === "false" ? element : undefined),
  ArrowLeft: ({ element, stops }) =>
    element.getAttribute("aria-expanded") === "true"
      ? element
      : stops.find(({ dataset }) => dataset["stop"] === element.dataset["group"]),
};

function onArrow(nav: HTMLElement, event: KeyboardEvent): void {
  const element = event.target;
  if (event.isComposing || event.keyCode === 229 || !(element instanceof HTMLElement)) return;
  const stops = [...nav.querySelectorAll<HTMLElement>("[data-stop]")];
  const goal = GOALS[event.key]?.({ stops, index: stops.indexOf(element), element });
  if (!goal) return;
  event.preventDefault();
  if (goal === element) goal.click();
  else goal.focus();
}

function onSearch(nav: HTMLElement, event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  nav.querySelector<HTMLElement>("input[type=search]")?.focus();
}
