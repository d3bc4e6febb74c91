import { Index, type JSX } from "solid-js";
import IconX from "~icons/lucide/x";
import { Button } from "../../../../parts/button.tsx";
import { type Json, fieldsOf, itemsOf, textAt, valueAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Desk } from "./desk.ts";

/** The articles a rule comes from, each of the company's own measure or of a statute that it names. */
export function References(props: { readonly desk: Desk; readonly at: string }): JSX.Element {
  const { t } = useWords();
  const references = (): readonly Json[] => itemsOf(valueAt(props.desk.document(), props.at));
  const write = (list: readonly Json[]): void =>
    props.desk.write(t("rules.edited.articles", { rule: props.desk.name() }), props.at, list);
  const put = (index: number, field: "article" | "source", text: string): void => {
    const before = fieldsOf(references()[index]);
    const others = Object.fromEntries(Object.entries(before).filter(([name]) => name !== field));
    const isLeftOut = field === "source" && text === "";
    write(references().with(index, isLeftOut ? others : { ...before, [field]: text }));
  };
  return (
    <fieldset class="references">
      <legend>{t("rules.references")}</legend>
      <Index each={references()}>
        {(reference, index) => (
          <div class="reference">
            <input
              type="text"
              aria-label={t("rules.article")}
              placeholder={t("rules.article")}
              data-at={`${props.at}/${index}/article`}
              value={textAt(reference(), "/article")}
              onInput={(event) => put(index, "article", event.currentTarget.value)}
            />
            <input
              type="text"
              aria-label={t("rules.source")}
              placeholder={t("rules.source")}
              data-at={`${props.at}/${index}/source`}
              value={textAt(reference(), "/source")}
              onInput={(event) => put(index, "source", event.currentTarget.value)}
            />
            <button
              type="button"
              class="take-out"
              aria-label={t("rules.removeReference", { article: textAt(reference(), "/article") })}
              onClick={() => write(references().toSpliced(index, 1))}
            >
              <IconX aria-hidden="true" />
            </button>
          </div>
        )}
      </Index>
      <div>
        <Button kind="quiet" data-at={props.at} onClick={() => write([...references(), { article: "" }])}>
          {t("rules.addReference")}
        </Button>
      </div>
    </fieldset>
  );
}
