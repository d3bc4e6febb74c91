import {
  type Disposition,
  type EventOf,
  type EventType,
  type PolicyEvent,
  isFactReference,
} from "@evenhand/domain";
import type { EventPlace } from "../event-place.ts";
import { levelKind } from "../level-kind.ts";
import { lossNoun } from "../loss-noun.ts";
import { type Phrase, joinPhrases, phraseAt } from "../phrase.ts";
import { type Vocabulary, labelOf, wordOf } from "../vocabulary.ts";
import { NOBODY, THEY, actorNamed, verb } from "./actor.ts";
import { quoted, startsWith, subjectOf } from "./noun.ts";
import { onceInWords, penaltyInWords } from "./penalty-event.ts";
import { dueInWords } from "./due-event.ts";
import type { Saying } from "./saying.ts";
import { bearerName, valueInWords, whoInWords } from "./value.ts";

type Sayer<Type extends EventType> = (saying: Saying<Type>) => Phrase;

/**
 * What a rule leads to, as the main clause of an English sentence.
 *
 * @example "they are fined 50.00"
 * @example "the general manager approves"
 */
export function eventInWords(saying: Omit<Saying, "event">): Phrase {
  const { event } = saying.place;
  return say(event, saying);
}

/** INVARIANT: `SAYERS` has the sayer of `event` under its type. */
function say<Type extends EventType>(
  event: EventOf<Type> & PolicyEvent,
  saying: Omit<Saying, "event">,
): Phrase {
  const sayer = SAYERS[event.type as Type];
  return sayer({ ...saying, event });
}

const SAYERS: { readonly [Type in EventType]: Sayer<Type> } = {
  disposition: dispositionInWords,
  classify: classifyInWords,
  number: numberInWords,
  role: ({ event, place, actor, vocabulary }) => {
    const owner = actor.plural ? actor.possessive : `${actor.subject}'s`;
    const role = phraseAt(place.at("role"))`${quoted(wordOf(event.params.role, vocabulary))}`;
    return phraseAt(place.pointer)`${owner} role is ${role}`;
  },
  bear: bearInWords,
  exempt: exemptInWords,
  fine: penaltyInWords.fine,
  grade: penaltyInWords.grade,
  deduct: penaltyInWords.deduct,
  remind: penaltyInWords.remind,
  commend: penaltyInWords.commend,
  suspend: penaltyInWords.suspend,
  compensate: penaltyInWords.compensate,
  due: dueInWords,
  authority: ({ event, place, vocabulary }) => {
    const level = phraseAt(place.at("level"))`${bearerName(event.params.level, vocabulary)}`;
    const says = phraseAt(place.pointer);
    switch (levelKind(event.params.level, place.label, vocabulary)) {
      case "approves":
        return says`${level} approves`;
      case "handles":
        return says`${level} deals with the matter`;
      case "level":
        return says`the level is ${level}`;
    }
  },
  measure: measureInWords,
  warn: ({ event, place }) => {
    const message = phraseAt(
      event.params.message ? place.at("message") : place.pointer,
    )`${quoted((event.params.message ?? place.label).en)}`;
    return phraseAt(place.pointer)`this warning is given: ${message}`;
  },
};

const BECOMES: Readonly<Record<Disposition, string>> = {
  upheld: "the complaint is upheld",
  "not-upheld": "the complaint is not upheld",
  "out-of-scope": "the complaint is out of scope",
  referred: "the matter is referred to management",
  pending: "the case stays pending",
  refused: "the decision is refused",
};

function dispositionInWords({ event, place, vocabulary }: Saying<"disposition">): Phrase {
  const { disposition, ground } = event.params;
  const clause = phraseAt(place.at("disposition"))`${BECOMES[disposition]}`;
  if (ground === undefined) return clause;
  return phraseAt(place.at("ground"))`${clause}: ${wordOf(ground, vocabulary)}`;
}

function classifyInWords({ event, place, vocabulary }: Saying<"classify">): Phrase {
  const { category, severity } = event.params;
  const says = phraseAt(place.pointer);
  const how = [
    ...(category === undefined ? [] : [classOf("category", category)]),
    ...(severity === undefined ? [] : [classOf("severity", severity)]),
  ];
  return says`the complaint is recorded ${joinPhrases(how, { between: ", ", last: ", " }, place.pointer)}`;

  function classOf(kind: "category" | "severity", value: NonNullable<typeof category>): Phrase {
    const at = phraseAt(place.at(kind));
    const seen = isFactReference(value) ? vocabulary.seen?.get(value.fact) : undefined;
    if (seen !== undefined)
      return kind === "category" ? at`as ${quoted(seen)}` : at`with severity ${quoted(seen)}`;
    if (kind === "category" && isFactReference(value)) return at`under ${subjectOf(value.fact, vocabulary)}`;
    const word = isFactReference(value)
      ? `of ${subjectOf(value.fact, vocabulary)}`
      : quoted(wordOf(String(value), vocabulary));
    return kind === "category" ? at`as ${word}` : at`with severity ${word}`;
  }
}

