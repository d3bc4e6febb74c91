import { For, type JSX, Show, createMemo, createSignal, createUniqueId } from "solid-js";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { type Json, type JsonObject, valueAt } from "../../../document/pointer.ts";
import { partTyped } from "../edits.ts";

/** A part as JSON, for what has no editor of its own. Typing is kept at once; the draft takes it once it is JSON. */
export function JsonEditor(props: JsonEditorProps): JSX.Element {
  return (
    <For each={[props.at]}>
      {(at) => <JsonText session={props.session} at={at} isShown={props.isShown ?? true} />}
    </For>
  );
}

type JsonEditorProps = {
  readonly session: DraftSession;
  readonly at: string;
  /** Where it is not, the text is left as it was, however the part changes. */
  readonly isShown?: boolean;
};

function JsonText(props: Required<JsonEditorProps>): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  const [typed, setTyped] = createSignal<string>();
  const [reason, setReason] = createSignal<string>();
  /** The document that the text was taken from, with what has been taken of the text since. */
  let source: JsonObject = {};
  const stored = createMemo<string>(
    (before) =>
      props.isShown ? JSON.stringify(valueAt(props.session.document(), props.at) ?? null, null, 2) : before,
    "",
  );
  const take = (text: string): void => {
    if (typed() === undefined) source = props.session.document();
    setTyped(text);
    let value: Json;
    try {
      value = JSON.parse(text) as Json;
    } catch (error) {
      setReason((error as Error).message);
      return;
    }
    setReason(undefined);
    const place = props.at;
    const name = place === "" ? t("place.whole") : place;
    const { document, change } = partTyped(source, place, value);
    source = document;
    props.session.edit(t("draft.json.edited", { name }), change);
  };
  return (
    <div class="field">
      <label for={id}>{t("draft.json.label")}</label>
      <textarea
        id={id}
        data-at={props.at}
        class="code json"
        spellcheck={false}
        rows={26}
        value={typed() ?? stored()}
        aria-invalid={reason() !== undefined}
        aria-describedby={`${id}-hint`}
        onInput={(event) => take(event.currentTarget.value)}
        onBlur={() => reason() === undefined && setTyped(undefined)}
      />
      <span id={`${id}-hint`} data-part="hint" role="status">
        <Show when={reason()} fallback={t("draft.json.hint")}>
          {(why) => t("draft.json.notJson", { reason: why() })}
        </Show>
      </span>
    </div>
  );
}
