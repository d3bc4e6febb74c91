import type { Language, Policy } from "@evenhand/domain";
import { ENGLISH_DOCUMENT } from "./en/document.ts";
import { childPointer, textOf } from "./phrase.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { CHINESE_DOCUMENT } from "./zh/document.ts";

/**
 * A figure of the policy by its label, with its value in its unit and its article; the empty text where the policy has
 * no such parameter.
 *
 * @example readParameter("closeDays", policy, "zh") // "投诉结案期限：7日（第26条）。"
 */
export function readParameter(id: string, policy: Policy, language: Language): string {
  const parameter = Object.hasOwn(policy.parameters, id) ? policy.parameters[id] : undefined;
  if (!parameter) return "";
  const words = language === "zh" ? CHINESE_DOCUMENT : ENGLISH_DOCUMENT;
  return textOf(words.parameter(parameter, childPointer("/parameters", id), vocabularyOf(policy, language)));
}
