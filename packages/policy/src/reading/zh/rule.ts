import { citation } from "../citation.ts";
import { type ConditionNode, conjuncts } from "../condition-node.ts";
import { kindsOf } from "../kinds.ts";
import { type Phrase, joinPhrases, phraseAt, textOf } from "../phrase.ts";
import { type RuleReading, statementList } from "../rule-reading.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { conditionInWords, itemInWords } from "./condition.ts";
import { eventInWords } from "./event.ts";

/**
 * A rule as one Chinese sentence in the form of a regulation, “……的，……”, with a list where it asks for more than
 * three things, or for alternatives beside something else.
 *
 * @example "投诉成立，当事方为个人，且经调查责任落实到本人的，按本人基数占责任单位基数合计的比例承担损失
 * （第20条、第21条第2款）。"
 */
export function ruleInWords(reading: RuleReading, vocabulary: Vocabulary): Phrase {
  const { tree, scope, place, context, references, referencesPointer, pointer } = reading;
  const from = place.event.type === "due" ? place.event.params.from : undefined;
  const { members, known } = askedLast(conjuncts(tree), from);
  const kinds = kindsOf(tree) ?? (context && kindsOf(context));
  const forPersons = scope === "party" && kinds?.length === 1 && kinds[0] === "person";
  const list = statementList(members);
  const consequence = eventInWords({
    place,
    vocabulary,
    ofParty: scope === "party",
    forPersons,
    // A list follows what it leads to, so there is no day yet that “该日” could mean.
    knownLast: list ? undefined : known,
  });
  const cite = phraseAt(referencesPointer)`${citation(references, vocabulary)}`;
  const say = phraseAt(pointer);
  if (members.length === 0)
    return scope === "party" ? say`对每一当事方，${consequence}${cite}。` : say`${consequence}${cite}。`;
  if (list) {
    const items = list.members.map(
      (member, index) => say`\n（${String(index + 1)}）${itemInWords(member, vocabulary)}`,
    );
    const opening = list.kind === "all" ? "同时符合下列条件的" : "有下列情形之一的";
    return say`${opening}，${consequence}${cite}：${joinPhrases(items, { between: "；", last: "；" }, pointer)}。`;
  }
  const conditions = conditionInWords({ kind: "all", of: members, pointer: tree.pointer }, vocabulary);
  return say`${conditions}${textOf(conditions).endsWith("的") ? "" : "的"}，${consequence}${cite}。`;
}

/** What a deadline runs from is asked for last, so that “该日” follows it. */
function askedLast(
  members: readonly ConditionNode[],
  from: string | undefined,
): { readonly members: readonly ConditionNode[]; readonly known: string | undefined } {
  const asked = members.find((member) => {
    if (member.kind !== "test" || member.test.fact !== from) return false;
    const [{ operator, operand }] = member.test.bounds;
    return operator === "notEqual" && operand.kind === "unknown";
  });
  if (!asked) return { members, known: undefined };
  return { members: [...members.filter((member) => member !== asked), asked], known: from };
}
