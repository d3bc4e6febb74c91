import { type JSX, Show, createSignal } from "solid-js";
import { currencyOf } from "../../../../document/currency.ts";
import { factLabel } from "../../../../document/document-names.ts";
import { textAt } from "../../../../document/pointer.ts";
import { Button } from "../../../../parts/button.tsx";
import { TextField } from "../../../../parts/text-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import { unitOfType } from "../authority/levels.ts";
import { readFigure, writtenFigure } from "../figure.ts";
import type { FactDesk } from "./fact-desk.ts";

/** The least and the greatest value of a figure, as people write it. */
export function Bounds(props: FactDesk): JSX.Element {
  const { t, language } = useWords();
  const other = (): string => textAt(props.fact["maximum"] ?? null, "/fact");
  return (
    <div class="pair">
      <Bound {...props} field="minimum" />
      <Show when={other() !== ""} fallback={<Bound {...props} field="maximum" />}>
        <div class="field" data-at={`${props.at}/maximum`}>
          <span>{t("facts.fields.maximum")}</span>
          <span>{t("facts.asFact", { fact: factLabel(props.session.document(), other(), language()) })}</span>
          <div>
            <Button onClick={() => props.onSet("maximum", undefined)}>{t("facts.noBound")}</Button>
          </div>
        </div>
      </Show>
    </div>
  );
}

/** Nothing typed is no bound; what is no figure is kept to itself and said to be wrong. */
function Bound(props: FactDesk & { readonly field: "minimum" | "maximum" }): JSX.Element {
  const { t } = useWords();
  const measure = () => ({ unit: unitOfType(props.type), currency: currencyOf(props.session.document()) });
  const [typed, setTyped] = createSignal<string>();
  const stored = (): string => {
    const value = props.fact[props.field];
    return typeof value === "number" ? writtenFigure(value, measure()) : "";
  };
  const read = (text: string) => readFigure(text, measure());
  const isWrong = (): boolean => (typed() ?? "").trim() !== "" && read(typed() ?? "") === undefined;
  const take = (text: string): void => {
    setTyped(text);
    const value = text.trim() === "" ? undefined : read(text);
    if (!isWrong()) props.onSet(props.field, value);
  };
  const hint = (): string => {
    if (isWrong()) return t("draft.parameter.notNumber");
    if (props.type === "rate") return t("draft.parameter.percentHint");
    return props.type === "money"
      ? t("draft.parameter.moneyHint", { currency: measure().currency })
      : t("facts.boundHint");
  };
  return (
    <div onFocusOut={() => !isWrong() && setTyped(undefined)}>
      <TextField
        at={`${props.at}/${props.field}`}
        label={t(`facts.fields.${props.field}`)}
        value={typed() ?? stored()}
        hint={hint()}
        isWrong={isWrong()}
        onInput={take}
      />
    </div>
  );
}
