import type { ValueType } from "@evenhand/domain";
import { labelOf, wordOf } from "@evenhand/policy";
import { For, type JSX, Match, Show, Switch, createUniqueId } from "solid-js";
import { type Json, fieldsOf, textAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Choice } from "./choice.ts";
import { namesOfEntry } from "./choice.ts";
import type { Desk } from "./desk.ts";
import { type EventField, takesWords } from "./event-fields.ts";
import { OtherForm } from "./other-form.tsx";
import { Picker } from "./picker.tsx";
import { RatesField } from "./rates-field.tsx";
import { TargetField } from "./target-field.tsx";
import { isNameable, isParameter, referenceIn, shownReference } from "./typed-value.ts";
import { ValuePicker } from "./value-picker.tsx";
import { WordPicker, wordChoices } from "./word-picker.tsx";

type Field = {
  readonly desk: Desk;
  readonly field: EventField;
  readonly at: string;
  readonly value: Json | undefined;
};

/** One detail of a result, by what it may hold. */
export function EventFieldInput(props: Field): JSX.Element {
  const { t } = useWords();
  const name = (): string => t(`rules.params.${props.field.key}`);
  const write = (value: Json | undefined): void =>
    props.desk.write(t("rules.edited.place", { rule: props.desk.name(), field: name() }), props.at, value);
  const is = (...kinds: readonly EventField["kind"][]): boolean => kinds.includes(props.field.kind);
  return (
    <div class="field" role="group" aria-label={name()}>
      <Show when={!is("flag")}>
        <span class="field-name">{name()}</span>
      </Show>
      <Switch fallback={<OtherForm desk={props.desk} at={props.at} />}>
        <Match when={is("choice")}>
          <ChoiceSelect {...props} label={name()} onChange={write} />
        </Match>
        <Match when={is("flag")}>
          <label class="flag">
            <input
              type="checkbox"
              data-at={props.at}
              checked={props.value === true}
              onChange={(event) => write(event.currentTarget.checked ? true : undefined)}
            />
            {name()}
          </label>
        </Match>
        <Match when={is("number", "time")}>
          <PlainInput {...props} label={name()} onChange={write} />
        </Match>
        <Match when={is("word") || (is("value") && takesWords(props.field.key) && isWord(props.value))}>
          <WordOrFact {...props} label={name()} onChange={write} />
        </Match>
        <Match when={is("value")}>
          <ValuePicker
            desk={props.desk}
            label={name()}
            at={props.at}
            value={props.value}
            type={props.field.types[0] ?? "text"}
            types={props.field.types}
            {...(takesWords(props.field.key) ? { words: wordChoices(props.desk, props.at) } : {})}
            onPick={write}
          />
        </Match>
        <Match when={is("reference", "name")}>
          <NamePicker {...props} label={name()} onChange={write} />
        </Match>
        <Match when={is("grade")}>
          <GradeSelect {...props} label={name()} onChange={write} />
        </Match>
        <Match when={is("target")}>
          <TargetField desk={props.desk} at={props.at} value={props.value} label={name()} />
        </Match>
        <Match when={is("rates")}>
          <RatesField desk={props.desk} at={props.at} value={props.value} label={name()} />
        </Match>
        <Match when={is("text")}>
          <BothLanguages {...props} label={name()} onChange={write} />
        </Match>
      </Switch>
    </div>
  );
}

type Input = Field & { readonly label: string; readonly onChange: (value: Json) => void };

/** A word where a fact may stand as well is shown as a word once it is one. */
function isWord(value: Json | undefined): boolean {
  return typeof value === "string" && value !== "";
}

function WordOrFact(props: Input): JSX.Element {
  return (
    <Show
      when={takesWords(props.field.key)}
      fallback={<WordPicker desk={props.desk} label={props.label} at={props.at} value={props.value} />}
    >
      <Picker
        label={props.label}
        at={props.at}
        shown={wordOf(textAt(props.value ?? null, ""), props.desk.vocabulary())}
        choices={[
          ...wordChoices(props.desk, props.at),
          ...referencesOf(props.field.types, props.desk).map(({ value, ...choice }) => ({
            ...choice,
            value: { fact: value },
          })),
        ]}
        onPick={(value) => props.onChange(value)}
      />
    </Show>
  );
}

