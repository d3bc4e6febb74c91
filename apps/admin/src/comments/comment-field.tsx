import { type JSX, Show, createSignal, createUniqueId } from "solid-js";
import { Button } from "../parts/button.tsx";
import { useWords } from "../words/words.tsx";
import { createUnsentMark } from "./unsent.tsx";

/** A button that opens a field to say something in. What could not be sent stays in it. */
export function CommentField(props: {
  readonly opens: string;
  readonly onSay: (text: string) => Promise<boolean>;
}): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  const [isOpen, setIsOpen] = createSignal(false);
  const [text, setText] = createSignal("");
  const [field, setField] = createSignal<HTMLTextAreaElement>();
  createUnsentMark(field, text);
  const [isSending, setIsSending] = createSignal(false);
  const close = (): void => {
    setText("");
    setIsOpen(false);
  };
  const send = async (): Promise<void> => {
    if (text().trim() === "" || isSending()) return;
    setIsSending(true);
    const isSaid = await props.onSay(text().trim());
    setIsSending(false);
    if (isSaid) close();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape" && text() === "") close();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
  };
  return (
    <Show
      when={isOpen()}
      fallback={
        <Button kind="quiet" onClick={() => setIsOpen(true)}>
          {props.opens}
        </Button>
      }
    >
      <form
        class="comment-field"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label for={id}>{props.opens}</label>
        <textarea
          id={id}
          ref={(shown) => {
            setField(shown);
            queueMicrotask(() => shown.focus());
          }}
          rows={2}
          maxLength={2000}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <div class="tools">
          <Button type="submit" disabled={isSending() || text().trim() === ""}>
            {t("comments.send")}
          </Button>
          <Button kind="quiet" onClick={close}>
            {t("comments.cancel")}
          </Button>
        </div>
      </form>
    </Show>
  );
}
