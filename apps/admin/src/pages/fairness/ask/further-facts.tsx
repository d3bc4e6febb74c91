import { For, type JSX, Show } from "solid-js";
import { SelectField } from "../../../parts/select-field.tsx";
import { useWords } from "../../../words/words.tsx";
import type { Asking } from "./ask-form.tsx";
import { type FactChoice, PARTS } from "./choices.ts";

/** Facts that further questions need: two at once, who had which part, pay, when a step was done. */
export function FurtherFacts(props: Asking): JSX.Element {
  const { t } = useWords();
  return (
    <details class="fairness-further">
      <summary>{t("fairness.ask.more")}</summary>
      <p class="soft">{t("fairness.ask.moreHint")}</p>
      <div class="fairness-fields">
        <CrossChoice {...props} />
        <FactSelect
          label={t("fairness.ask.rank")}
          choices={props.choices.ranks}
          value={props.asked.rank}
          onChange={(rank) => props.onChange({ rank })}
        />
        <For each={PARTS}>
          {(part) => (
            <FactSelect
              label={t(`fairness.leftOut.parts.${part}`)}
              choices={props.choices.parts}
              value={props.asked.parts[part] ?? ""}
              onChange={(fact) => props.onChange({ parts: { ...props.asked.parts, [part]: fact } })}
            />
          )}
        </For>
        <FactSelect
          label={t("fairness.ask.pay")}
          none={t("fairness.ask.usualPay")}
          choices={props.choices.pays}
          value={props.asked.pay}
          onChange={(pay) => props.onChange({ pay })}
        />
        <For each={props.choices.steps}>
          {(step) => (
            <FactSelect
              label={t("fairness.ask.step", { step: props.wordOf(step) })}
              choices={props.choices.moments}
              value={props.asked.steps[step] ?? ""}
              onChange={(fact) => props.onChange({ steps: { ...props.asked.steps, [step]: fact } })}
            />
          )}
        </For>
        <FactSelect
          label={t("fairness.ask.unit")}
          choices={props.choices.units}
          value={props.asked.unit}
          onChange={(unit) => props.onChange({ unit })}
        />
      </div>
    </details>
  );
}

function FactSelect(props: {
  readonly label: string;
  readonly choices: readonly FactChoice[];
  readonly value: string;
  /** What it is called that none is chosen. */
  readonly none?: string;
  readonly onChange: (fact: string) => void;
}): JSX.Element {
  const { t } = useWords();
  const options = useOptions(() => props.choices);
  return (
    <SelectField
      label={props.label}
      value={props.value}
      options={[{ value: "", label: props.none ?? t("fairness.ask.none") }, ...options()]}
      onChange={(value) => props.onChange(value)}
    />
  );
}

/** Two facts to look at at once: the second is asked for once there is a first. */
function CrossChoice(props: Asking): JSX.Element {
  const { t } = useWords();
  const rows = (): string => props.asked.cross?.[0] ?? "";
  const others = (fact: string): readonly FactChoice[] =>
    props.choices.groups.filter((choice) => choice.fact !== fact);
  const columnOptions = useOptions(() => others(rows()));
  const chooseRows = (fact: string): void => {
    const columns = props.asked.cross?.[1];
    const second = columns !== undefined && columns !== fact ? columns : others(fact)[0]?.fact;
    props.onChange({ cross: fact === "" || second === undefined ? null : [fact, second] });
  };
  return (
    <>
      <FactSelect
        label={t("fairness.ask.crossRows")}
        choices={props.choices.groups}
        value={rows()}
        onChange={chooseRows}
      />
      <Show when={props.asked.cross}>
        {(cross) => (
          <SelectField
            label={t("fairness.ask.crossColumns")}
            value={cross()[1]}
            options={columnOptions()}
            onChange={(columns) => props.onChange({ cross: [rows(), columns] })}
          />
        )}
      </Show>
    </>
  );
}

function useOptions(choices: () => readonly FactChoice[]) {
  const { local } = useWords();
  return () => choices().map(({ fact, label }) => ({ value: fact, label: local(label) }));
}
