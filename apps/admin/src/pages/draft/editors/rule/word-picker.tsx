import { ENGINE_WORDS, isIdentifier } from "@evenhand/domain";
import { wordOf } from "@evenhand/policy";
import { For, type JSX, Show } from "solid-js";
import { TextField } from "../../../../parts/text-field.tsx";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  itemsOf,
  pointerTo,
  textAt,
  withValueAt,
} from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import { type Choice, namesOf } from "./choice.ts";
import type { Desk } from "./desk.ts";
import { Picker } from "./picker.tsx";

/** A word of the policy by its label; a new one is typed in either language and gets a key and a label of its own. */
export function WordPicker(props: {
  readonly desk: Desk;
  readonly label: string;
  readonly at: string;
  readonly value: Json | undefined;
}): JSX.Element {
  const { t, language } = useWords();
  const vocabulary = () => props.desk.vocabulary();
  const word = (): string => (typeof props.value === "string" ? props.value : "");
  const label = (): string => t("rules.edited.place", { rule: props.desk.name(), field: props.label });
  const pick = (value: Json): void => {
    const { at } = props;
    const fresh = fieldsOf(value);
    const [key, name] = [fresh["word"], fresh["name"]];
    if (typeof key !== "string") return props.desk.write(label(), at, value);
    props.desk.change(label(), (document) => {
      const named = withValueAt(document, pointerTo("words", key, language()), name);
      return withValueAt(named, at, key) as JsonObject;
    });
  };
  return (
    <>
      <Picker
        label={props.label}
        at={props.at}
        shown={word() === "" ? "" : wordOf(word(), vocabulary())}
        choices={wordChoices(props.desk, props.at)}
        read={(text) => newWord(text)}
        onPick={pick}
      />
      <Show when={isUnfinished(word(), props.desk)}>
        <WordNames desk={props.desk} word={word()} />
      </Show>
    </>
  );

  function newWord(text: string): Choice | undefined {
    const name = text.trim();
    if (name === "") return undefined;
    const words = fieldsOf(props.desk.document()["words"]);
    const isKey = isIdentifier(name);
    const key = isKey ? name : freeKey(props.at.split("/").at(-1) ?? "word", words);
    return {
      value: isKey ? name : { word: key, name },
      label: t("rules.newWord", { word: name }),
    };
  }
}

/** The names of a word in both languages, for one that lacks either. */
function WordNames(props: { readonly desk: Desk; readonly word: string }): JSX.Element {
  const { t } = useWords();
  const at = (language: "zh" | "en"): string => pointerTo("words", props.word, language);
  return (
    <div class="word-name">
      <For each={["zh", "en"] as const}>
        {(one) => (
          <TextField
            label={`${t("rules.wordName", { word: props.word })} · ${t(`draft.general.${one === "zh" ? "chinese" : "english"}`)}`}
            value={textAt(props.desk.document(), at(one))}
            at={at(one)}
            onInput={(text) => props.desk.write(t("rules.edited.word", { word: props.word }), at(one), text)}
          />
        )}
      </For>
    </div>
  );
}

/** Whether a word is used that one of the languages has no name for. */
function isUnfinished(key: string, desk: Desk): boolean {
  if (key === "" || Object.hasOwn(ENGINE_WORDS, key)) return false;
  return (["zh", "en"] as const).some((one) => textAt(desk.document(), pointerTo("words", key, one)) === "");
}

/** The words of the policy and of the engine; those that stand in the same place of other rules come first. */
export function wordChoices(desk: Desk, at: string): readonly Choice[] {
  const vocabulary = desk.vocabulary();
  const field = at.split("/").at(-1) ?? "";
  const alike = itemsOf(desk.document()["rules"]).map((rule) => textAt(rule, `/rule/event/params/${field}`));
  const words = { ...ENGINE_WORDS, ...vocabulary.policy.words };
  return Object.entries(words)
    .map(([value, label]) => ({
      value,
      label: wordOf(value, vocabulary),
      hint: value,
      names: namesOf(value, label),
    }))
    .toSorted((one, other) => Number(alike.includes(other.value)) - Number(alike.includes(one.value)));
}

/** A key that no word has yet: ids are in English, and what somebody typed is not. */
function freeKey(field: string, words: JsonObject): string {
  const base = field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  let number = 1;
  while (Object.hasOwn(words, `${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
