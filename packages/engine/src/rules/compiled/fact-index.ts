import { knownComparison } from "../operators.ts";
import type { ConditionValue } from "../rule-set.ts";
import { EVERY_RULE, clearBit } from "./bits.ts";
import type { ComparisonPredicate, Operand, Predicate } from "./predicate.ts";
import type { Ranking } from "./ranking.ts";
import { rankingFor } from "./ranking.ts";

/** What a rule asks of one fact alone. */
export type Demand = { readonly rule: number; readonly predicate: Predicate };

/** Answers for one fact, and for all rules at once, which of them its value leaves possible. */
export type FactIndex = {
  readonly slot: number;
  /** The rank of a value, which is the number of the mask it selects. */
  readonly rankOf: (value: ConditionValue) => number;
  /** One mask after the other: a set bit is a rule that gets everything it asks of this fact. */
  readonly masks: Int32Array;
};

/**
 * Settles beforehand, for every rank of a fact and for unknown, what each rule asks of it, or gives `undefined` where
 * the fact cannot be ranked. Every predicate must read this slot and no other.
 *
 * @example
 * // Of three rules, rule 1 asks for more than 100: ranks below, at and above 100, then unknown.
 * factIndex({ slot: 0, demands: [{ rule: 1, predicate: above100 }], words: 1 }).masks // …101, …101, …111, …101
 */
export function factIndex(options: {
  readonly slot: number;
  readonly demands: readonly Demand[];
  readonly words: number;
}): FactIndex | undefined {
  const { slot, demands, words } = options;
  const ranking = rankingFor(demands.flatMap(({ predicate }) => comparisonsIn(predicate)));
  if (!ranking) return undefined;
  const masks = new Int32Array((ranking.ranks + 1) * words).fill(EVERY_RULE);
  for (let rank = 0; rank <= ranking.ranks; rank += 1) {
    const seen = rank === ranking.ranks ? undefined : rank;
    for (const { rule, predicate } of demands) {
      if (!isMet(predicate, seen, ranking)) clearBit(masks.subarray(rank * words), rule);
    }
  }
  return { slot, rankOf: ranking.rankOf, masks };
}

function comparisonsIn(predicate: Predicate): readonly ComparisonPredicate[] {
  switch (predicate.kind) {
    case "comparison":
      return [predicate];
    case "all":
    case "any":
      return predicate.of.flatMap(comparisonsIn);
    case "not":
      return comparisonsIn(predicate.of);
    default:
      return [];
  }
}

/** Whether a predicate is met by a value of this rank; without a rank the value is unknown. */
function isMet(predicate: Predicate, rank: number | undefined, ranking: Ranking): boolean {
  switch (predicate.kind) {
    case "decided":
      return predicate.met;
    case "known":
      return predicate.known === (rank !== undefined);
    case "comparison":
      return rank !== undefined && isMetBetweenRanks(predicate, rank, ranking);
    case "all":
      return predicate.of.every((part) => isMet(part, rank, ranking));
    case "any":
      return predicate.of.some((part) => isMet(part, rank, ranking));
    case "not":
      return !isMet(predicate.of, rank, ranking);
  }
}

function isMetBetweenRanks(comparison: ComparisonPredicate, rank: number, ranking: Ranking): boolean {
  const rankOrRanks = (side: Operand): number | readonly number[] => {
    if ("slot" in side) return rank;
    return typeof side.constant === "object"
      ? side.constant.map(ranking.rankOfNamed)
      : ranking.rankOfNamed(side.constant);
  };
  return knownComparison(comparison.operator)(rankOrRanks(comparison.left), rankOrRanks(comparison.right));
}
