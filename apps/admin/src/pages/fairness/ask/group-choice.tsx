import { For, type JSX, Show } from "solid-js";
import { SelectField } from "../../../parts/select-field.tsx";
import { useWords } from "../../../words/words.tsx";
import type { Asking } from "./ask-form.tsx";
import type { FactChoice } from "./choices.ts";

/** By what people are told apart, whom each group stands beside, and what is the same among comparable cases. */
export function GroupChoice(props: Asking): JSX.Element {
  const { t, local } = useWords();
  const groups = (): readonly string[] => props.asked.groups ?? [];
  const toggled = (list: readonly string[], fact: string): readonly string[] =>
    list.includes(fact) ? list.filter((one) => one !== fact) : [...list, fact];
  return (
    <>
      <fieldset class="fairness-choice">
        <legend>{t("fairness.ask.groups")}</legend>
        <For each={props.choices.groups} fallback={<span class="soft">{t("fairness.ask.noGroups")}</span>}>
          {(choice) => (
            <Check
              label={local(choice.label)}
              hint={choice.isProtected ? t("fairness.ask.protected") : undefined}
              checked={groups().includes(choice.fact)}
              onChange={() => props.onChange({ groups: toggled(groups(), choice.fact) })}
            />
          )}
        </For>
      </fieldset>
      <div class="fairness-fields">
        <For each={props.choices.groups.filter(({ fact }) => groups().includes(fact))}>
          {(choice) => <ReferenceChoice {...props} choice={choice} />}
        </For>
      </div>
      <fieldset class="fairness-choice">
        <legend>{t("fairness.ask.same")}</legend>
        <Check label={t("fairness.ask.sameVersion")} checked={true} />
        <Check
          label={t("fairness.ask.sameCategory")}
          checked={props.asked.same.category}
          onChange={() =>
            props.onChange({ same: { ...props.asked.same, category: !props.asked.same.category } })
          }
        />
        <Check
          label={t("fairness.ask.sameLossBand")}
          checked={props.asked.same.lossBand}
          onChange={() =>
            props.onChange({ same: { ...props.asked.same, lossBand: !props.asked.same.lossBand } })
          }
        />
        <For each={props.choices.groups}>
          {(choice) => (
            <Check
              label={local(choice.label)}
              checked={props.asked.same.facts.includes(choice.fact)}
              onChange={() =>
                props.onChange({
                  same: { ...props.asked.same, facts: toggled(props.asked.same.facts, choice.fact) },
                })
              }
            />
          )}
        </For>
      </fieldset>
    </>
  );
}

/** One thing that is chosen or not; without `onChange` it always is. */
function Check(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly onChange?: () => void;
}): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.onChange === undefined}
        onChange={() => props.onChange?.()}
      />{" "}
      {props.label}
      <Show when={props.hint}>
        {" "}
        <span class="soft">{props.hint}</span>
      </Show>
    </label>
  );
}

/** Whom the groups of a fact stand beside: all others, or one group of those that the policy lists. */
function ReferenceChoice(props: Asking & { readonly choice: FactChoice }): JSX.Element {
  const { t, local } = useWords();
  const chosen = (): string => props.asked.reference[props.choice.fact] ?? "";
  const options = () => [
    { value: "", label: t("fairness.ask.allOthers") },
    ...Object.entries(props.choice.values).map(([value, label]) => ({ value, label: local(label) })),
    // One that the policy does not list can only have come with the address.
    ...(chosen() === "" || Object.hasOwn(props.choice.values, chosen())
      ? []
      : [{ value: chosen(), label: chosen() }]),
  ];
  return (
    <Show when={options().length > 1}>
      <SelectField
        label={t("fairness.ask.reference", { fact: local(props.choice.label) })}
        value={chosen()}
        options={options()}
        onChange={(value) =>
          props.onChange({ reference: { ...props.asked.reference, [props.choice.fact]: value } })
        }
      />
    </Show>
  );
}
