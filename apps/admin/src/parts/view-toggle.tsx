import { For, type JSX } from "solid-js";
import { useWords } from "../words/words.tsx";
import "./parts.css";

const VIEWS = ["picture", "table"] as const;

/** A picture, or the table that says the same. */
export function ViewToggle(props: {
  readonly label: string;
  readonly value: (typeof VIEWS)[number];
  readonly onChange: (view: (typeof VIEWS)[number]) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="view-toggle" role="group" aria-label={props.label}>
      <For each={VIEWS}>
        {(view) => (
          <button type="button" aria-pressed={props.value === view} onClick={() => props.onChange(view)}>
            {t(`parts.views.${view}`)}
          </button>
        )}
      </For>
    </div>
  );
}
