import type { DueUnit, Value } from "@evenhand/domain";
import { type Phrase, phraseAt, textOf } from "../phrase.ts";
import { typeOf, wordOf } from "../vocabulary.ts";
import type { Saying } from "./saying.ts";
import { subjectOf, withThe } from "./noun.ts";
import { valueInWords } from "./value.ts";

/**
 * A deadline, for steps that are things and for steps that are acts.
 *
 * @example "the time allowed for the joint memo is 2 working days from the day the handling department got it"
 * @example "the time allowed to close the complaint is 7 calendar days from the day the complaint was received"
 */
export function dueInWords(saying: Saying<"due">): Phrase {
  const { event, place, vocabulary } = saying;
  const { step, from, within, unit, at, partOf } = event.params;
  const says = phraseAt(place.pointer);
  const subject = says`the time allowed ${phraseAt(place.at("step"))`${purposeOf(wordOf(step, vocabulary))}`}`;
  const whole =
    partOf === undefined
      ? []
      : phraseAt(place.at("partOf"))`, within the time allowed ${purposeOf(wordOf(partOf, vocabulary))}`;
  const length = phraseAt(place.at("within"));
  const start = phraseAt(place.at("from"));
  if (at !== undefined) {
    const clock = phraseAt(place.at("at"))`${at}`;
    return says`${subject} ends at ${clock} on ${length`${dayAfter(saying, within, unit)}`} ${start`${dayOf(from, saying)}`}${whole}`;
  }
  if (isZero(saying, within))
    return says`${subject} ends ${length`with`} ${start`${dayOf(from, saying)}`}${whole}`;
  return says`${subject} is ${valueInWords(within, unit, place.at("within"), vocabulary)} from ${start`${startOf(from, saying)}`}${whole}`;
}

/** "to close the complaint", "for the joint memo" */
export function purposeOf(step: string): string {
  return isVerbPhrase(step) ? `to ${step}` : `for ${withThe(step)}`;
}

/** "that day" where the conditions have just asked whether it is known. */
function startOf(from: string, { knownLast, vocabulary }: Saying<"due">): string {
  if (knownLast !== from) return subjectOf(from, vocabulary);
  return typeOf(from, vocabulary) === "instant" ? "that moment" : "that day";
}

function dayOf(from: string, saying: Saying<"due">): string {
  if (saying.knownLast === from) return "that day";
  const subject = subjectOf(from, saying.vocabulary);
  if (typeOf(from, saying.vocabulary) !== "instant") return subject;
  return /^the (?:time|moment) of /.test(subject)
    ? subject.replace(/^the (?:time|moment) of /, "the day of ")
    : `the day of ${subject}`;
}

/** "the day after", "the last of 3 working days after" */
function dayAfter({ place, vocabulary }: Saying<"due">, within: Value, unit: DueUnit): string {
  const length = textOf(valueInWords(within, unit, place.at("within"), vocabulary));
  if (length === "1 calendar day") return "the day after";
  return length === "1 working day" ? "the next working day after" : `the last of ${length} after`;
}

function isZero({ vocabulary }: Saying<"due">, within: Value): boolean {
  if (typeof within === "number") return within === 0;
  return typeof within === "object" && vocabulary.catalogue.get(within.fact)?.parameter?.value === 0;
}

/** Words that are acts only, and words that are acts where an object follows. */
const ACTS =
  /^(?:close|handle|finish|complete|submit|give|send|pay|hear|tell|write|investigate|inform|notify|decide|settle|publish)\b/;
const ACTS_WITH_OBJECT =
  /^(?:report|reply|answer|refund|review|call|return|record)\s+(?:the|a|an|to|it|every)\b/;

function isVerbPhrase(word: string): boolean {
  return ACTS.test(word) || ACTS_WITH_OBJECT.test(word);
}
