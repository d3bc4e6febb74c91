import { type FactReference, isFactReference } from "@evenhand/domain";
import type { EventPlace } from "../event-place.ts";
import { lossNoun } from "../loss-noun.ts";
import { type Phrase, joinPhrases, phraseAt, textOf } from "../phrase.ts";
import { labelOf, wordOf } from "../vocabulary.ts";
import type { Saying } from "./saying.ts";
import { valueInWords, whoInWords } from "./value.ts";

type PenaltyType = "fine" | "grade" | "deduct" | "remind" | "commend" | "suspend" | "compensate";

/** What the events of the penalty stage say. */
export const penaltyInWords: { readonly [Type in PenaltyType]: (saying: Saying<Type>) => Phrase } = {
  fine: fineInWords,
  grade: ({ event, place, vocabulary }) => {
    const grade = phraseAt(place.at("grade"))`${wordOf(event.params.grade, vocabulary).replace(/处分$/, "")}`;
    const whom = event.params.on === undefined ? [] : whoInWords(event.params.on, place.at("on"), vocabulary);
    return phraseAt(place.pointer)`给予${whom}${grade}处分`;
  },
  deduct: deductInWords,
  remind: (saying) => phraseAt(saying.place.pointer)`${onWhom(saying, saying.event.params.on)}予以提醒`,
  commend: (saying) => phraseAt(saying.place.pointer)`${onWhom(saying, saying.event.params.on)}予以表扬`,
  suspend: ({ place }) => phraseAt(place.pointer)`对其决定的扣减在异议处理完毕之前暂缓执行`,
  compensate: compensateInWords,
};

/** "Once" reads as a clause of its own at the end of the sentence. */
export function onceInWords(once: boolean | undefined, place: EventPlace): Phrase {
  return once === true ? phraseAt(place.at("once"))`，全案只计一次，以排列在先者为准` : [];
}

function fineInWords(saying: Saying<"fine">): Phrase {
  const { event, place, vocabulary } = saying;
  const { amount, times, insteadOf, on, once } = event.params;
  const says = phraseAt(place.pointer);
  const fine = valueInWords(amount, "money", place.at("amount"), vocabulary);
  const each = times === undefined ? [] : phraseAt(place.at("times"))`按${countOf(times, saying)}计，每项`;
  const less =
    insteadOf === undefined
      ? []
      : says`，取代原应计的${valueInWords(insteadOf, "money", place.at("insteadOf"), vocabulary)}`;
  return says`${onWhom(saying, on)}${each}罚款${fine}${less}${onceInWords(once, place)}`;
}

function countOf(
  times: FactReference | number | string | boolean,
  { place, vocabulary }: Saying<"fine">,
): Phrase {
  const pointer = place.at("times");
  if (!isFactReference(times)) return phraseAt(pointer)`${String(times)}项`;
  const seen = vocabulary.seen?.get(times.fact);
  return phraseAt(pointer)`${labelOf(times.fact, vocabulary)}${seen === undefined ? "" : `（${seen}）`}`;
}

function deductInWords(saying: Saying<"deduct">): Phrase {
  const { event, place, vocabulary, forPersons } = saying;
  const { params } = event;
  const says = phraseAt(place.pointer);
  switch (params.of) {
    case "share":
      return says`按其应分担的${lossNoun(vocabulary)}${forPersons ? "扣减绩效奖金" : "予以扣减"}`;
    case "bonus": {
      const whom = params.on === undefined ? [] : whoInWords(params.on, place.at("on"), vocabulary);
      const months = valueInWords(params.months, "months", place.at("months"), vocabulary);
      // “3个月绩效奖金”, but “应扣月数的绩效奖金” where the length is named and not known.
      const bonus = textOf(months).endsWith("月") ? says`${months}绩效奖金` : says`${months}的绩效奖金`;
      return whom.length === 0 ? says`扣减${bonus}` : says`扣减${whom}的${bonus}`;
    }
    case "grade": {
      const rates = Object.entries(params.rates).map(([grade, rate]) => {
        const at = place.at(`rates/${grade}`);
        return phraseAt(at)`${wordOf(grade, vocabulary)}扣${valueInWords(rate, "rate", at, vocabulary)}`;
      });
      return says`按所受处分扣减当月绩效奖金：${joinPhrases(rates, { between: "、", last: "、" }, place.pointer)}`;
    }
  }
}

function compensateInWords({ event, place, vocabulary }: Saying<"compensate">): Phrase {
  const { to, bearer, amount, rate, of, atLeast, times } = event.params;
  const says = phraseAt(place.pointer);
  const owed =
    rate === undefined
      ? valueInWords(amount ?? 0, "money", place.at("amount"), vocabulary)
      : says`${phraseAt(place.at("of"))`${of ? labelOf(of.fact, vocabulary) : "价款"}`}的${valueInWords(rate, "rate", place.at("rate"), vocabulary)}`;
  const least =
    atLeast === undefined
      ? []
      : says`（每份不低于${valueInWords(atLeast, "money", place.at("atLeast"), vocabulary)}）`;
  const whom = whoInWords(to, place.at("to"), vocabulary);
  const payer = whoInWords(bearer, place.at("bearer"), vocabulary);
  if (times === undefined) return says`应向${whom}补偿${owed}${least}，由${payer}承担`;
  const each = phraseAt(
    place.at("times"),
  )`乘以${valueInWords(times, "integer", place.at("times"), vocabulary)}`;
  return says`应按${owed}${least}${each}向${whom}补偿，由${payer}承担`;
}

/** “对部门负责人”, where a penalty falls on somebody else than the party of the rule. */
function onWhom({ place, vocabulary }: Omit<Saying, "event">, on: FactReference | undefined): Phrase {
  return on === undefined ? [] : phraseAt(place.pointer)`对${whoInWords(on, place.at("on"), vocabulary)}`;
}
