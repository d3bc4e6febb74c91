import type { Language, LocalizedText } from "@evenhand/domain";

/**
 * Why there is no figure, which is written to stand inside a sentence, as a sentence of its own.
 *
 * @example asSentence({ en: "no rank is stated", zh: "职级未填报" }, "en") // "No rank is stated."
 */
export function asSentence(reason: LocalizedText, language: Language): string {
  const text = reason[language];
  if (language === "zh") return text.endsWith("。") ? text : `${text}。`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
}
