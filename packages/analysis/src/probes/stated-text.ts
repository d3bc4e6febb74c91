import type { FactValue } from "@evenhand/domain";
import { type Vocabulary, figure, valueLabelOf } from "@evenhand/policy";

type StatedAs = {
  /** Where it stands: within a sentence, words are set off by quotation marks. */
  readonly within: "sentence" | "table";
  readonly fact: string;
  readonly vocabulary: Vocabulary;
};

/** The value that a fact is stated with, as people read it: with its unit, by its label, “not stated” where there is none. */
export function statedText(value: FactValue | undefined, { within, fact, vocabulary }: StatedAs): string {
  const { language, catalogue, policy } = vocabulary;
  const isChinese = language === "zh";
  const setOff = (text: string): string => (within === "sentence" ? `“${text}”` : text);
  if (value === undefined || value === null) return isChinese ? "未填写" : "not stated";
  if (typeof value === "boolean") {
    const yes = isChinese ? "是" : "yes";
    return value ? yes : isChinese ? "否" : "no";
  }
  if (typeof value === "object") {
    const labels = value.map((one) => setOff(valueLabelOf(fact, one, vocabulary)));
    if (labels.length === 0) return isChinese ? "无" : "none";
    if (isChinese) return labels.join(within === "sentence" ? "" : "、");
    return labels.join(", ");
  }
  const type = catalogue.get(fact)?.type ?? "text";
  if (type === "enum") return setOff(valueLabelOf(fact, String(value), vocabulary));
  if (type === "text" || type === "party") return setOff(String(value));
  return figure(value, type, { language, currency: policy.currency });
}