function ChoiceSelect(props: Input): JSX.Element {
  const { t } = useWords();
  const isChosen = (): boolean => props.field.choices.some((choice) => choice === props.value);
  return (
    <select
      aria-label={props.label}
      data-at={props.at}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <Show when={!isChosen()}>
        <option selected>
          {props.value === undefined ? t("rules.notSaid") : JSON.stringify(props.value)}
        </option>
      </Show>
      <For each={props.field.choices}>
        {(choice) => (
          <option value={choice} selected={choice === props.value}>
            {choiceName(choice)}
          </option>
        )}
      </For>
    </select>
  );

  function choiceName(choice: string): string {
    if (props.field.key === "due-unit" && isUnit(choice)) return t(`draft.units.${choice}`);
    if (isOwnChoice(choice)) return t(`rules.choices.${choice}`);
    return wordOf(choice, props.desk.vocabulary());
  }
}

const OWN_CHOICES = ["equal", "points", "share", "rest", "bonus", "grade", "YYMMDD", "YYMM"] as const;
const UNITS = ["calendar-days", "working-days", "hours", "minutes"] as const;

function isOwnChoice(choice: string): choice is (typeof OWN_CHOICES)[number] {
  return OWN_CHOICES.some((own) => own === choice);
}

function isUnit(choice: string): choice is (typeof UNITS)[number] {
  return UNITS.some((unit) => unit === choice);
}

function PlainInput(props: Input): JSX.Element {
  const isTime = () => props.field.kind === "time";
  return (
    <input
      type={isTime() ? "time" : "number"}
      aria-label={props.label}
      data-at={props.at}
      value={typeof props.value === "number" ? props.value : textAt(props.value ?? null, "")}
      onChange={(event) => {
        const text = event.currentTarget.value;
        if (text !== "") props.onChange(isTime() ? text : Number(text));
      }}
    />
  );
}

function NamePicker(props: Input): JSX.Element {
  const { t } = useWords();
  const isReference = () => props.field.kind === "reference";
  const named = (): string =>
    typeof props.value === "string" ? props.value : (referenceIn(props.value) ?? "");
  return (
    <Picker
      label={props.label}
      at={props.at}
      kind={named() === "" ? "plain" : "reference"}
      shown={named() === "" ? "" : shownReference(named(), props.desk.vocabulary())}
      placeholder={t("rules.chooseFact")}
      choices={referencesOf(props.field.types, props.desk)}
      onPick={(value) => props.onChange(isReference() ? { fact: value } : value)}
    />
  );
}

/** The facts and parameters of these types that can be named there, each by its name. */
export function referencesOf(types: readonly ValueType[], desk: Desk): readonly Choice[] {
  const vocabulary = desk.vocabulary();
  return [...vocabulary.catalogue.values()]
    .filter((entry) => types.includes(entry.type) && isNameable(entry, desk.asker()))
    .map((entry) => ({
      value: entry.name,
      label: isParameter(entry.name)
        ? shownReference(entry.name, vocabulary)
        : labelOf(entry.name, vocabulary),
      names: namesOfEntry(entry),
    }));
}

function GradeSelect(props: Input): JSX.Element {
  const { t } = useWords();
  const grades = (): readonly string[] => {
    const { grades: own } = props.desk.vocabulary().policy;
    return typeof props.value === "string" && !own.includes(props.value) ? [...own, props.value] : own;
  };
  return (
    <select
      aria-label={props.label}
      data-at={props.at}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <Show when={props.value === undefined}>
        <option selected>{t("rules.notSaid")}</option>
      </Show>
      <For each={grades()}>
        {(grade) => (
          <option value={grade} selected={grade === props.value}>
            {wordOf(grade, props.desk.vocabulary())}
          </option>
        )}
      </For>
    </select>
  );
}

function BothLanguages(props: Input): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  return (
    <For each={["zh", "en"] as const}>
      {(language) => (
        <>
          <label class="soft" for={`${id}-${language}`}>
            {t(`draft.general.${language === "zh" ? "chinese" : "english"}`)}
          </label>
          <input
            id={`${id}-${language}`}
            type="text"
            data-at={`${props.at}/${language}`}
            value={textAt(props.value ?? null, `/${language}`)}
            onChange={(event) =>
              props.onChange({ ...fieldsOf(props.value), [language]: event.currentTarget.value })
            }
          />
        </>
      )}
    </For>
  );
}
