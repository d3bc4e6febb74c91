import type { ValueType } from "@evenhand/domain";
import { Index, type JSX, Show, createSignal } from "solid-js";
import IconX from "~icons/lucide/x";
import { type Json, itemsOf } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Desk } from "./desk.ts";
import { Picker } from "./picker.tsx";
import { isOpen, pastedParts, shownValue, typedLiteral, valueCalled } from "./typed-value.ts";
import { listedChoices } from "./value-choices.ts";

type List = {
  readonly desk: Desk;
  readonly at: string;
  readonly fact: string;
  readonly type: ValueType;
  readonly values: Json;
  readonly onChange: (values: Json) => void;
};

/** The values of a list as chips; more are chosen, typed, or pasted as lines or separated by commas. */
export function ValueList(props: List): JSX.Element {
  const { t, language } = useWords();
  const [unlisted, setUnlisted] = createSignal<readonly string[]>([]);
  const values = () => itemsOf(props.values);
  const add = (more: readonly Json[]): void => {
    const fresh = more.filter((value, index) => !values().includes(value) && more.indexOf(value) === index);
    if (fresh.length > 0) props.onChange([...values(), ...fresh]);
  };
  const meant = (text: string): Json | undefined => {
    const entry = props.desk.vocabulary().catalogue.get(props.fact);
    return valueCalled(text, entry) ?? (isOpen(entry) ? typedLiteral(text, typedAs(props)) : undefined);
  };
  const paste = (text: string): boolean => {
    const parts = pastedParts(text);
    setUnlisted(parts.filter((part) => meant(part) === undefined));
    add(parts.map(meant).filter((value) => value !== undefined));
    return parts.length > 0;
  };
  return (
    <span class="chips">
      <Chips {...props} />
      <Picker
        label={t("rules.addValue")}
        at={props.at}
        shown=""
        placeholder={t("rules.addValue")}
        choices={listedChoices(props.fact, props.desk.vocabulary()).filter(
          ({ value }) => !values().includes(value),
        )}
        read={(text) => {
          const value = meant(text);
          return value === undefined ? undefined : { value, label: shownValue(value, typedAs(props)) };
        }}
        takesTyped
        onPaste={paste}
        onPick={(value) => add([value])}
      />
      <Show when={unlisted().length > 0}>
        <span class="soft" role="status">
          {t("rules.notListed", { values: unlisted().join(language() === "zh" ? "、" : ", ") })}
        </span>
      </Show>
    </span>
  );
}

function Chips(props: List): JSX.Element {
  const { t } = useWords();
  return (
    <Index each={itemsOf(props.values)}>
      {(value, index) => (
        <span class="chip">
          {shownValue(value(), typedAs(props))}
          <button
            type="button"
            data-at={`${props.at}/${index}`}
            aria-label={t("rules.takeOut", { value: shownValue(value(), typedAs(props)) })}
            onClick={() => props.onChange(itemsOf(props.values).toSpliced(index, 1))}
          >
            <IconX aria-hidden="true" />
          </button>
        </span>
      )}
    </Index>
  );
}

function typedAs({ desk, fact, type }: List) {
  return { type, fact, vocabulary: desk.vocabulary() };
}
