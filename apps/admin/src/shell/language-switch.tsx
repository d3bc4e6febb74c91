import { For, type JSX } from "solid-js";
import { useWords } from "../words/words.tsx";

const LANGUAGES = ["zh", "en"] as const;

/** 中文 or English; the browser remembers which. */
export function LanguageSwitch(): JSX.Element {
  const { t, language, choose } = useWords();
  return (
    <div class="languages" role="group" aria-label={t("language.label")}>
      <For each={LANGUAGES}>
        {(one) => (
          <button
            type="button"
            lang={one === "zh" ? "zh-CN" : "en"}
            aria-pressed={language() === one}
            onClick={() => choose(one)}
          >
            {t(`language.${one}`)}
          </button>
        )}
      </For>
    </div>
  );
}
