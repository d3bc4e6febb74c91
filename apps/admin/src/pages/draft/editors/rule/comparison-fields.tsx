import type { CatalogueEntry, Condition, ValueType } from "@evenhand/domain";
import { labelOf, readCondition, typeOf } from "@evenhand/policy";
import { For, type JSX, Match, Switch } from "solid-js";
import type { Json } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import { about } from "./about-fact.ts";
import { type Choice, namesOf, namesOfEntry } from "./choice.ts";
import { conditionName } from "./condition-name.ts";
import type { LineContent } from "./condition-node.ts";
import type { Desk } from "./desk.ts";
import {
  type Question,
  QUESTIONS,
  answersOf,
  operatorOf,
  questionOf,
  questionsFor,
  valueFor,
} from "./operators.ts";
import { Picker } from "./picker.tsx";
import { isNameable, isParameter } from "./typed-value.ts";
import { ValueList } from "./value-list.tsx";
import { ValuePicker } from "./value-picker.tsx";

type Comparison = Extract<LineContent, { kind: "comparison" }>;

/** A comparison: the fact, how it is compared in words that fit its type, and with what. */
export function ComparisonFields(props: {
  readonly desk: Desk;
  readonly at: string;
  readonly comparison: Comparison;
}): JSX.Element {
  const { t } = useWords();
  const vocabulary = () => props.desk.vocabulary();
  const entry = () => vocabulary().catalogue.get(props.comparison.fact);
  const type = (): ValueType => typeOf(props.comparison.fact, vocabulary());
  const question = () => questionOf(props.comparison, type());
  const questions = (): readonly Question[] => {
    const fitting = questionsFor(type(), entry());
    return fitting.includes(question()) ? fitting : [...fitting, question()];
  };
  const write = (comparison: Omit<Comparison, "kind">): void =>
    props.desk.write(labelFor(comparison), props.at, comparison);
  const labelFor = (comparison: Omit<Comparison, "kind">): string =>
    t("rules.edited.changed", {
      rule: props.desk.name(),
      what: inWords(comparison, props.desk) ?? t("rules.whenIn"),
    });
  const ask = (asked: Question): void => {
    const { fact, value } = props.comparison;
    write({ fact, operator: operatorOf(asked), value: valueFor(asked, value) });
  };
  const setValue = (value: Json): void => {
    const { fact, operator } = props.comparison;
    write({ fact, operator, value });
  };
  return (
    <>
      <SubjectPicker {...props} onPickFact={(fact) => write(about(fact, props.comparison, vocabulary()))} />
      <QuestionSelect at={`${props.at}/operator`} question={question()} questions={questions()} onAsk={ask} />
      <Switch>
        <Match when={answersOf(question()) === "one"}>
          <ValuePicker
            desk={props.desk}
            label={t("rules.value")}
            at={`${props.at}/value`}
            fact={props.comparison.fact}
            type={type()}
            value={props.comparison.value}
            onPick={setValue}
          />
        </Match>
        <Match when={answersOf(question()) === "list"}>
          <ValueList
            desk={props.desk}
            at={`${props.at}/value`}
            fact={props.comparison.fact}
            type={type()}
            values={props.comparison.value}
            onChange={setValue}
          />
        </Match>
      </Switch>
    </>
  );
}

function QuestionSelect(props: {
  readonly at: string;
  readonly question: Question;
  readonly questions: readonly Question[];
  readonly onAsk: (question: Question) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <select
      class="line-select"
      aria-label={t("rules.question")}
      data-at={props.at}
      onChange={(event) => props.onAsk(QUESTIONS.find((one) => one === event.currentTarget.value) ?? "is")}
    >
      <For each={props.questions}>
        {(one) => (
          <option value={one} selected={one === props.question}>
            {t(`rules.questions.${one}`)}
          </option>
        )}
      </For>
    </select>
  );
}

/** The fact that is asked about; a named condition in its place takes the whole line. */
export function SubjectPicker(props: {
  readonly desk: Desk;
  readonly at: string;
  readonly comparison?: Comparison;
  readonly condition?: string;
  readonly onPickFact: (fact: string) => void;
}): JSX.Element {
  const { t } = useWords();
  const vocabulary = () => props.desk.vocabulary();
  const choices = (): readonly Choice[] => [
    ...[...vocabulary().catalogue.values()]
      .filter(({ name }) => !isParameter(name))
      .filter((entry) => isNameable(entry, props.desk.asker()))
      .map((entry) => ({
        value: entry.name,
        label: labelOf(entry.name, vocabulary()),
        hint: kindOf(entry),
        names: namesOfEntry(entry),
      })),
    ...(props.desk.root().startsWith("/conditions/") ? [] : namedConditions()),
  ];
  const kindOf = (entry: CatalogueEntry): string =>
    t(entry.scope === "party" ? "rules.ofParty" : "rules.ofCase", { type: t(`rules.types.${entry.type}`) });
  const namedConditions = (): readonly Choice[] =>
    Object.keys(vocabulary().policy.conditions ?? {}).map((name) => ({
      value: { condition: name },
      label: conditionName(name, vocabulary()),
      hint: t("rules.condition"),
      names: namesOf(name, vocabulary().policy.words[name]),
    }));
  const shown = (): string => {
    if (props.condition !== undefined) return conditionName(props.condition, vocabulary());
    return props.comparison ? labelOf(props.comparison.fact, vocabulary()) : "";
  };
  return (
    <Picker
      label={t(props.condition === undefined ? "rules.fact" : "rules.condition")}
      at={`${props.at}/${props.condition === undefined ? "fact" : "condition"}`}
      shown={shown()}
      kind={props.condition === undefined ? "plain" : "reference"}
      choices={choices()}
      placeholder={t("rules.chooseFact")}
      onPick={(value) => {
        if (typeof value === "string") {
          if (value !== props.comparison?.fact) props.onPickFact(value);
        } else if (JSON.stringify(value) !== JSON.stringify({ condition: props.condition }))
          props.desk.write(t("rules.edited.condition", { rule: props.desk.name() }), props.at, value);
      }}
    />
  );
}

/** A comparison as a clause, where it is complete enough to be read. */
function inWords(comparison: Omit<Comparison, "kind">, desk: Desk): string | undefined {
  if (comparison.fact === "" || comparison.value === "") return undefined;
  const { policy, language } = desk.vocabulary();
  try {
    // INVARIANT: what cannot be read as a condition throws, which is what is waited for here.
    return readCondition(comparison as Condition, policy, language);
  } catch {
    return undefined;
  }
}
