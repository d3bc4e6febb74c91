import { type JSX, Show, createSignal } from "solid-js";
import { type Json, valueAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Desk } from "./desk.ts";

/** A part that is not in the form it should have, as JSON; the draft takes it once it is JSON. */
export function OtherForm(props: { readonly desk: Desk; readonly at: string }): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = createSignal<string>();
  const stored = (): string => JSON.stringify(valueAt(props.desk.document(), props.at) ?? null, null, 1);
  const value = (): Json | undefined => {
    try {
      return JSON.parse(typed() ?? stored()) as Json;
    } catch {
      return undefined;
    }
  };
  const leave = (): void => {
    const read = value();
    if (typed() === undefined || read === undefined) return;
    setTyped(undefined);
    props.desk.write(t("rules.edited.changed", { rule: props.desk.name(), what: "JSON" }), props.at, read);
  };
  return (
    <label class="other-form">
      <span class="soft">{t("rules.otherForm")}</span>
      <textarea
        class="code json"
        rows={4}
        spellcheck={false}
        data-at={props.at}
        aria-invalid={value() === undefined}
        value={typed() ?? stored()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={leave}
      />
      <Show when={value() === undefined}>
        <span class="soft" role="status">
          {t("draft.json.hint")}
        </span>
      </Show>
    </label>
  );
}
