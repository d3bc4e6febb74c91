import { textAt } from "../../../document/pointer.ts";
import { useWords } from "../../../words/words.tsx";
import type { OutlinePart } from "./outline-groups.ts";

/** What a part is called in the language that is shown. */
export function usePartName(): (part: OutlinePart | undefined) => string {
  const { t, language } = useWords();
  return (part) => {
    if (part?.word) return t(`parts.names.${part.word}`);
    return textAt(part?.label ?? null, `/${language()}`) || (part?.otherwise ?? "");
  };
}
