import { type JSX, Show, createUniqueId } from "solid-js";
import { DayInput, type DayInputOf } from "./day-input.tsx";

/** A day with its label and, where it helps, a hint below. */
export function DayField(
  props: Omit<DayInputOf, "id" | "describedBy"> & { readonly hint?: string | undefined },
): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <DayInput {...props} id={id} describedBy={props.hint === undefined ? undefined : `${id}-hint`} />
      <Show when={props.hint}>
        <span id={`${id}-hint`} data-part="hint" role="status">
          {props.hint}
        </span>
      </Show>
    </div>
  );
}
