import { type ConditionNode, type GroupNode, isGroup } from "../condition-node.ts";
import { type Phrase, joinPhrases, phraseAt } from "../phrase.ts";
import { type Vocabulary, wordOf } from "../vocabulary.ts";
import { quoted } from "./noun.ts";
import { statement } from "./statement.ts";

/**
 * A whole condition within an English sentence; commas and "either" keep apart what "and" and "or" join.
 *
 * @example "the complaint is upheld, and either the loss is at least 5,000.00 or it is the second time"
 */
export function conditionInWords(node: ConditionNode, vocabulary: Vocabulary): Phrase {
  switch (node.kind) {
    case "test":
      return statement(node.test, vocabulary);
    case "term":
      return phraseAt(
        node.pointer,
      )`the case ${node.holds ? "counts" : "does not count"} as ${quoted(wordOf(node.name, vocabulary))}`;
    case "all":
      return allInWords(node, vocabulary);
    case "any":
      return anyInWords(node, vocabulary);
  }
}

/**
 * A statement as one item of a list: each alternative after its own "or".
 *
 * @example "the loss is at least 5,000.00, or it is the second time"
 */
export function itemInWords(node: ConditionNode, vocabulary: Vocabulary): Phrase {
  if (node.kind !== "any") return conditionInWords(node, vocabulary);
  const members = node.of.map((member) => memberInWords(member, vocabulary));
  return joinPhrases(members, { between: ", or ", last: ", or " }, node.pointer);
}

function allInWords({ of, pointer }: GroupNode, vocabulary: Vocabulary): Phrase {
  const members = of.map((member) => {
    const words = conditionInWords(member, vocabulary);
    return isLongAny(member) ? phraseAt(member.pointer)`(${words})` : words;
  });
  const last = of.some(isGroup) ? ", and " : " and ";
  return joinPhrases(members, { between: ", ", last }, pointer);
}

function anyInWords({ of, pointer }: GroupNode, vocabulary: Vocabulary): Phrase {
  const say = phraseAt(pointer);
  const members = of.map((member) => memberInWords(member, vocabulary));
  if (of.length === 2)
    return say`either ${joinPhrases(members, { between: ", ", last: of.some(isGroup) ? ", or " : " or " }, pointer)}`;
  return say`at least one of these holds: ${joinPhrases(members, { between: "; ", last: "; or " }, pointer)}`;
}

/** An `all` inside an `any` says "both", or stands in brackets, so that its "and" cannot be taken for the outer one. */
function memberInWords(member: ConditionNode, vocabulary: Vocabulary): Phrase {
  const words = conditionInWords(member, vocabulary);
  if (member.kind !== "all") return words;
  return member.of.length === 2 && !member.of.some(isGroup)
    ? phraseAt(member.pointer)`both ${words}`
    : phraseAt(member.pointer)`(${words})`;
}

/** Alternatives that "either … or …" cannot hold together. */
function isLongAny(node: ConditionNode): boolean {
  return node.kind === "any" && (node.of.length > 2 || node.of.some(isGroup));
}
