import { Index, type JSX, Show } from "solid-js";
import IconPlus from "~icons/lucide/plus";
import IconRemove from "~icons/lucide/x";
import { type Json, fieldsOf, itemsOf, textAt } from "../../../document/pointer.ts";
import { Button } from "../../../parts/button.tsx";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { useDocumentWords } from "../use-document-words.ts";
import "./references-field.css";

/** Where a part comes from: an article each, of the company's own text or of a statute; the whole can be copied. */
export function ReferencesField(props: {
  readonly session: DraftSession;
  /** Where the list stands. */
  readonly at: string;
  readonly references: Json | undefined;
  readonly onChange: (references: Json) => void;
}): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const list = () => itemsOf(props.references);
  const text = (): string => words.cited(props.references);
  const write = (index: number, field: "article" | "source", value: string): void => {
    const { [field]: _before, ...rest } = fieldsOf(list()[index]);
    props.onChange(
      list().with(index, value === "" && field === "source" ? rest : { ...rest, [field]: value }),
    );
  };
  return (
    <fieldset class="references" data-at={props.at}>
      <legend>{t("parts.references.title")}</legend>
      <Index each={list()} fallback={<p class="soft">{t("parts.references.none")}</p>}>
        {(reference, index) => (
          <Row
            at={`${props.at}/${index}`}
            reference={reference()}
            isFirst={index === 0}
            onWrite={(field, value) => write(index, field, value)}
            onRemove={() => props.onChange(list().filter((_, at) => at !== index))}
          />
        )}
      </Index>
      <div class="tools">
        <Button onClick={() => props.onChange([...list(), { article: "" }])}>
          <IconPlus aria-hidden="true" />
          {t("parts.references.add")}
        </Button>
        <Show when={text() !== ""}>
          <CopyButton text={text()} label={t("parts.references.copy", { text: text() })} />
        </Show>
      </div>
    </fieldset>
  );
}

function Row(props: {
  readonly at: string;
  readonly reference: Json;
  /** The first row shows what its fields are; below it that is only heard. */
  readonly isFirst: boolean;
  readonly onWrite: (field: "article" | "source", value: string) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { t } = useWords();
  const article = (): string => textAt(props.reference, "/article");
  return (
    <div class="reference">
      <label>
        <span classList={{ unseen: !props.isFirst }}>{t("parts.references.article")}</span>
        <input
          data-at={`${props.at}/article`}
          value={article()}
          onInput={(event) => props.onWrite("article", event.currentTarget.value)}
        />
      </label>
      <label>
        <span classList={{ unseen: !props.isFirst }}>{t("parts.references.source")}</span>
        <input
          data-at={`${props.at}/source`}
          value={textAt(props.reference, "/source")}
          placeholder={t("parts.references.ownText")}
          onInput={(event) => props.onWrite("source", event.currentTarget.value)}
        />
      </label>
      <Button
        kind="quiet"
        aria-label={t("parts.references.remove", { article: article() })}
        title={t("parts.references.remove", { article: article() })}
        onClick={() => props.onRemove()}
      >
        <IconRemove aria-hidden="true" />
      </Button>
    </div>
  );
}
