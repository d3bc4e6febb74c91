import { type JSX, Show, createSignal, createUniqueId } from "solid-js";
import { type Json, type JsonObject, fieldsOf } from "../../../document/pointer.ts";
import { useWords } from "../../../words/words.tsx";

/** The request as JSON. What is JSON is the request from then on; what is none stays as it was typed, and is said. */
export function RequestJson(props: {
  readonly request: JsonObject;
  readonly onChange: (request: JsonObject) => void;
}): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  const [broken, setBroken] = createSignal<{ readonly text: string; readonly reason: string }>();
  const typed = (text: string): void => {
    try {
      props.onChange(fieldsOf(JSON.parse(text) as Json));
      setBroken(undefined);
    } catch (error) {
      setBroken({ text, reason: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <div class="field">
      <label for={id}>{t("tryIt.asJson")}</label>
      <textarea
        id={id}
        class="code"
        rows="24"
        spellcheck={false}
        value={broken()?.text ?? JSON.stringify(props.request, null, 2)}
        aria-invalid={broken() !== undefined}
        onChange={(event) => typed(event.currentTarget.value)}
      />
      <span data-part="hint" role="status">
        <Show when={broken()} fallback={t("tryIt.jsonHint")}>
          {(what) => <>{t("tryIt.notJson", { reason: what().reason })}</>}
        </Show>
      </span>
    </div>
  );
}
