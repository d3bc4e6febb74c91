import { type Phrase, joinPhrases, phraseAt } from "../phrase.ts";

/** "“a”, “b” or “c”"; negated "not “a”", "neither “a” nor “b”", "none of “a”, “b” and “c”". */
export function listed(values: readonly Phrase[], negated: boolean, pointer: string): Phrase {
  const say = phraseAt(pointer);
  if (!negated) return joinPhrases(values, { between: ", ", last: " or " }, pointer);
  const [first = [], second] = values;
  if (!second) return say`not ${first}`;
  if (values.length === 2) return say`neither ${first} nor ${second}`;
  return say`none of ${joinPhrases(values, { between: ", ", last: " and " }, pointer)}`;
}
