import { type ParameterUnit, type Policy, type Reference, parameterType } from "@evenhand/domain";
import { cited, figure } from "@evenhand/policy";
import { currencyOf } from "../../document/currency.ts";
import { type Json, fieldsOf, itemsOf, textAt } from "../../document/pointer.ts";
import { useWords } from "../../words/words.tsx";
import { factLabel, labelOfWord } from "../../document/document-names.ts";
import type { DraftSession } from "./draft-session.ts";

/** What the names and figures of a draft are called in the language that is shown. */
export function useDocumentWords(session: () => Pick<DraftSession, "document">) {
  const { language } = useWords();
  const document = () => session().document();
  const currency = (): string => currencyOf(document());
  return {
    currency,
    fact: (name: string): string => factLabel(document(), name, language()),
    word: (word: string): string => labelOfWord(document(), word, language()),
    /** A figure with its unit: “7 working days”, “1,200.00元”. */
    figure: (value: number | string, unit: ParameterUnit): string =>
      figure(value, parameterType(unit), { language: language(), currency: currency() }),
    /** The articles of a list as they are cited; nothing where it cites none. */
    cited: (references: Json | undefined): string => {
      const known = referencesIn(references);
      if (known.length === 0) return "";
      // INVARIANT: what is no label in both languages is never looked up.
      const words = fieldsOf(document()["words"]) as unknown as Policy["words"];
      return cited(known, { policy: { words }, language: language() });
    },
  };
}

/** The citations in a list; what is none is left out. */
export function referencesIn(list: Json | undefined): readonly Reference[] {
  return itemsOf(list).flatMap((one) => {
    const [article, source] = [textAt(one, "/article"), textAt(one, "/source")];
    if (article === "") return [];
    return [source === "" ? { article } : { article, source }];
  });
}
