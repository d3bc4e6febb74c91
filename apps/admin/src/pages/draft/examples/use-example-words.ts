import { type JsonObject, itemsOf, textAt } from "../../../document/pointer.ts";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { type NamedRule, nameOfRule, ruleList } from "./coverage.ts";

/** What examples and the rules of a draft are called in the language that is shown. */
export function useExampleWords(session: () => DraftSession) {
  const { t, language } = useWords();
  const document = (): JsonObject => session().document();
  const rule = (one: NamedRule): string =>
    nameOfRule(one, language(), (of) => t("examples.coverage.row", of));
  return {
    rule,
    /** A rule by its id; the id where there is no such rule. */
    ruleById: (id: string): string => {
      const found = ruleList(document()).find((one) => one.rule === id);
      return found ? rule(found) : id;
    },
    example: (index: number): string => {
      const example = itemsOf(document()["examples"])[index] ?? null;
      return textAt(example, `/title/${language()}`) || textAt(example, "/id", String(index + 1));
    },
  };
}
