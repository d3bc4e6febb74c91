import type { Scope } from "@evenhand/domain";
import { For, type JSX, Match, Show, Switch, createSignal } from "solid-js";
import { type Json, textAt } from "../../../document/pointer.ts";
import { DayInput } from "../../../parts/day-input.tsx";
import { useWords } from "../../../words/words.tsx";
import { currencyOf } from "../../../document/currency.ts";
import { factType } from "../../../document/document-names.ts";
import type { DraftSession } from "../draft-session.ts";
import { type FactMeasure, factTyped, listedValues, typedFact } from "./fact-values.ts";

type Given = {
  readonly session: DraftSession;
  readonly at: string;
  readonly scope: Scope;
  readonly name: string;
  readonly label: string;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
};

/** The value of one fact of an example, by the fact's type. */
export function FactInput(props: Given): JSX.Element {
  const { t, language } = useWords();
  const measure = (): FactMeasure => ({
    // INVARIANT: a type that there is not is typed as text.
    type: factType(props.session.document(), props.name) as FactMeasure["type"],
    currency: currencyOf(props.session.document()),
  });
  const listed = () => listedValues(props.session.document(), props);
  const isListed = (): boolean => {
    const { value } = props;
    return measure().type === "enum" && typeof value === "string" && Object.hasOwn(listed(), value);
  };
  return (
    <Switch fallback={<Typed {...props} measure={measure()} />}>
      <Match when={typeof props.value === "boolean"}>
        <select
          data-at={props.at}
          aria-label={props.label}
          onChange={(event) => props.onChange(event.currentTarget.value === "true")}
        >
          <option value="true" selected={props.value === true}>
            {t("examples.editor.yes")}
          </option>
          <option value="false" selected={props.value === false}>
            {t("examples.editor.no")}
          </option>
        </select>
      </Match>
      <Match when={isListed()}>
        <select
          data-at={props.at}
          aria-label={props.label}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          <For each={Object.keys(listed())}>
            {(value) => (
              <option value={value} selected={props.value === value}>
                {textAt(listed()[value] ?? null, `/${language()}`) || value}
              </option>
            )}
          </For>
        </select>
      </Match>
      <Match when={measure().type === "date"}>
        <DayInput
          at={props.at}
          label={props.label}
          value={typedFact(props.value, measure())}
          onDay={(day) => props.onChange(day)}
        />
      </Match>
    </Switch>
  );
}

/** A value that is typed; what is none of its type is kept to itself and said to be wrong. */
function Typed(props: Given & { readonly measure: FactMeasure }): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = createSignal<string>();
  const isWrong = (): boolean =>
    typed() !== undefined && factTyped(typed() ?? "", props.measure) === undefined;
  const unit = (): string => {
    if (props.measure.type === "money") return props.measure.currency;
    return props.measure.type === "rate" ? "%" : "";
  };
  const hint = (): string | undefined => {
    if (isWrong()) return t("examples.editor.notThis");
    return props.measure.type === "set" ? t("examples.editor.listHint") : undefined;
  };
  const take = (text: string): void => {
    setTyped(text);
    const value = factTyped(text, props.measure);
    if (value !== undefined) props.onChange(value);
  };
  return (
    <>
      <div class="fact-value">
        <input
          data-at={props.at}
          aria-label={props.label}
          aria-invalid={isWrong()}
          type="text"
          value={typed() ?? typedFact(props.value, props.measure)}
          onInput={(event) => take(event.currentTarget.value)}
          onBlur={() => !isWrong() && setTyped(undefined)}
        />
        <Show when={unit()}>
          <span class="soft">{unit()}</span>
        </Show>
      </div>
      <Show when={hint()}>
        <span class="soft" role="status">
          {hint()}
        </span>
      </Show>
    </>
  );
}
