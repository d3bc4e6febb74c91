import { type Value, type ValueType, isFactReference } from "@evenhand/domain";
import { figure } from "../figures.ts";
import { type Phrase, phraseAt } from "../phrase.ts";
import { type Vocabulary, labelOf, typeOf, wordOf } from "../vocabulary.ts";

/**
 * What a parameter of an event holds: a figure in its unit, a policy parameter by its value, a fact by its name.
 *
 * @example valueInWords({ fact: "parameter.closeDays" }, "calendar-days", pointer, vocabulary) // "7日"
 */
export function valueInWords(value: Value, type: ValueType, pointer: string, vocabulary: Vocabulary): Phrase {
  const say = phraseAt(pointer);
  const context = { language: "zh", currency: vocabulary.policy.currency } as const;
  if (typeof value === "boolean") return say`${value ? "是" : "否"}`;
  if (!isFactReference(value)) return say`${figure(value, type, context)}`;
  const seen = vocabulary.seen?.get(value.fact);
  if (seen !== undefined) return say`${seen}`;
  const parameter = vocabulary.catalogue.get(value.fact)?.parameter;
  if (!parameter) return say`${labelOf(value.fact, vocabulary)}`;
  // The unit of the place counts: a parameter of days may be used as working days by the event that names it.
  const isDuration = ["calendar-days", "working-days", "hours", "minutes", "months"].includes(type);
  return say`${figure(parameter.value, isDuration ? type : typeOf(value.fact, vocabulary), context)}`;
}

/** Whoever or whatever stands there: a word of the policy, or whomever a fact names. */
export function whoInWords(who: Value, pointer: string, vocabulary: Vocabulary): Phrase {
  const say = phraseAt(pointer);
  return isFactReference(who)
    ? say`${vocabulary.seen?.get(who.fact) ?? labelOf(who.fact, vocabulary)}`
    : say`${bearerName(String(who), vocabulary)}`;
}

/** A word by its label; anybody's id stays as it is, though some word be spelt alike. */
export function bearerName(id: string, vocabulary: Vocabulary): string {
  return vocabulary.ids?.has(id) ? id : wordOf(id, vocabulary);
}
