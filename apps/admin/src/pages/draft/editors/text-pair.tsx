import type { Language } from "@evenhand/domain";
import { For, type JSX } from "solid-js";
import { TextField } from "../../../parts/text-field.tsx";
import { useWords } from "../../../words/words.tsx";
import { type JsonObject, textAt, withValueAt } from "../../../document/pointer.ts";
import type { DraftSession } from "../draft-session.ts";

const LANGUAGES = ["zh", "en"] as const satisfies readonly Language[];

/** A text of the document in both languages. */
export function TextPair(props: {
  readonly session: DraftSession;
  /** Where the two texts stand. */
  readonly at: string;
  readonly label: string;
  /** What an edit of it is called. */
  readonly edit: string;
  /** Without a text in either language, neither stands in the document. */
  readonly isOptional?: boolean;
}): JSX.Element {
  const { t } = useWords();
  const write = (language: Language, text: string): void => {
    const place = `${props.at}/${language}`;
    const { at, isOptional } = props;
    props.session.edit(props.edit, (document) => {
      const written = withValueAt(document, place, text);
      const isEmpty = isOptional && LANGUAGES.every((one) => textAt(written, `${at}/${one}`) === "");
      // INVARIANT: a value put into an object leaves an object.
      return (isEmpty ? withValueAt(document, at, undefined) : written) as JsonObject;
    });
  };
  return (
    <For each={LANGUAGES}>
      {(language) => (
        <TextField
          at={`${props.at}/${language}`}
          label={`${props.label} · ${t(`draft.general.${language === "zh" ? "chinese" : "english"}`)}`}
          value={textAt(props.session.document(), `${props.at}/${language}`)}
          onInput={(text) => write(language, text)}
        />
      )}
    </For>
  );
}
