import type { FactValue } from "@evenhand/domain";
import { type Vocabulary, figure, typeOf, valueLabelOf } from "@evenhand/policy";
import { useWords } from "../words/words.tsx";

/** How the value of a fact is written: in its unit, by its label, or as what it is where nobody stated it. */
export function useValueText(): (fact: string, value: FactValue, vocabulary: Vocabulary) => string {
  const { t } = useWords();
  return (fact, value, vocabulary) => {
    if (value === null) return t("rules.try.unknown");
    if (typeof value === "boolean") return t(value ? "rules.yes" : "rules.no");
    return knownText(fact, value, vocabulary);
  };
}

function knownText(fact: string, value: number | string | readonly string[], vocabulary: Vocabulary): string {
  const { language, policy } = vocabulary;
  if (typeof value === "number")
    return figure(value, typeOf(fact, vocabulary), { language, currency: policy.currency });
  if (typeof value !== "string")
    return value.map((one) => valueLabelOf(fact, one, vocabulary)).join(language === "zh" ? "、" : ", ");
  const type = typeOf(fact, vocabulary);
  return type === "date" || type === "instant"
    ? figure(value, type, { language, currency: policy.currency })
    : valueLabelOf(fact, value, vocabulary);
}
