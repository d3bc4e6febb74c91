import type { Bound } from "../condition-node.ts";
import { type Phrase, joinPhrases, phraseAt } from "../phrase.ts";

/** “甲”, “甲”或“乙”, “甲”“乙”“丙”之一; figures are kept apart by 、. */
export function listed(values: readonly Phrase[], { pointer }: Bound): Phrase {
  const say = phraseAt(pointer);
  const [first = [], second] = values;
  if (values.length === 1 || !second) return first;
  if (values.length === 2) return say`${first}或${second}`;
  return say`${joinPhrases(values, between(values), pointer)}之一`;
}

export function noneOf(values: readonly Phrase[], { pointer }: Bound, isMomentary: boolean): Phrase {
  const say = phraseAt(pointer);
  const [first = [], second] = values;
  if (isMomentary) return say`与${first}不同`;
  if (values.length === 1 || !second) return say`不是${first}`;
  if (values.length === 2) return say`既不是${first}也不是${second}`;
  return say`不属于${joinPhrases(values, between(values), pointer)}中的任何一种`;
}

function between(values: readonly Phrase[]): { readonly between: string; readonly last: string } {
  const separator = values.every((value) => value.at(-1)?.text.endsWith("”")) ? "" : "、";
  return { between: separator, last: separator };
}
