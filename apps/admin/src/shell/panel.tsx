import { type JSX, createUniqueId } from "solid-js";

/** A button of the top bar and what it opens below it; Escape or a click elsewhere closes it. */
export function Panel(props: {
  /** What the button is called. */
  readonly label: string;
  readonly button: JSX.Element;
  readonly children: JSX.Element;
}): JSX.Element {
  const id = createUniqueId();
  let panel: HTMLDivElement | undefined;
  // Whatever is chosen in it leads away from it.
  const closeAfter = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest("a, [data-closes]")) panel?.hidePopover();
  };
  return (
    <div class="panel-of">
      <button
        type="button"
        class="button"
        data-kind="quiet"
        title={props.label}
        aria-label={props.label}
        popovertarget={id}
      >
        {props.button}
      </button>
      <div
        id={id}
        ref={(element) => {
          panel = element;
          element.addEventListener("click", closeAfter);
        }}
        class="panel"
        popover="auto"
      >
        {props.children}
      </div>
    </div>
  );
}
