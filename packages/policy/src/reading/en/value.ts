import { type Value, type ValueType, isFactReference } from "@evenhand/domain";
import { figure } from "../figures.ts";
import { type Phrase, phraseAt } from "../phrase.ts";
import { type Vocabulary, isLabelled, labelOf, typeOf, wordOf } from "../vocabulary.ts";
import { subjectOf, withThe } from "./noun.ts";

/**
 * What a parameter of an event holds: a figure in its unit, a policy parameter by its value, a fact by its name.
 *
 * @example valueInWords({ fact: "parameter.closeDays" }, "calendar-days", pointer, vocabulary) // "7 calendar days"
 */
export function valueInWords(value: Value, type: ValueType, pointer: string, vocabulary: Vocabulary): Phrase {
  const say = phraseAt(pointer);
  const context = { language: "en", currency: vocabulary.policy.currency } as const;
  if (typeof value === "boolean") return say`${value ? "yes" : "no"}`;
  if (!isFactReference(value)) return say`${figure(value, type, context)}`;
  const seen = vocabulary.seen?.get(value.fact);
  if (seen !== undefined) return say`${seen}`;
  const parameter = vocabulary.catalogue.get(value.fact)?.parameter;
  if (!parameter) return say`${subjectOf(value.fact, vocabulary)}`;
  // The unit of the place counts: a parameter of days may be used as working days by the event that names it.
  const unit = isDuration(type) ? type : typeOf(value.fact, vocabulary);
  return say`${figure(parameter.value, unit, context)}`;
}

/** Whoever or whatever stands there: a word of the policy, or whomever a fact names. */
export function whoInWords(who: Value, pointer: string, vocabulary: Vocabulary): Phrase {
  const say = phraseAt(pointer);
  if (isFactReference(who))
    return say`${vocabulary.seen?.get(who.fact) ?? withThe(labelOf(who.fact, vocabulary))}`;
  return say`${bearerName(String(who), vocabulary)}`;
}

/** A word that the policy or the engine labels, with its article; anybody's id stays as it is. */
export function bearerName(id: string, vocabulary: Vocabulary): string {
  if (vocabulary.ids?.has(id)) return id;
  const word = wordOf(id, vocabulary);
  return word === id && !isLabelled(id, vocabulary) ? id : withThe(word);
}

function isDuration(type: ValueType): boolean {
  return ["calendar-days", "working-days", "hours", "minutes", "months"].includes(type);
}
