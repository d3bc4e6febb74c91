import { For, type JSX, Match, Show, Switch, createSignal, createUniqueId, untrack } from "solid-js";
import type { ApiProblem } from "../../../api/problem.ts";
import { type Json, itemsOf } from "../../../document/pointer.ts";
import { DayInput } from "../../../parts/day-input.tsx";
import { useWords } from "../../../words/words.tsx";
import { readFact, writtenFact } from "./fact-text.ts";
import type { FactRequirement } from "./try-queries.ts";

export type FactFieldOf = {
  readonly fact: FactRequirement;
  readonly value: Json | undefined;
  readonly isRequired: boolean;
  readonly currency: string;
  readonly problems: readonly ApiProblem[];
  readonly onChange: (value: Json | undefined) => void;
};

/** One fact of a case or a party: its name, unit and meaning, a control that suits it, and what is wrong with it. */
export function FactField(props: FactFieldOf): JSX.Element {
  const { t, local } = useWords();
  const id = createUniqueId();
  const hints = (): readonly string[] => [
    ...(props.fact.help ? [local(props.fact.help)] : []),
    t(`tryIt.types.${props.fact.type}`, { currency: props.currency }),
  ];
  return (
    <div class="field fact" data-wrong={props.problems.length > 0}>
      <label for={id}>
        {local(props.fact.label)} <Show when={props.isRequired}>{t("tryIt.required")}</Show>
      </label>
      <Control {...props} id={id} />
      <span id={`${id}-hint`} data-part="hint">
        {hints().join(" ")}
      </span>
      <For each={props.problems}>
        {(problem) => (
          <span data-part="wrong" role="alert">
            {problem.detail} {problem.help}
          </span>
        )}
      </For>
    </div>
  );
}

function Control(props: FactFieldOf & { readonly id: string }): JSX.Element {
  return (
    <Switch fallback={<TypedFact {...props} />}>
      <Match when={props.fact.type === "boolean"}>
        <YesOrNo {...props} />
      </Match>
      <Match when={props.fact.type === "date"}>
        <DayFact {...props} />
      </Match>
      <Match when={props.fact.type === "enum"}>
        <OneOf {...props} />
      </Match>
      <Match when={props.fact.type === "set"}>
        <SeveralOf {...props} />
      </Match>
    </Switch>
  );
}

function TypedFact(props: FactFieldOf & { readonly id: string }): JSX.Element {
  const kind = () => ({ type: props.fact.type, currency: props.currency });
  return (
    <input
      id={props.id}
      type="text"
      value={writtenFact(props.value, kind())}
      autocomplete="off"
      aria-describedby={`${props.id}-hint`}
      aria-invalid={props.problems.length > 0}
      onChange={(event) => props.onChange(readFact(event.currentTarget.value, kind()))}
    />
  );
}

function DayFact(props: FactFieldOf & { readonly id: string }): JSX.Element {
  const { local } = useWords();
  return (
    <DayInput
      id={props.id}
      label={local(props.fact.label)}
      value={writtenFact(props.value, { type: "date", currency: props.currency })}
      describedBy={`${props.id}-hint`}
      isWrong={props.problems.length > 0}
      onDay={(day) => props.onChange(day)}
      onUnread={(text) => props.onChange(text)}
      onClear={() => props.onChange(undefined)}
    />
  );
}

function YesOrNo(props: FactFieldOf & { readonly id: string }): JSX.Element {
  const { t } = useWords();
  const value = (): string => (typeof props.value === "boolean" ? String(props.value) : "");
  return (
    <select
      id={props.id}
      aria-describedby={`${props.id}-hint`}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        props.onChange(chosen === "" ? undefined : chosen === "true");
      }}
    >
      <For each={["", "true", "false"] as const}>
        {(one) => (
          <option value={one} selected={one === value()}>
            {t(`tryIt.answers.${one === "" ? "none" : one}`)}
          </option>
        )}
      </For>
    </select>
  );
}

/** One of the values; of a fact that takes others as well, “something else” opens a line to type it in. */
function OneOf(props: FactFieldOf & { readonly id: string }): JSX.Element {
  const { t, local } = useWords();
  const isListed = (value: Json | undefined): boolean =>
    typeof value === "string" && Object.hasOwn(props.fact.values ?? {}, value);
  const [isOther, setIsOther] = createSignal(
    untrack(() => props.value !== undefined && !isListed(props.value)),
  );
  return (
    <>
      <select
        id={props.id}
        aria-describedby={`${props.id}-hint`}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setIsOther(chosen === OTHER);
          props.onChange(chosen === "" || chosen === OTHER ? undefined : chosen);
        }}
      >
        <option value="">{t("tryIt.answers.none")}</option>
        <For each={Object.entries(props.fact.values ?? {})}>
          {([value, label]) => (
            <option value={value} selected={value === props.value}>
              {local(label)}
            </option>
          )}
        </For>
        <Show when={props.fact.open}>
          <option value={OTHER} selected={isOther()}>
            {t("tryIt.answers.other")}
          </option>
        </Show>
      </select>
      <Show when={isOther()}>
        <input
          aria-label={local(props.fact.label)}
          value={typeof props.value === "string" ? props.value : ""}
          onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
        />
      </Show>
    </>
  );
}

/** No value of an enum is called so: they are words joined by hyphens. */
const OTHER = "*";

/** A set is stated by holding every value that is wanted; none held is nothing stated. */
function SeveralOf(props: FactFieldOf & { readonly id: string }): JSX.Element {
  const { local } = useWords();
  const chosen = (): readonly Json[] => itemsOf(props.value);
  return (
    <select
      id={props.id}
      multiple
      aria-describedby={`${props.id}-hint`}
      onChange={(event) => {
        const values = [...event.currentTarget.selectedOptions].map(({ value }) => value);
        props.onChange(values.length === 0 ? undefined : values);
      }}
    >
      <For each={Object.entries(props.fact.values ?? {})}>
        {([value, label]) => (
          <option value={value} selected={chosen().includes(value)}>
            {local(label)}
          </option>
        )}
      </For>
    </select>
  );
}
