import type { LocalizedText } from "@evenhand/domain";
import { type JsonObject, itemsOf } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";

/** What the next rule of a document is called until somebody names it. */
export function useNewRuleLabel(): (document: JsonObject) => LocalizedText {
  const { t, language } = useWords();
  // The other language is left for whoever writes the rule: a name nobody wrote would pass for one.
  return (document) => ({
    zh: "",
    en: "",
    [language()]: t("rules.newLabel", { number: itemsOf(document["rules"]).length + 1 }),
  });
}
