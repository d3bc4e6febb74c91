import { type JSX, Show } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { DayField } from "../../../parts/day-field.tsx";
import { SelectField } from "../../../parts/select-field.tsx";
import { useWords } from "../../../words/words.tsx";
import { MEASURES, type Measure } from "../groups/disparity-rows.ts";
import type { Asked } from "./asked.ts";
import type { Choices } from "./choices.ts";
import { DraftChoice } from "./draft-choice.tsx";
import { FurtherFacts } from "./further-facts.tsx";
import { GroupChoice } from "./group-choice.tsx";

export type Asking = {
  readonly asked: Asked;
  readonly choices: Choices;
  /** What a word of the policy is called. */
  readonly wordOf: (word: string) => string;
  /** Something else is asked from now on. */
  readonly onChange: (change: Partial<Asked>) => void;
};

type Form = Asking & {
  readonly policies: readonly { readonly value: string; readonly label: string }[];
  readonly measure: Measure;
  readonly onMeasure: (measure: Measure) => void;
  /** Whether it was answered before, so that asking is asking again. */
  readonly isAnswered: boolean;
  readonly isBusy: boolean;
  readonly onRun: () => void;
};

/** Everything a question consists of; all of it stands in the address, and nothing is computed before it is asked. */
export function AskForm(props: Form): JSX.Element {
  const { t } = useWords();
  const isBackwards = (): boolean => {
    const { from, until } = props.asked;
    return from !== "" && until !== "" && until < from;
  };
  return (
    <form
      class="card fairness-ask"
      aria-label={t("fairness.ask.title")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBackwards()) props.onRun();
      }}
    >
      <div class="fairness-fields">
        <SelectField
          label={t("fairness.ask.policy")}
          value={props.asked.policy}
          options={props.policies}
          onChange={(policy) => props.onChange({ policy })}
        />
        <SelectField
          label={t("fairness.ask.measure")}
          value={props.measure}
          options={MEASURES.map((value) => ({ value, label: t(`fairness.ask.measures.${value}`) }))}
          onChange={(value) => props.onMeasure(MEASURES.find((one) => one === value) ?? "penalty")}
        />
        <DraftChoice {...props} />
        <DayField
          label={t("fairness.ask.from")}
          value={props.asked.from}
          onDay={(from) => props.onChange({ from })}
          onClear={() => props.onChange({ from: "" })}
        />
        <DayField
          label={t("fairness.ask.to")}
          value={props.asked.until}
          onDay={(until) => props.onChange({ until })}
          onClear={() => props.onChange({ until: "" })}
        />
      </div>
      <Show when={isBackwards()}>
        <p role="alert">{t("fairness.ask.backwards")}</p>
      </Show>
      <GroupChoice {...props} />
      <Show when={props.choices.groups.length > 0 && props.asked.groups?.length === 0}>
        <p role="status">{t("fairness.ask.noneChosen")}</p>
      </Show>
      <FurtherFacts {...props} />
      <div class="tools">
        <Button type="submit" kind="main" disabled={props.isBusy || isBackwards()}>
          {t(props.isAnswered ? "fairness.ask.runAgain" : "fairness.ask.run")}
        </Button>
        <Show when={props.asked.kind !== ""}>
          <Button kind="quiet" onClick={() => props.onChange({ kind: "" })}>
            {t("fairness.ask.allKinds")}
          </Button>
        </Show>
      </div>
    </form>
  );
}