function numberInWords({ event, place, vocabulary }: Saying<"number">): Phrase {
  const { date, dateFormat, sequence, digits } = event.params;
  const day = phraseAt(place.at("date"))`${subjectOf(date.fact, vocabulary)}`;
  const format = phraseAt(place.at("dateFormat"))`${dateFormat}`;
  const running = phraseAt(place.at("sequence"))`${subjectOf(sequence.fact, vocabulary)}`;
  const length = phraseAt(place.at("digits"))`${digits === 1 ? "1 digit" : `${digits} digits`}`;
  return phraseAt(
    place.pointer,
  )`the case number is made up of ${day} (as ${format}) and ${running} (in ${length})`;
}

function bearInWords(saying: Saying<"bear">): Phrase {
  const { event, place, vocabulary } = saying;
  const { bearer, portion, points, of, share, once } = event.params;
  const who = bearer === undefined ? undefined : whoInWords(bearer, place.at("bearer"), vocabulary);
  const actor = who ? actorNamed("") : saying.actor;
  const subject = who ?? phraseAt(place.pointer)`${saying.actor.subject}`;
  const bears = verb(actor, "bear", "bears");
  const loss = lossNoun(vocabulary);
  const says = phraseAt(place.at("portion"));
  const end = onceInWords(once, place);
  const own = (name: string): string =>
    subjectOf(name, vocabulary).replace(/^the (?:party|person)'s /, `${actor.possessive} `);
  switch (portion) {
    case "equal":
      return says`${subject} ${bears} an equal part of ${loss}${end}`;
    case "rest":
      return says`${subject} ${bears} the rest of ${loss}${end}`;
    case "points": {
      const numerator = phraseAt(place.at("points"))`${points ? own(points.fact) : "their points"}`;
      const denominator = phraseAt(place.at("of"))`${of ? own(of.fact) : "all points"}`;
      return says`${subject} ${bears} ${loss} in the proportion of ${numerator} to ${denominator}${end}`;
    }
    case "share": {
      if (
        share === undefined ||
        (isFactReference(share) && !vocabulary.catalogue.get(share.fact)?.parameter)
      ) {
        const by = phraseAt(place.at("share"))`${share === undefined ? "their share" : own(share.fact)}`;
        return says`${subject} ${bears} ${loss} according to ${by}${end}`;
      }
      return says`${subject} ${bears} ${valueInWords(share, "rate", place.at("share"), vocabulary)} of ${loss}${end}`;
    }
  }
}

function exemptInWords({ event, place, actor, vocabulary }: Saying<"exempt">): Phrase {
  const { ground, movesTo, portion } = event.params;
  const says = phraseAt(place.pointer);
  const because = phraseAt(place.at("ground"))`${wordOf(ground, vocabulary)}`;
  const target = targetInWords(movesTo, place, vocabulary);
  const be = verb(actor, "are", "is");
  if (portion === undefined) {
    return says`${actor.subject} ${be} exempt (${because}), and whatever would fall on them moves to ${target}`;
  }
  const part = valueInWords(portion, "rate", place.at("portion"), vocabulary);
  return says`${actor.subject} ${be} exempt in part (${because}): ${part} of what would fall on them moves to ${target}`;
}

function targetInWords(
  movesTo: EventOf<"exempt">["params"]["movesTo"],
  place: EventPlace,
  vocabulary: Vocabulary,
): Phrase {
  if (movesTo === undefined) return phraseAt(place.pointer)`the company`;
  if ("bearer" in movesTo)
    return phraseAt(place.at("movesTo/bearer"))`${bearerName(movesTo.bearer, vocabulary)}`;
  if ("party" in movesTo) {
    const label = labelOf(movesTo.party.fact, vocabulary);
    const named = label.startsWith("who ") ? `whoever ${label.slice("who ".length)}` : label;
    return phraseAt(
      place.at("movesTo/party"),
    )`${startsWith(named, "whoever") ? named : subjectOf(movesTo.party.fact, vocabulary)}`;
  }
  const statement =
    vocabulary.catalogue.get(movesTo.owners)?.declaration?.says?.true.en ??
    labelOf(movesTo.owners, vocabulary);
  const owners = startsWith(statement, "the party")
    ? `whoever ${statement.slice("the party ".length)}`
    : `those of whom it is true that ${statement}`;
  return phraseAt(place.at("movesTo/owners"))`${owners}`;
}

function measureInWords({ event, place, actor, vocabulary }: Saying<"measure">): Phrase {
  const { kind, quantity, once } = event.params;
  const measure = phraseAt(place.at("kind"))`${quoted(wordOf(kind, vocabulary))}`;
  const says = phraseAt(place.pointer);
  const about = actor === NOBODY ? "" : ` for ${actor === THEY ? actor.object : actor.subject}`;
  const end = onceInWords(once, place);
  if (quantity === undefined) return says`the measure to take${about} is ${measure}${end}`;
  const howMuch = valueInWords(quantity, "decimal", place.at("quantity"), vocabulary);
  if (isFactReference(quantity) && vocabulary.seen?.has(quantity.fact))
    return says`the measure to take${about} is ${measure} (${howMuch})${end}`;
  return says`the measure to take${about} is ${measure}, for ${howMuch}${end}`;
}
