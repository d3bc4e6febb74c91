import type { ConditionNode } from "../condition-node.ts";
import { type Phrase, joinPhrases, phraseAt, textOf } from "../phrase.ts";
import { type Vocabulary, wordOf } from "../vocabulary.ts";
import { quoted } from "./noun.ts";
import { statement } from "./statement.ts";

/**
 * A whole condition within a Chinese sentence. Commas part what all must hold; alternatives stand undivided between
 * them, in brackets where they are compound themselves.
 *
 * @example "投诉成立，且经调查责任落实到本人或者责任落实到的人数为0"
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

type Group = Extract<ConditionNode, { readonly kind: "all" | "any" }>;

function allInWords({ of, pointer }: Group, vocabulary: Vocabulary): Phrase {
  const members = of.map((member) => {
    const words = conditionInWords(member, vocabulary);
    return isCompound(member) ? phraseAt(member.pointer)`（${words}）` : words;
  });
  const isShort =
    of.length === 2 &&
    !of.some((member) => member.kind === "any") &&
    members.every((member) => isUndivided(textOf(member))) &&
    textOf(members.flat()).length <= 40;
  return joinPhrases(
    members,
    isShort ? { between: "", last: "且" } : { between: "，", last: "，且" },
    pointer,
  );
}

function anyInWords({ of, pointer }: Group, vocabulary: Vocabulary): Phrase {
  const members = of.map((member) => conditionInWords(member, vocabulary));
  const isShort =
    of.every((member) => member.kind !== "all") && members.every((member) => isUndivided(textOf(member)));
  return joinPhrases(
    members,
    { between: isShort && of.length > 2 ? "、" : "，或者", last: isShort ? "或者" : "，或者" },
    pointer,
  );
}

/** An alternative with parts of its own, or more than two, needs brackets among other statements. */
function isCompound(node: ConditionNode): boolean {
  return (
    node.kind === "any" &&
    (node.of.length > 2 || node.of.some((member) => member.kind === "all" || member.kind === "any"))
  );
}

function isUndivided(text: string): boolean {
  return !/[，；且]/.test(text);
}
