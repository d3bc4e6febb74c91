import type { Language } from "@evenhand/domain";
import { type Vocabulary, labelOf } from "./vocabulary.ts";

const SHORT: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bloss\b/, "the loss"],
    [/\bcosts?\b/, "the cost"],
  ],
  zh: [
    [/损失/, "损失"],
    [/费用/, "费用"],
  ],
};

/**
 * What the bearers of a case divide among themselves, in a word: the loss, the cost, or what the policy calls it;
 * responsibility itself where no money is divided.
 *
 * @example lossNoun(vocabulary) // "the loss"
 */
export function lossNoun(vocabulary: Vocabulary): string {
  const { lossFact } = vocabulary.policy;
  if (lossFact === undefined) return vocabulary.language === "zh" ? "责任" : "the responsibility";
  const label = labelOf(lossFact, vocabulary);
  const short = SHORT[vocabulary.language].find(([pattern]) => pattern.test(label))?.[1];
  return short ?? (vocabulary.language === "zh" ? label : `the ${label}`);
}
