import type { Language, LocalizedText } from "@evenhand/domain";
import { For, type JSX, createSignal } from "solid-js";
import IconPlus from "~icons/lucide/plus";
import { Button } from "../../../../parts/button.tsx";
import { TextField } from "../../../../parts/text-field.tsx";
import { useWords } from "../../../../words/words.tsx";

/** A further value begins with its names, from which rules get theirs. */
export function NewValue(props: { readonly onAdd: (names: LocalizedText) => void }): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = createSignal<LocalizedText>(NO_NAMES);
  const [isWrong, setIsWrong] = createSignal(false);
  const type = (language: Language, text: string): void => {
    setTyped({ ...typed(), [language]: text });
    setIsWrong(false);
  };
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const names = { en: typed().en.trim(), zh: typed().zh.trim() };
    if (names.en === "" && names.zh === "") return void setIsWrong(true);
    props.onAdd(names);
    setTyped(NO_NAMES);
  };
  return (
    <form class="new-value" onSubmit={add} noValidate>
      <For each={["zh", "en"] as const}>
        {(language) => (
          <TextField
            label={`${t("facts.newValue")} · ${t(`draft.general.${language === "zh" ? "chinese" : "english"}`)}`}
            value={typed()[language]}
            hint={isWrong() ? t("facts.nameValue") : undefined}
            isWrong={isWrong()}
            onInput={(text) => type(language, text)}
          />
        )}
      </For>
      <Button type="submit">
        <IconPlus aria-hidden="true" />
        {t("facts.addValue")}
      </Button>
    </form>
  );
}

const NO_NAMES: LocalizedText = { en: "", zh: "" };
