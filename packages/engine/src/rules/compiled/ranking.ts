import type { KnownValue } from "../operators.ts";
import type { ConditionValue } from "../rule-set.ts";
import type { ComparisonPredicate, Operand } from "./predicate.ts";

/**
 * Sorts the values of one fact into as many ranks as its conditions can tell apart. Any two values of one rank make
 * every one of these comparisons come out alike, so a rank can stand for the value.
 */
export type Ranking = {
  /** Ranks run from 0 to `ranks` − 1. */
  readonly ranks: number;
  /** The rank of a value that the conditions name, for comparing in its place. */
  readonly rankOfNamed: (value: KnownValue) => number;
  /** The rank of a case's value, or `ranks` where it is unknown. */
  readonly rankOf: (value: ConditionValue) => number;
};

/**
 * A ranking by which all these comparisons of one fact can be settled, or `undefined` where there is none: for sets,
 * and for comparisons that mix numbers with words, which no valid policy holds.
 *
 * @example rankingFor([{ kind: "comparison", operator: "lessThan", left: { slot: 0 }, right: { constant: 5 } }])
 * // three ranks: below 5, 5, above 5
 */
export function rankingFor(comparisons: readonly ComparisonPredicate[]): Ranking | undefined {
  if (comparisons.some(({ operator }) => operator === "contains" || operator === "doesNotContain"))
    return undefined;
  const named = comparisons.flatMap(({ left, right }) => [...constantsOf(left), ...constantsOf(right)]);
  if (named.length > 0 && named.every((value) => typeof value === "number")) return numberRanking(named);
  const ordered = comparisons.some(({ operator }) => !EQUALITIES.has(operator));
  const words = named.every((value) => typeof value === "string" || typeof value === "boolean");
  return words && (named.length === 0 || !ordered) ? wordRanking(named) : undefined;
}

const EQUALITIES: ReadonlySet<string> = new Set(["equal", "notEqual", "in", "notIn"]);

function constantsOf(operand: Operand): readonly KnownValue[] {
  if ("slot" in operand) return [];
  return typeof operand.constant === "object" ? operand.constant : [operand.constant];
}

/**
 * Between and at k thresholds lie 2k + 1 ranks: the even ones between, the odd ones at a threshold. They stand in the
 * order of the numbers, so `<` between ranks is `<` between the numbers.
 */
function numberRanking(named: readonly number[]): Ranking {
  const ascending = named.toSorted((a, b) => a - b);
  // Compared by `!==`, so that 0 and −0 are one threshold.
  const thresholds = Float64Array.from(ascending.filter((value, index) => value !== ascending[index - 1]));
  const ranks = 2 * thresholds.length + 1;
  const rankOfNumber = (value: number): number => {
    let from = 0;
    let to = thresholds.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((thresholds[middle] as number) < value) from = middle + 1;
      else to = middle;
    }
    return thresholds[from] === value ? 2 * from + 1 : 2 * from;
  };
  return {
    ranks,
    rankOfNamed: (value) => rankOfNumber(value as number),
    rankOf: (value) => (value === null ? ranks : rankOfNumber(value as number)),
  };
}

/** Each word that is named has a rank of its own, and all others share the last. */
function wordRanking(named: readonly (string | boolean)[]): Ranking {
  const rankOfWord = new Map<unknown, number>([...new Set(named)].map((word, rank) => [word, rank]));
  const others = rankOfWord.size;
  const ranks = others + 1;
  return {
    ranks,
    rankOfNamed: (value) => rankOfWord.get(value) ?? others,
    rankOf: (value) => (value === null ? ranks : (rankOfWord.get(value) ?? others)),
  };
}
