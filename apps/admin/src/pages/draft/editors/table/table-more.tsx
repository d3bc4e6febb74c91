import { type JSX, Show, createComputed, createMemo, createSignal } from "solid-js";
import { pointerTo, stepsOf, textAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { JsonEditor } from "../json-editor.tsx";
import { TextPair } from "../text-pair.tsx";

/** The parts of a table that have an editor above. */
const ABOVE: ReadonlySet<string> = new Set(["rows", "hitPolicy", "partial"]);

/**
 * What a table says besides its rows: its name in both languages, and the whole of it as JSON. It opens by itself where
 * the address leads to something that has no editor above, and is not written anew for every edit while it is shut.
 */
export function TableMore(props: {
  readonly session: DraftSession;
  readonly id: string;
  /** Where the address leads. */
  readonly at: string;
}): JSX.Element {
  const { t, language } = useWords();
  const pointer = (): string => pointerTo("tables", props.id);
  /** As the service has it, so that it stays the same while another one is typed. */
  const name = (): string =>
    textAt(props.session.draft().document, `${pointer()}/label/${language()}`, props.id);
  const [isOpen, setOpen] = createSignal(false);
  const wasOpened = createMemo<boolean>((was) => was || isOpen(), false);
  // A computed, so that the fields are there when the effect that leads the cursor to one looks for it.
  createComputed(() => {
    const part = stepsOf(props.at)[2];
    if (part !== undefined && !ABOVE.has(part)) setOpen(true);
  });
  return (
    <details class="table-more" open={isOpen()} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("table.more")}</summary>
      <Show when={wasOpened()}>
        <TextPair
          session={props.session}
          at={`${pointer()}/label`}
          label={t("draft.parameter.label")}
          edit={t("table.nameEdited", { name: name() })}
        />
        <JsonEditor session={props.session} at={pointer()} isShown={isOpen()} />
      </Show>
    </details>
  );
}
