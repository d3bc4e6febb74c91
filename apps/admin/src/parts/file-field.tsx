import { type JSX, Show, createSignal, createUniqueId } from "solid-js";
import { useWords } from "../words/words.tsx";
import "./parts.css";

/** A file of one's own to choose. What the browser would show for it speaks the language of the browser, not ours. */
export function FileField(props: {
  readonly label: string;
  /** As browsers take it: `.csv,.xlsx`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  /** What is chosen, where that came otherwise than by this field. */
  readonly chosen?: string | undefined;
  readonly hint?: string;
}): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  const [name, setName] = createSignal<string>();
  return (
    <div class="field">
      <label id={`${id}-label`} for={id}>
        {props.label}
      </label>
      <div class="file-field">
        <input
          id={id}
          class="unseen"
          type="file"
          accept={props.accept}
          aria-labelledby={`${id}-label`}
          aria-describedby={props.hint === undefined ? `${id}-chosen` : `${id}-chosen ${id}-hint`}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (!file) return;
            setName(file.name);
            props.onFile(file);
          }}
        />
        <label class="button" for={id}>
          {t("file.choose")}
        </label>
        <span id={`${id}-chosen`}>{props.chosen ?? name() ?? t("file.none")}</span>
      </div>
      <Show when={props.hint}>
        <span id={`${id}-hint`} data-part="hint">
          {props.hint}
        </span>
      </Show>
    </div>
  );
}
