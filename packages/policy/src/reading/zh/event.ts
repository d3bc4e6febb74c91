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
import { type Vocabulary, labelOf, typeOf, wordOf } from "../vocabulary.ts";
import { dueInWords } from "./due-event.ts";
import { quoted, whoeverIs } from "./noun.ts";
import { onceInWords, penaltyInWords } from "./penalty-event.ts";
import type { Saying } from "./saying.ts";
import { bearerName, valueInWords, whoInWords } from "./value.ts";

type Sayer<Type extends EventType> = (saying: Saying<Type>) => Phrase;

/**
 * What a rule leads to, as the main clause of a Chinese sentence.
 *
 * @example "罚款50.00元"
 * @example "由总经理审批"
 */
export function eventInWords(saying: Omit<Saying, "event">): Phrase {
  return say(saying.place.event, saying);
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
  role: ({ event, place, vocabulary }) => {
    const role = phraseAt(place.at("role"))`${quoted(wordOf(event.params.role, vocabulary))}`;
    return phraseAt(place.pointer)`责任角色认定为${role}`;
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
        return says`由${level}审批`;
      case "handles":
        return says`由${level}处理`;
      case "level":
        return says`处理层级为${level}`;
    }
  },
  measure: measureInWords,
  warn: ({ event, place }) => {
    const message = phraseAt(
      event.params.message ? place.at("message") : place.pointer,
    )`${quoted((event.params.message ?? place.label).zh)}`;
    return phraseAt(place.pointer)`作出提示：${message}`;
  },
};

const BECOMES: Readonly<Record<Disposition, string>> = {
  upheld: "认定投诉成立",
  "not-upheld": "认定投诉不成立",
  "out-of-scope": "不属于本办法的受理范围",
  referred: "移交管理层处理",
  pending: "暂不作结论",
  refused: "不得作出该决定",
};

function dispositionInWords({ event, place, vocabulary }: Saying<"disposition">): Phrase {
  const { disposition, ground } = event.params;
  const clause = phraseAt(place.at("disposition"))`${BECOMES[disposition]}`;
  if (ground === undefined) return clause;
  return phraseAt(place.at("ground"))`${clause}，理由为${quoted(wordOf(ground, vocabulary))}`;
}

function classifyInWords({ event, place, vocabulary }: Saying<"classify">): Phrase {
  const { category, severity } = event.params;
  const how: Phrase[] = [];
  if (category !== undefined) {
    const at = phraseAt(place.at("category"));
    const word = isFactReference(category)
      ? vocabulary.seen?.get(category.fact)
      : wordOf(String(category), vocabulary);
    how.push(
      word === undefined && isFactReference(category)
        ? at`投诉按${labelOf(category.fact, vocabulary)}归类`
        : at`投诉归类为${quoted(word ?? "")}`,
    );
  }
  if (severity !== undefined) {
    const at = phraseAt(place.at("severity"));
    how.push(
      isFactReference(severity)
        ? at`严重程度以${labelOf(severity.fact, vocabulary)}为准`
        : at`严重程度定为${quoted(wordOf(String(severity), vocabulary))}`,
    );
  }
  return joinPhrases(how, { between: "，", last: "，" }, place.pointer);
}

function numberInWords({ event, place, vocabulary }: Saying<"number">): Phrase {
  const { date, dateFormat, sequence, digits } = event.params;
  const day = phraseAt(place.at("date"))`${labelOf(date.fact, vocabulary)}`;
  const format = phraseAt(place.at("dateFormat"))`${dateFormat}`;
  const running = phraseAt(place.at("sequence"))`${labelOf(sequence.fact, vocabulary)}`;
  return phraseAt(
    place.pointer,
  )`案号由${day}（${format}）和${running}（${phraseAt(place.at("digits"))`${String(digits)}位数字`}）组成`;
}

function bearInWords({ event, place, vocabulary }: Saying<"bear">): Phrase {
  const { bearer, portion, points, of, share, once } = event.params;
  const who =
    bearer === undefined
      ? []
      : phraseAt(place.pointer)`由${whoInWords(bearer, place.at("bearer"), vocabulary)}`;
  const loss = lossNoun(vocabulary);
  const says = phraseAt(place.at("portion"));
  const end = onceInWords(once, place);
  switch (portion) {
    case "equal":
      return says`${who}承担${loss}，多方承担的平均分摊${end}`;
    case "rest":
      return says`${who}承担其余${loss}${end}`;
    case "points": {
      const numerator = phraseAt(place.at("points"))`${points ? labelOf(points.fact, vocabulary) : "其基数"}`;
      const denominator = phraseAt(place.at("of"))`${of ? labelOf(of.fact, vocabulary) : "基数合计"}`;
      return says`${who}按${numerator}占${denominator}的比例承担${loss}${end}`;
    }
    case "share": {
      if (
        share === undefined ||
        (isFactReference(share) && !vocabulary.catalogue.get(share.fact)?.parameter)
      ) {
        const by = phraseAt(
          place.at("share"),
        )`${share === undefined ? "其比例" : labelOf(share.fact, vocabulary)}`;
        return says`${who}按${by}承担${loss}${end}`;
      }
      return says`${who}承担${loss}的${valueInWords(share, "rate", place.at("share"), vocabulary)}${end}`;
    }
  }
}

function exemptInWords({ event, place, vocabulary }: Saying<"exempt">): Phrase {
  const { ground, movesTo, portion } = event.params;
  const says = phraseAt(place.pointer);
  const because = phraseAt(place.at("ground"))`${quoted(wordOf(ground, vocabulary))}`;
  const target = targetInWords(movesTo, place, vocabulary);
  if (portion === undefined) return says`以${because}为由予以免责，本应由其承担的部分转由${target}承担`;
  const part = valueInWords(portion, "rate", place.at("portion"), vocabulary);
  return says`以${because}为由部分免责，本应由其承担部分的${part}转由${target}承担`;
}

function targetInWords(
  movesTo: EventOf<"exempt">["params"]["movesTo"],
  place: EventPlace,
  vocabulary: Vocabulary,
): Phrase {
  if (movesTo === undefined) return phraseAt(place.pointer)`公司`;
  if ("bearer" in movesTo)
    return phraseAt(place.at("movesTo/bearer"))`${bearerName(movesTo.bearer, vocabulary)}`;
  if ("party" in movesTo)
    return phraseAt(place.at("movesTo/party"))`${labelOf(movesTo.party.fact, vocabulary)}`;
  const statement =
    vocabulary.catalogue.get(movesTo.owners)?.declaration?.says?.true.zh ??
    labelOf(movesTo.owners, vocabulary);
  return phraseAt(place.at("movesTo/owners"))`${whoeverIs(statement)}`;
}

function measureInWords({ event, place, ofParty, vocabulary }: Saying<"measure">): Phrase {
  const { kind, quantity, once } = event.params;
  const measure = phraseAt(place.at("kind"))`${quoted(wordOf(kind, vocabulary))}`;
  const says = phraseAt(place.pointer);
  const opening = ofParty ? "对其应采取的措施为" : "应采取的措施为";
  const end = onceInWords(once, place);
  if (quantity === undefined) return says`${opening}${measure}${end}`;
  const isMoney = isFactReference(quantity) && typeOf(quantity.fact, vocabulary) === "money";
  const howMuch = valueInWords(quantity, "decimal", place.at("quantity"), vocabulary);
  return says`${opening}${measure}，${isMoney ? "金额" : "数量"}为${howMuch}${end}`;
}
