import { WORD_BITS } from "./compiled/bits.ts";
import type { PlacedIndex } from "./compiled/plan.ts";
import { planOf } from "./compiled/plan.ts";
import type { ConditionValue, RuleEvaluator, RuleSet } from "./rule-set.ts";

/**
 * Compiles a set of rules once, to be asked often. What a rule asks of one fact alone is settled beforehand for every
 * value that the rules can tell apart, as a mask with one bit for each rule; a case then selects one mask for each
 * fact, and only rules that all of them leave possible have the rest of their conditions asked.
 * No code is made from text, and nothing waits, so an evaluator keeps its buffers from one call to the next.
 *
 * @example compileRules(set).fire([120_000]) // [0, 3]
 */
export function compileRules(set: RuleSet): RuleEvaluator<readonly number[]> {
  const { words, candidates, indexes, masks, remainder, remaining } = planOf(set);
  const rows = new Int32Array(indexes.length);
  // Plain loops over typed arrays: everything here runs for each case, and most of it for each rule.
  // The assertions say that an index within bounds finds something.
  return {
    name: "compiled",
    fire(facts) {
      for (let index = 0; index < rows.length; index += 1) {
        const { slot, rankOf, firstRow } = indexes[index] as PlacedIndex;
        rows[index] = firstRow + rankOf(facts[slot] as ConditionValue) * words;
      }
      remainder.forget();
      const fired: number[] = [];
      for (let word = 0; word < words; word += 1) {
        let possible = candidates[word] as number;
        for (let index = 0; index < rows.length && possible !== 0; index += 1) {
          possible &= masks[(rows[index] as number) + word] as number;
        }
        // From the lowest bit to the highest, each struck out in its turn, which keeps the rules in their order.
        for (; possible !== 0; possible &= possible - 1) {
          const rule = word * WORD_BITS + (WORD_BITS - 1) - Math.clz32(possible & -possible);
          if (remainder.areMet(remaining[rule] as readonly number[], facts)) fired.push(rule);
        }
      }
      return fired;
    },
  };
}
