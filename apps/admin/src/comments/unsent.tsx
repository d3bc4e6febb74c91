import { type Accessor, type JSX, Show, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import { Button } from "../parts/button.tsx";
import { useWords } from "../words/words.tsx";

/** The fields of this window in which something was typed that was not sent. */
const [fields, setFields] = createSignal<readonly HTMLTextAreaElement[]>([]);

/** Whether a comment was typed and not sent: what would take it off the page waits for it. */
export function hasUnsent(): boolean {
  return fields().length > 0;
}

/** Counts a field among them as long as there is text in it. */
export function createUnsentMark(
  field: Accessor<HTMLTextAreaElement | undefined>,
  text: Accessor<string>,
): void {
  const isTyped = createMemo(() => text().trim() !== "");
  createEffect(() => {
    const own = field();
    if (!isTyped() || own === undefined) return;
    setFields((all) => [...all, own]);
    onCleanup(() => setFields((all) => all.filter((one) => one !== own)));
  });
}

/** Says that a comment is to be sent or given up first, and leads to it. */
export function UnsentNotice(): JSX.Element {
  const { t } = useWords();
  return (
    <Show when={hasUnsent()}>
      <div class="notice" role="status">
        <p>{t("comments.unsent")}</p>
        <div class="tools">
          <Button onClick={() => fields()[0]?.focus()}>{t("comments.toUnsent")}</Button>
        </div>
      </div>
    </Show>
  );
}
