import { type JSX, Show } from "solid-js";
import { type JsonObject, fieldsOf, isObject, pointerTo, withValueAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { EitherView } from "../either-view.tsx";
import { JsonEditor } from "../json-editor.tsx";
import { LabelTable } from "./label-table.tsx";
import { NewName } from "./new-name.tsx";
import { withWord } from "./label-edits.ts";

/** What the words of outcomes are called in both languages; their order means nothing. */
export function WordsEditor(props: { readonly session: DraftSession }): JSX.Element {
  const { t } = useWords();
  const stated = () => props.session.document()["words"];
  const place = (word: string): string => pointerTo("words", word);
  const rows = () =>
    Object.entries(fieldsOf(stated())).map(([name, labels]) => ({
      name,
      at: place(name),
      labelsAt: place(name),
      labels,
    }));
  const edit = (name: string, change: (document: JsonObject) => JsonObject): void =>
    props.session.edit(t("labels.wordsEdited", { name }), change);
  return (
    <EitherView
      session={props.session}
      at=""
      name={t("facts.form")}
      grid={<JsonEditor session={props.session} at="/words" />}
      gridName="JSON"
      otherwise={t("parts.names.words")}
    >
      <fieldset class="value-labels" data-at="/words">
        <legend class="unseen">{t("parts.names.words")}</legend>
        <Show
          when={stated() === undefined || isObject(stated())}
          fallback={<p role="alert">{t("labels.malformed")}</p>}
        >
          <p class="soft">{t("labels.wordsHint")}</p>
          <LabelTable
            rows={rows()}
            onLabel={({ name }, language, text) =>
              edit(name, (document) => withWord(document, name, { [language]: text }))
            }
            onRemove={({ name }) =>
              // INVARIANT: what is taken out lies in the document, so an object is left.
              edit(name, (document) => withValueAt(document, place(name), undefined) as JsonObject)
            }
          >
            <NewName
              label={t("labels.newWord")}
              names={rows().map(({ name }) => name)}
              onAdd={(name) => edit(name, (document) => withWord(document, name, {}))}
              placeOf={place}
            />
          </LabelTable>
        </Show>
      </fieldset>
    </EitherView>
  );
}
