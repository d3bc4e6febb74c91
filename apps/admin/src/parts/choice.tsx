import { type JSX, createUniqueId } from "solid-js";
import "./parts.css";

/** A box to tick, with what it means below. */
export function Choice(props: {
  readonly label: string;
  readonly hint: string;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="choice-box">
      <input
        id={id}
        type="checkbox"
        checked={props.isChosen}
        aria-describedby={`${id}-hint`}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id}>{props.label}</label>
      <span id={`${id}-hint`} class="soft">
        {props.hint}
      </span>
    </div>
  );
}
