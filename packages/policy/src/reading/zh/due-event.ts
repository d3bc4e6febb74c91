import type { DueUnit, Value } from "@evenhand/domain";
import { type Phrase, phraseAt, textOf } from "../phrase.ts";
import { labelOf, typeOf, wordOf } from "../vocabulary.ts";
import { occasionOf } from "./noun.ts";
import type { Saying } from "./saying.ts";
import { valueInWords } from "./value.ts";

/**
 * A deadline.
 *
 * @example "结案的期限为自投诉收到日起7日"
 * @example "书面报告的期限为次日09:00"
 */
export function dueInWords(saying: Saying<"due">): Phrase {
  const { event, place, vocabulary } = saying;
  const { step, from, within, unit, at, partOf } = event.params;
  const says = phraseAt(place.pointer);
  const subject = phraseAt(place.at("step"))`${wordOf(step, vocabulary)}的期限`;
  const whole =
    partOf === undefined ? [] : phraseAt(place.at("partOf"))`，包含在${wordOf(partOf, vocabulary)}的期限之内`;
  const length = phraseAt(place.at("within"));
  const start = phraseAt(place.at("from"));
  if (at !== undefined) {
    const clock = phraseAt(place.at("at"))`${at}`;
    const since = saying.knownLast === from ? [] : start`${occasionOf(from, vocabulary)}`;
    return says`${subject}为${since}${length`${dayAfter(saying, within, unit)}`}${clock}${whole}`;
  }
  if (isZero(saying, within)) return says`${subject}为${start`${sameDay(from, saying)}`}${whole}`;
  const since =
    saying.knownLast === from
      ? typeOf(from, vocabulary) === "instant"
        ? "该时刻"
        : "该日"
      : labelOf(from, vocabulary);
  return says`${subject}为自${start`${since}`}起${valueInWords(within, unit, place.at("within"), vocabulary)}${whole}`;
}

/** “接到投诉当日”, or “当日” where the conditions have just spoken of it. */
function sameDay(from: string, { knownLast, vocabulary }: Saying<"due">): string {
  return knownLast === from ? "当日" : `${occasionOf(from, vocabulary)}当日`;
}

function dayAfter({ place, vocabulary }: Saying<"due">, within: Value, unit: DueUnit): string {
  const length = textOf(valueInWords(within, unit, place.at("within"), vocabulary));
  if (length === "1日") return "次日";
  return length === "1个工作日" ? "次一工作日" : `其后第${length}`;
}

function isZero({ vocabulary }: Saying<"due">, within: Value): boolean {
  if (typeof within === "number") return within === 0;
  return typeof within === "object" && vocabulary.catalogue.get(within.fact)?.parameter?.value === 0;
}
