import type { ValueType } from "@evenhand/domain";
import { type Vocabulary, figure } from "@evenhand/policy";
import { type JSX, Show } from "solid-js";
import type { Json } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Choice } from "./choice.ts";
import type { Desk } from "./desk.ts";
import { Picker } from "./picker.tsx";
import { isOpen, referenceIn, shownValue, typedLiteral, typedText } from "./typed-value.ts";
import { listedChoices, referenceChoices } from "./value-choices.ts";

/** One value of a type: a literal as people write it, one of the values of a fact, or a figure or fact by its name. */
export function ValuePicker(props: {
  readonly desk: Desk;
  readonly label: string;
  readonly at: string;
  readonly value: Json | undefined;
  readonly type: ValueType;
  /** The fact whose values they are. */
  readonly fact?: string;
  /** Further types of what may be named, besides that of a literal. */
  readonly types?: readonly ValueType[];
  /** Words that may stand there instead of a literal. */
  readonly words?: readonly Choice[];
  readonly onPick: (value: Json) => void;
}): JSX.Element {
  const { t } = useWords();
  const vocabulary = () => props.desk.vocabulary();
  const typed = () => ({ type: props.type, vocabulary: vocabulary() });
  const ofFact = () => (props.fact === undefined ? {} : { fact: props.fact });
  const labelFor = (value: Json): string =>
    typeof value === "boolean"
      ? t(value ? "rules.yes" : "rules.no")
      : shownValue(value, { ...typed(), ...ofFact() });
  const shown = (): string => {
    const { value } = props;
    if (value === undefined || value === "") return "";
    return typeof value === "number" ? typedText(value, typed()) : labelFor(value);
  };
  const choices = (): readonly Choice[] => [
    ...(props.type === "boolean" ? [true, false].map((value) => ({ value, label: labelFor(value) })) : []),
    ...listedChoices(props.fact, vocabulary()),
    ...(props.words ?? []),
    ...referenceChoices(props.types ?? [props.type], {
      desk: props.desk,
      ...ofFact(),
      hint: (of) => (of === "figure" ? t("rules.figure") : t(`rules.types.${of}`)),
    }),
  ];
  const read = (text: string): Choice | undefined => {
    const isClosed = props.fact !== undefined && !isOpen(vocabulary().catalogue.get(props.fact));
    const value = props.words !== undefined || isClosed ? undefined : typedLiteral(text, typed());
    return value === undefined ? undefined : { value, label: labelFor(value) };
  };
  return (
    <>
      <Picker
        label={props.label}
        at={props.at}
        shown={shown()}
        kind={referenceIn(props.value) === undefined ? "plain" : "reference"}
        choices={choices()}
        read={read}
        takesTyped
        placeholder={t("rules.chooseValue")}
        onPick={(value) => JSON.stringify(value) !== JSON.stringify(props.value) && props.onPick(value)}
      />
      <Show when={figureIn(props.value, props.type, vocabulary())}>
        {(text) => <small class="soft">{text()}</small>}
      </Show>
    </>
  );
}

/** A literal figure in its unit, where its digits alone do not say it. */
function figureIn(value: Json | undefined, type: ValueType, vocabulary: Vocabulary): string | undefined {
  if (typeof value !== "number" || type === "integer" || type === "decimal") return undefined;
  return figure(value, type, { language: vocabulary.language, currency: vocabulary.policy.currency });
}
