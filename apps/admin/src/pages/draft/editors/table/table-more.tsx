import { For, type JSX } from "solid-js";
import { type JsonObject, pointerTo, textAt, withValueAt } from "../../../../document/pointer.ts";
import { TextField } from "../../../../parts/text-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { JsonEditor } from "../json-editor.tsx";

const LANGUAGES = ["zh", "en"] as const;

/** What a table says besides its rows: its name in both languages, and the whole of it as JSON. */
export function TableMore(props: {
  readonly session: DraftSession;
  readonly id: string;
  readonly name: string;
}): JSX.Element {
  const { t } = useWords();
  const pointer = (): string => pointerTo("tables", props.id);
  const rename = (language: "en" | "zh", text: string): void => {
    const place = `${pointer()}/label/${language}`;
    props.session.edit(
      t("table.nameEdited", { name: props.name }),
      (document) => withValueAt(document, place, text) as JsonObject,
    );
  };
  return (
    <details class="table-more">
      <summary>{t("table.more")}</summary>
      <For each={LANGUAGES}>
        {(language) => (
          <TextField
            label={`${t("draft.parameter.label")} · ${t(`draft.general.${language === "zh" ? "chinese" : "english"}`)}`}
            value={textAt(props.session.document(), `${pointer()}/label/${language}`)}
            onInput={(text) => rename(language, text)}
          />
        )}
      </For>
      <JsonEditor session={props.session} at={pointer()} />
    </details>
  );
}
