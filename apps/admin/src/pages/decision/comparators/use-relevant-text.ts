import type { FactValue } from "@evenhand/domain";
import { type Vocabulary, labelOf, typeOf } from "@evenhand/policy";
import { formatCount } from "../../../format/format.ts";
import { useValueText } from "../../../seen/use-value-text.ts";
import { useWords } from "../../../words/words.tsx";

const HOUR_MS = 3_600_000;

/**
 * How the value of a fact is written as fairness counts it: days and moments as their distance from the one that chooses the
 * version, people by their place in the case, names that no rule reads as being stated.
 */
export function useRelevantText(): (fact: string, value: FactValue, vocabulary: Vocabulary) => string {
  const { t, language } = useWords();
  const valueText = useValueText();
  return (fact, value, vocabulary) => {
    const type = typeOf(fact, vocabulary);
    const from = labelOf(vocabulary.policy.appliesBy, vocabulary);
    if (typeof value === "number" && type === "date")
      return t("comparators.days", { count: formatCount(value, language()), from });
    if (typeof value === "number" && type === "instant")
      return t("comparators.hours", { count: formatCount(Math.round(value / HOUR_MS), language()), from });
    if (typeof value === "string" && type === "party") {
      const [, number] = /^#(\d+)$/.exec(value) ?? [];
      return number === undefined ? t("comparators.somebodyElse") : t("comparators.party", { number });
    }
    if (typeof value === "string" && type === "text" && value.startsWith("#")) return t("comparators.stated");
    return valueText(fact, value, vocabulary);
  };
}
