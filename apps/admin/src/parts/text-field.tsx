import { type JSX, Show, createUniqueId } from "solid-js";
import "./parts.css";

/** One line of text with its label and, where it helps, a hint below. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: "text" | "email" | "password" | "time";
  readonly autocomplete?: string;
  readonly hint?: string | undefined;
  readonly inputMode?: "numeric" | "text";
  readonly isFirst?: boolean;
  readonly isWrong?: boolean;
  /** Default: it is. */
  readonly isRequired?: boolean;
  /** The place in a draft whose value it edits, as a JSON pointer. */
  readonly at?: string;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        data-at={props.at}
        ref={(input) => props.isFirst === true && queueMicrotask(() => input.focus())}
        type={props.type ?? "text"}
        value={props.value}
        autocomplete={props.autocomplete ?? "off"}
        inputMode={props.inputMode ?? "text"}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        aria-invalid={props.isWrong === true}
        required={props.isRequired ?? true}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <Show when={props.hint}>
        <span id={`${id}-hint`} data-part="hint">
          {props.hint}
        </span>
      </Show>
    </div>
  );
}
