import { type FactReference, isFactReference } from "@evenhand/domain";
import type { EventPlace } from "../event-place.ts";
import { lossNoun } from "../loss-noun.ts";
import { type Phrase, joinPhrases, phraseAt } from "../phrase.ts";
import { type Vocabulary, wordOf } from "../vocabulary.ts";
import { type Actor, actorNamed, verb } from "./actor.ts";
import type { Saying } from "./saying.ts";
import { countedBy, subjectOf, withA } from "./noun.ts";
import { valueInWords, whoInWords } from "./value.ts";

type PenaltyType = "fine" | "grade" | "deduct" | "remind" | "commend" | "suspend" | "compensate";

/** What the events of the penalty stage say. */
export const penaltyInWords: { readonly [Type in PenaltyType]: (saying: Saying<Type>) => Phrase } = {
  fine: fineInWords,
  grade: (saying) => {
    const { event, place, vocabulary } = saying;
    const grade = phraseAt(place.at("grade"))`${withA(wordOf(event.params.grade, vocabulary))}`;
    const { subject, actor } = onWhom(saying, event.params.on);
    return phraseAt(place.pointer)`${subject} ${verb(actor, "receive", "receives")} ${grade}`;
  },
  deduct: deductInWords,
  remind: (saying) => {
    const { subject, actor } = onWhom(saying, saying.event.params.on);
    return phraseAt(saying.place.pointer)`${subject} ${verb(actor, "receive", "receives")} a reminder`;
  },
  commend: (saying) => {
    const { subject, actor } = onWhom(saying, saying.event.params.on);
    return phraseAt(saying.place.pointer)`${subject} ${verb(actor, "are", "is")} commended`;
  },
  suspend: ({ place, actor }) =>
    phraseAt(
      place.pointer,
    )`what is decided against ${actor.object} is not collected until the objection is settled`,
  compensate: compensateInWords,
};

/** "Once" reads as a condition of its own at the end of the sentence. */
export function onceInWords(once: boolean | undefined, place: EventPlace): Phrase {
  return once === true
    ? phraseAt(place.at("once"))`, once in a case, for the first party of whom this holds`
    : [];
}

/** "for each of the notices given out without approval", or "times" a number that counts nothing. */
export function timesInWords(times: unknown, pointer: string, vocabulary: Vocabulary): Phrase {
  const seen = isFactReference(times) ? vocabulary.seen?.get(times.fact) : undefined;
  if (seen !== undefined) return phraseAt(pointer)`, times ${seen}`;
  const counted = isFactReference(times) ? countedBy(times.fact, vocabulary) : undefined;
  if (counted !== undefined) return phraseAt(pointer)` for each of the ${counted}`;
  return phraseAt(
    pointer,
  )`, times ${valueInWords(times as FactReference | number, "integer", pointer, vocabulary)}`;
}

function fineInWords(saying: Saying<"fine">): Phrase {
  const { event, place, vocabulary } = saying;
  const { amount, times, insteadOf, on, once } = event.params;
  const { subject, actor } = onWhom(saying, on);
  const says = phraseAt(place.pointer);
  const each = times === undefined ? [] : timesInWords(times, place.at("times"), vocabulary);
  const less =
    insteadOf === undefined
      ? []
      : says` in place of ${valueInWords(insteadOf, "money", place.at("insteadOf"), vocabulary)}`;
  const fine = valueInWords(amount, "money", place.at("amount"), vocabulary);
  return says`${subject} ${verb(actor, "are", "is")} fined ${fine}${less}${each}${onceInWords(once, place)}`;
}

function deductInWords(saying: Saying<"deduct">): Phrase {
  const { event, place, actor, vocabulary, forPersons } = saying;
  const { params } = event;
  const says = phraseAt(place.pointer);
  switch (params.of) {
    case "share": {
      const share = says`${actor.possessive} share of ${lossNoun(vocabulary)}`;
      if (!forPersons) return says`${actor.subject} ${verb(actor, "are", "is")} charged with ${share}`;
      if (actor.plural) return says`${share} is deducted from ${actor.possessive} performance bonus`;
      return says`${actor.subject} has ${share} deducted from the performance bonus`;
    }
    case "bonus": {
      const on = onWhom(saying, params.on);
      const months = valueInWords(params.months, "months", place.at("months"), vocabulary);
      return says`${on.subject} ${verb(on.actor, "lose", "loses")} ${months} of performance bonus`;
    }
    case "grade": {
      const rates = Object.entries(params.rates).map(([grade, rate]) => {
        const at = place.at(`rates/${grade}`);
        return phraseAt(
          at,
        )`${valueInWords(rate, "rate", at, vocabulary)} for ${withA(wordOf(grade, vocabulary))}`;
      });
      const list = joinPhrases(rates, { between: ", ", last: " and " }, place.pointer);
      return says`${actor.subject} ${verb(actor, "lose", "loses")} a part of the month's bonus by the grade received: ${list}`;
    }
  }
}

function compensateInWords({ event, place, vocabulary }: Saying<"compensate">): Phrase {
  const { to, bearer, amount, rate, of, atLeast, times } = event.params;
  const says = phraseAt(place.pointer);
  const owed =
    rate === undefined
      ? valueInWords(amount ?? 0, "money", place.at("amount"), vocabulary)
      : says`${valueInWords(rate, "rate", place.at("rate"), vocabulary)} of ${phraseAt(place.at("of"))`${of ? subjectOf(of.fact, vocabulary) : "the price"}`}`;
  const least =
    atLeast === undefined
      ? []
      : says`, but at least ${valueInWords(atLeast, "money", place.at("atLeast"), vocabulary)}`;
  const each = times === undefined ? [] : timesInWords(times, place.at("times"), vocabulary);
  const whom = whoInWords(to, place.at("to"), vocabulary);
  const payer = whoInWords(bearer, place.at("bearer"), vocabulary);
  return says`${whom} is owed ${owed}${least}${each}, at the expense of ${payer}`;
}

/** Whom a penalty falls on: the party of the rule, or whomever `on` names. */
function onWhom(
  saying: Omit<Saying, "event">,
  on: FactReference | undefined,
): { readonly subject: Phrase; readonly actor: Actor } {
  const { place, actor, vocabulary } = saying;
  if (on === undefined) return { subject: phraseAt(place.pointer)`${actor.subject}`, actor };
  return { subject: whoInWords(on, place.at("on"), vocabulary), actor: actorNamed("") };
}
