import { For, type JSX, Show, createUniqueId } from "solid-js";

/** One of several things, with its label and, where it helps, a hint below. */
export function SelectField(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** It shows what holds and cannot be changed here. */
  readonly isFixed?: boolean;
  /** The place in a draft whose value it edits, as a JSON pointer. */
  readonly at?: string;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        data-at={props.at}
        disabled={props.isFixed === true}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
      <Show when={props.hint}>
        <span id={`${id}-hint`} data-part="hint">
          {props.hint}
        </span>
      </Show>
    </div>
  );
}
