import { For, type JSX } from "solid-js";
import { TextField } from "../../../parts/text-field.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { type JsonObject, textAt, withValueAt } from "../../../document/pointer.ts";

const FIELDS = ["title", "summary"] as const;
const LANGUAGES = ["zh", "en"] as const;

/** Title and summary, in both languages. */
export function GeneralEditor(props: { readonly session: DraftSession }): JSX.Element {
  const { t } = useWords();
  const write = (field: (typeof FIELDS)[number], language: "en" | "zh", text: string): void =>
    props.session.edit(
      t("draft.general.edited", { field: t(`draft.general.${field}`) }),
      (document) => withValueAt(document, `/${field}/${language}`, text) as JsonObject,
    );
  return (
    <For each={FIELDS}>
      {(field) => (
        <fieldset>
          <legend>{t(`draft.general.${field}`)}</legend>
          <For each={LANGUAGES}>
            {(language) => (
              <TextField
                label={t(`draft.general.${language === "zh" ? "chinese" : "english"}`)}
                at={`/${field}/${language}`}
                value={textAt(props.session.document(), `/${field}/${language}`)}
                onInput={(text) => write(field, language, text)}
              />
            )}
          </For>
        </fieldset>
      )}
    </For>
  );
}
