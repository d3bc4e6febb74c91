import type { JSX } from "solid-js";

/** A wide table in a frame of its own, which the keyboard scrolls as well. */
export function Scroller(props: {
  readonly label: string;
  /** Whether it stands inside a card already. */
  readonly isInside?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  const look = (): string => (props.isInside === true ? "overflow" : "card overflow");
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who has no mouse scrolls it once it has the focus
    <section class={look()} aria-label={props.label} tabindex="0">
      {props.children}
    </section>
  );
}
