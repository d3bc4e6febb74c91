import { type Vocabulary, labelOf } from "@evenhand/policy";
import { formatCount } from "../../../format/format.ts";
import { useValueText } from "../../../seen/use-value-text.ts";
import { useWords } from "../../../words/words.tsx";
import type { RelevantLine, RelevantValue } from "./relevant-lines.ts";

/** What a relevant fact is called and says, in the words of its policy. */
export function useRelevantText(): (
  line: RelevantLine,
  vocabulary: Vocabulary,
) => { readonly name: string; readonly value: string } {
  const { t, language } = useWords();
  const valueText = useValueText();
  const distance = (
    { kind, after }: Extract<RelevantValue, { readonly after: number }>,
    applies: string,
  ): string => {
    if (after === 0) return t(`fairness.like.same.${kind}`, { applies });
    const count = formatCount(Math.abs(after), language());
    return t(`fairness.like.${after < 0 ? "before" : "after"}.${kind}`, { count, applies });
  };
  return ({ fact, party, value }, vocabulary) => {
    const label = labelOf(fact, vocabulary);
    const name = party === null ? label : t("fairness.like.ofParty", { fact: label, party: String(party) });
    switch (value.kind) {
      case "days":
      case "hours":
        return { name, value: distance(value, labelOf(vocabulary.policy.appliesBy, vocabulary)) };
      case "party":
        return {
          name,
          value: value.place === 0 ? t("fairness.like.somebodyElse") : t("fairness.like.party", value),
        };
      case "text":
        return { name, value: t("fairness.like.text", value) };
      case "value":
        return { name, value: valueText(fact, value.value, vocabulary) };
    }
  };
}
