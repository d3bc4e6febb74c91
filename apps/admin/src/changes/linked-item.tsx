import { useLocation } from "@solidjs/router";
import { type JSX, createEffect } from "solid-js";
import { hashOf } from "./link-to-change.ts";

/** One thing in the list of changes; it is marked and in sight where the address leads to it. */
export function LinkedItem(props: { readonly of: string; readonly children: JSX.Element }): JSX.Element {
  const location = useLocation();
  const isMarked = (): boolean => location.hash === hashOf(props.of);
  let element: HTMLLIElement | undefined;
  createEffect(() => {
    if (!isMarked()) return;
    queueMicrotask(() => {
      element?.scrollIntoView({ block: "center" });
      element?.focus({ preventScroll: true });
    });
  });
  return (
    <li ref={element} data-marked={isMarked()} tabindex={isMarked() ? -1 : undefined}>
      {props.children}
    </li>
  );
}
