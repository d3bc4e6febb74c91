import { type FactReference, PARAMETER_PREFIX } from "@evenhand/domain";
import { figure } from "./figures.ts";
import { type Phrase, childPointer, phraseAt } from "./phrase.ts";
import { type Vocabulary, labelOf } from "./vocabulary.ts";

/** The days that a gate asks for, by the parameter's figure; a name that is no parameter stands for itself. */
export function gateDays(days: FactReference, pointer: string, vocabulary: Vocabulary): Phrase {
  const { policy, language } = vocabulary;
  const id = days.fact.startsWith(PARAMETER_PREFIX) ? days.fact.slice(PARAMETER_PREFIX.length) : "";
  const parameter = Object.hasOwn(policy.parameters, id) ? policy.parameters[id] : undefined;
  const text = parameter
    ? figure(parameter.value, "calendar-days", { language, currency: policy.currency })
    : labelOf(days.fact, vocabulary);
  return phraseAt(childPointer(pointer, "days"))`${text}`;
}
