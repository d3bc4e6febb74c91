import { isObject, textAt } from "../../../document/pointer.ts";
import { useWords } from "../../../words/words.tsx";
import type { OutlinePart } from "./outline-groups.ts";

/** What a part is called in the language that is shown. */
export function usePartName(): (part: OutlinePart | undefined) => string {
  const { t, language } = useWords();
  return (part) => {
    if (part?.word) return t(`parts.names.${part.word}`);
    const label = part?.label;
    const named = [language(), "zh", "en"].map((one) => textAt(label ?? null, `/${one}`)).find(Boolean);
    // What is only yet to be named is not called by what rules call it.
    return named ?? (isObject(label) ? t("parts.unnamed") : (part?.otherwise ?? ""));
  };
}
