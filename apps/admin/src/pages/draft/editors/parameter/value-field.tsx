import { PARAMETER_UNITS, type ParameterUnit } from "@evenhand/domain";
import { For, type JSX, Show, createSignal, createUniqueId, untrack } from "solid-js";
import { today } from "../../../../format/format.ts";
import type { Json } from "../../../../document/pointer.ts";
import { DayField } from "../../../../parts/day-field.tsx";
import { TextField } from "../../../../parts/text-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import { readFigure, writtenFigure } from "../figure.ts";

/** What was written before and is written now, for what the edit is called. */
export type Texts = { readonly before: string; readonly after: string };

/** The value of a figure as people write it; what is no number of its unit is kept to itself and said to be wrong. */
export function ValueField(props: {
  readonly at: string;
  readonly value: Json | undefined;
  readonly unit: ParameterUnit;
  readonly currency: string;
  readonly onChange: (value: number | string, texts: Texts) => void;
  readonly label?: string;
}): JSX.Element {
  const { t } = useWords();
  const measure = () => ({ unit: props.unit, currency: props.currency });
  const stored = (): string =>
    typeof props.value === "number" || typeof props.value === "string"
      ? writtenFigure(props.value, measure())
      : "";
  /** What stood here when the field was come to. */
  let before = untrack(stored);
  const [typed, setTyped] = createSignal<string>();
  const isWrong = (): boolean => typed() !== undefined && readFigure(typed() ?? "", measure()) === undefined;
  const hint = (): string => {
    if (isWrong()) return t("draft.parameter.notNumber");
    if (props.unit === "rate") return t("draft.parameter.percentHint");
    return props.unit === "money"
      ? t("draft.parameter.moneyHint", { currency: props.currency })
      : t(`draft.units.${props.unit}`);
  };
  const take = (text: string): void => {
    setTyped(text);
    const value = readFigure(text, measure());
    if (value !== undefined) props.onChange(value, { before, after: writtenFigure(value, measure()) });
  };
  const label = (): string => props.label ?? t("draft.parameter.value");
  return (
    <Show
      when={props.unit === "date"}
      fallback={
        <div onFocusIn={() => (before = stored())} onFocusOut={() => !isWrong() && setTyped(undefined)}>
          <TextField
            at={props.at}
            label={label()}
            value={typed() ?? stored()}
            hint={hint()}
            isWrong={isWrong()}
            onInput={take}
          />
        </div>
      }
    >
      <DayField
        at={props.at}
        label={label()}
        value={stored()}
        onDay={(after) => props.onChange(after, { before: stored(), after })}
      />
    </Show>
  );
}

/** The unit of a figure. What is written stays as it is written: 50 per cent become 50 days, not half a day. */
export function UnitField(props: {
  readonly at: string;
  readonly value: number | string;
  readonly unit: ParameterUnit;
  readonly currency: string;
  readonly onChange: (unit: ParameterUnit, value: number | string) => void;
}): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  const take = (unit: ParameterUnit): void => {
    const written = writtenFigure(props.value, props);
    const none = unit === "date" ? today() : 0;
    props.onChange(unit, readFigure(written, { unit, currency: props.currency }) ?? none);
  };
  return (
    <div class="field">
      <label for={id}>{t("parts.figure.unit")}</label>
      <select
        id={id}
        data-at={props.at}
        value={props.unit}
        onChange={(event) => {
          const unit = PARAMETER_UNITS.find((one) => one === event.currentTarget.value);
          if (unit) take(unit);
        }}
      >
        <For each={PARAMETER_UNITS}>{(unit) => <option value={unit}>{t(`draft.units.${unit}`)}</option>}</For>
      </select>
    </div>
  );
}
