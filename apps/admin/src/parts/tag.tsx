import type { JSX } from "solid-js";
import "./parts.css";

/** A short word on what something is. The tone only underlines what the word says. */
export function Tag(props: {
  readonly tone?: "plain" | "good" | "warn" | "wrong";
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <span class="tag" data-tone={props.tone ?? "plain"}>
      {props.children}
    </span>
  );
}
