import { type ConditionNode, type GroupNode, isGroup } from "../condition-node.ts";
import { type Phrase, joinPhrases, phraseAt, textOf } from "../phrase.ts";
import { type Vocabulary, wordOf } from "../vocabulary.ts";
import { quoted } from "./noun.ts";
import { statement } from "./statement.ts";

/**
 * A whole condition within a Chinese sentence. Commas part what all must hold; alternatives among it, and what must
 * hold together among alternatives, stand in brackets.
 *
 * @example "投诉成立，且（经调查责任落实到本人或者责任落实到的人数为0）"
 */
export function conditionInWords(node: ConditionNode, vocabulary: Vocabulary): Phrase {
  switch (node.kind) {
    case "test":
      return statement(node.test, vocabulary);
    case "term":
      return phraseAt(
        node.pointer,
      )`案件${node.holds ? "属于" : "不属于"}${quoted(wordOf(node.name, vocabulary))}`;
    case "all":
      return allInWords(node, vocabulary);
    case "any":
      return anyInWords(node, vocabulary);
  }
}

/**
 * A statement as one item of a list: alternatives stand unbracketed, each after its own “或者”.
 *
 * @example "经调查责任落实到本人，或者责任落实到的人数为0"
 */
export function itemInWords(node: ConditionNode, vocabulary: Vocabulary): Phrase {
  if (node.kind !== "any") return conditionInWords(node, vocabulary);
  const separator = "，或者";
  const members = node.of.map((member) => bracketed(member, vocabulary));
  return joinPhrases(members, { between: separator, last: separator }, node.pointer);
}

function allInWords({ of, pointer }: GroupNode, vocabulary: Vocabulary): Phrase {
  const members = of.map((member) => bracketed(member, vocabulary));
  const isShort =
    of.length === 2 &&
    !of.some(isGroup) &&
    members.every((member) => isUndivided(textOf(member))) &&
    textOf(members.flat()).length <= 40;
  return joinPhrases(
    members,
    isShort ? { between: "", last: "且" } : { between: "，", last: "，且" },
    pointer,
  );
}

function anyInWords({ of, pointer }: GroupNode, vocabulary: Vocabulary): Phrase {
  const members = of.map((member) => bracketed(member, vocabulary));
  const isShort = !of.some(isGroup) && members.every((member) => isUndivided(textOf(member)));
  return joinPhrases(
    members,
    { between: isShort && of.length > 2 ? "、" : "，或者", last: isShort ? "或者" : "，或者" },
    pointer,
  );
}

/** A group stands in brackets among other statements: no “且” or “或者” of its own reaches beyond them. */
function bracketed(node: ConditionNode, vocabulary: Vocabulary): Phrase {
  const words = conditionInWords(node, vocabulary);
  return isGroup(node) ? phraseAt(node.pointer)`（${words}）` : words;
}

function isUndivided(text: string): boolean {
  return !/[，；且]/.test(text);
}
