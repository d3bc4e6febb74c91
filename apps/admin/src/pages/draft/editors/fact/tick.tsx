import type { JSX } from "solid-js";

/** A box to tick for a field of a draft. */
export function Tick(props: {
  readonly at: string;
  readonly label: string;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
}): JSX.Element {
  return (
    <label class="tick">
      <input
        type="checkbox"
        data-at={props.at}
        checked={props.isTicked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />{" "}
      {props.label}
    </label>
  );
}
