import { PROBLEM_CODES } from "./codes.ts";
import type { SentProblem } from "./problem-document.ts";

const RANKS: ReadonlyMap<string, number> = new Map(
  Object.keys(PROBLEM_CODES).map((code, rank) => [code, rank]),
);

/** Problems in order of precedence of their codes; within a code in the order in which they were found. */
export function inPrecedence<Found extends SentProblem>(problems: readonly Found[]): readonly Found[] {
  const rank = ({ code }: Found): number => RANKS.get(code) ?? RANKS.size;
  return problems.toSorted((left, right) => rank(left) - rank(right));
}
