import type { KnownValue } from "../operators.ts";
import { knownComparison } from "../operators.ts";
import type { ConditionValue, FactSlots } from "../rule-set.ts";
import type { ComparisonPredicate, Operand, Predicate } from "./predicate.ts";

/** Predicates that are asked one by one, each at most once for the same facts, however many rules share it. */
export type Remainder = {
  /** Takes a predicate in and gives the number it goes by, the same for the same predicate. */
  readonly add: (predicate: Predicate) => number;
  /** Must be called before other facts are asked about. */
  readonly forget: () => void;
  readonly areMet: (predicates: readonly number[], facts: FactSlots) => boolean;
};

/**
 * An empty collection of predicates.
 *
 * @example
 * const remainder = emptyRemainder();
 * const known = remainder.add({ kind: "known", slot: 0, known: true });
 * remainder.areMet([known], [20_000]) // true
 */
export function emptyRemainder(): Remainder {
  const numberOf = new Map<string, number>();
  const tests: Test[] = [];
  let answers = new Uint8Array(0);

  const isMet: IsMet = (predicate, facts) => {
    const answer = answers[predicate];
    if (answer !== NOT_ASKED) return answer === MET;
    const met = (tests[predicate] as Test)(facts);
    answers[predicate] = met ? MET : NOT_MET;
    return met;
  };

  const add = (predicate: Predicate): number => {
    const parts = partsOf(predicate).map(add);
    const key = JSON.stringify(parts.length > 0 ? [predicate.kind, parts] : predicate);
    const before = numberOf.get(key);
    if (before !== undefined) return before;
    const number = tests.push(testOf(predicate, parts, isMet)) - 1;
    numberOf.set(key, number);
    answers = new Uint8Array(tests.length);
    return number;
  };

  return { add, forget: () => void answers.fill(NOT_ASKED), areMet: allOf(isMet) };
}

type Test = (facts: FactSlots) => boolean;
type IsMet = (predicate: number, facts: FactSlots) => boolean;
type AreMet = (predicates: readonly number[], facts: FactSlots) => boolean;

const NOT_ASKED = 0;
const MET = 1;
const NOT_MET = 2;

function partsOf(predicate: Predicate): readonly Predicate[] {
  switch (predicate.kind) {
    case "all":
    case "any":
      return predicate.of;
    case "not":
      return [predicate.of];
    default:
      return [];
  }
}

function testOf(predicate: Predicate, parts: readonly number[], isMet: IsMet): Test {
  switch (predicate.kind) {
    case "decided":
      return () => predicate.met;
    case "known": {
      const { slot, known } = predicate;
      return (facts) => (facts[slot] !== null) === known;
    }
    case "comparison":
      return comparisonTest(predicate);
    case "all": {
      const areMet = allOf(isMet);
      return (facts) => areMet(parts, facts);
    }
    case "any": {
      const isOneMet = anyOf(isMet);
      return (facts) => isOneMet(parts, facts);
    }
    case "not": {
      const isOneMet = anyOf(isMet);
      return (facts) => !isOneMet(parts, facts);
    }
  }
}

/** Loops rather than `every` and `some`, which would make a function for each rule of each case. */
function allOf(isMet: IsMet): AreMet {
  return (predicates, facts) => {
    for (const predicate of predicates) if (!isMet(predicate, facts)) return false;
    return true;
  };
}

function anyOf(isMet: IsMet): AreMet {
  return (predicates, facts) => {
    for (const predicate of predicates) if (isMet(predicate, facts)) return true;
    return false;
  };
}

function comparisonTest({ operator, left, right }: ComparisonPredicate): Test {
  const compare = knownComparison(operator);
  const leftOf = readerOf(left);
  const rightOf = readerOf(right);
  return (facts) => {
    const leftValue = leftOf(facts);
    const rightValue = rightOf(facts);
    return leftValue !== null && rightValue !== null && compare(leftValue, rightValue);
  };
}

function readerOf(operand: Operand): (facts: FactSlots) => KnownValue | null {
  if ("constant" in operand) {
    const { constant } = operand;
    return () => constant;
  }
  const { slot } = operand;
  return (facts) => facts[slot] as ConditionValue;
}
