import type { Condition, Language, Policy } from "@evenhand/domain";
import type { ConditionNode } from "./condition-node.ts";
import { conditionTree } from "./condition-tree.ts";
import { conditionInWords as inEnglish } from "./en/condition.ts";
import { type Phrase, textOf } from "./phrase.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { conditionInWords as inChinese } from "./zh/condition.ts";

/**
 * A condition as a clause, without a full stop and in the middle of a sentence: facts by their labels, figures in
 * their units, named conditions written out unless the policy has a word for them. An empty group, which holds of
 * everything, reads as "in every case".
 *
 * @example readCondition({ all: [{ fact: "lossAmount", operator: "greaterThan", value: 200000 }] }, policy, "en")
 * // "the loss is above 2,000.00"
 */
export function readCondition(condition: Condition, policy: Policy, language: Language): string {
  return textOf(conditionPhrase(condition, vocabularyOf(policy, language), ""));
}

/** The same with the place of each of its words; `pointer` is where the condition stands in the document. */
export function conditionPhrase(condition: Condition, vocabulary: Vocabulary, pointer: string): Phrase {
  return treeInWords(conditionTree(condition, vocabulary, pointer), vocabulary);
}

/** A condition that has been made ready for reading. */
export function treeInWords(tree: ConditionNode, vocabulary: Vocabulary): Phrase {
  if (tree.kind === "all" && tree.of.length === 0)
    return [{ text: vocabulary.language === "zh" ? "任何情况下" : "in every case", pointer: tree.pointer }];
  return vocabulary.language === "zh" ? inChinese(tree, vocabulary) : inEnglish(tree, vocabulary);
}
