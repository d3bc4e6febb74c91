import type { ConditionTrace } from "@evenhand/domain";
import { ENGLISH_TRACE } from "./en/trace.ts";
import { whyFailed, whyHeld } from "./explanation/trace-words.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { CHINESE_TRACE } from "./zh/trace.ts";

/**
 * Why a rule's conditions held in a case: a statement for each that counted, with the values seen, to stand in a sentence.
 *
 * @example readReasons(step.conditions, vocabularyOf(policy, "en"))
 * // ["the complaint is upheld", "the complaint was traced to this person"]
 */
export function readReasons(trace: ConditionTrace, vocabulary: Vocabulary): readonly string[] {
  return whyHeld(trace, vocabulary.language === "zh" ? CHINESE_TRACE : ENGLISH_TRACE, vocabulary);
}

/**
 * Why a rule's conditions did not hold in a case: the first statement that did not, with the value seen and what it would
 * have taken; of alternatives all of them, since each would have sufficed.
 *
 * @example readObstacles(step.conditions, vocabularyOf(policy, "en")) // ["the loss is 1,999.99, not above 2,000.00"]
 */
export function readObstacles(trace: ConditionTrace, vocabulary: Vocabulary): readonly string[] {
  return whyFailed(trace, vocabulary.language === "zh" ? CHINESE_TRACE : ENGLISH_TRACE, vocabulary);
}
