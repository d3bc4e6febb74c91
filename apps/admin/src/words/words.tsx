import type { Language, LocalizedText } from "@evenhand/domain";
import { flatten, resolveTemplate, translator } from "@solid-primitives/i18n";
import { type JSX, createContext, createEffect, createMemo, createSignal, useContext } from "solid-js";
import { answerIn } from "../api/send.ts";
import { EN } from "./en.ts";
import { ZH } from "./zh.ts";

const DICTIONARIES = { en: flatten(EN), zh: flatten(ZH) } as const;

/** Where the browser remembers the language; before it was ever chosen, the browser's own language counts. */
const REMEMBERED = "evenhand.language";

function createWords() {
  const [language, setLanguage] = createSignal<Language>(firstLanguage());
  const dictionary = createMemo(() => DICTIONARIES[language()]);
  createEffect(() => {
    document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
    answerIn(language());
  });
  return {
    language,
    /** A text of the dictionary by its key, with what it names put in. */
    // oxlint-disable-next-line solid/reactivity -- it is read whenever a text is asked for
    t: translator(dictionary, resolveTemplate),
    /** A text of the service in the language that is shown. */
    local: (text: LocalizedText): string => text[language()],
    choose: (chosen: Language): void => {
      localStorage.setItem(REMEMBERED, chosen);
      setLanguage(chosen);
    },
  };
}

type WordsInUse = ReturnType<typeof createWords>;

const Context = createContext<WordsInUse>();

/** Gives everything below it the words in the language that was chosen. */
export function WordsProvider(props: { readonly children: JSX.Element }): JSX.Element {
  return <Context.Provider value={createWords()}>{props.children}</Context.Provider>;
}

/** The words, in the language that is shown. */
export function useWords(): WordsInUse {
  const words = useContext(Context);
  if (!words) throw new Error("there is no `WordsProvider` above");
  return words;
}

function firstLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered === "zh" || remembered === "en") return remembered;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}
