import type { Operator } from "@evenhand/domain";
import type { ConditionValue } from "./rule-set.ts";

/** What stands on one side of a comparison; a list of values only to the right of `in` and `notIn`. */
export type ComparedValue = ConditionValue | readonly (string | number)[];
export type KnownValue = Exclude<ComparedValue, null>;

/**
 * Whether a comparison of two values holds. With an unknown on either side none does, `notEqual` and `notIn`
 * included: what nobody knows is no ground for anything.
 *
 * @example comparisonHolds("lessThan", 99, 100) // true
 * @example comparisonHolds("notEqual", null, 100) // false
 */
export function comparisonHolds(operator: Operator, left: ComparedValue, right: ComparedValue): boolean {
  return left !== null && right !== null && OPERATIONS[operator](left, right);
}

/**
 * The comparison itself, for those who have seen to it that both sides are known.
 *
 * @example knownComparison("in")("dealer", ["dealer", "factory"]) // true
 */
export function knownComparison(operator: Operator): (left: KnownValue, right: KnownValue) => boolean {
  return OPERATIONS[operator];
}

/**
 * Whether a comparison with the literal `null` holds: `equal` asks whether the fact is unknown, `notEqual` whether
 * it is known, and nothing else can be asked.
 *
 * @example knownAsAsked("equal", { known: false }) // true
 */
export function knownAsAsked(operator: Operator, { known }: { readonly known: boolean }): boolean {
  switch (operator) {
    case "equal":
      return !known;
    case "notEqual":
      return known;
    default:
      return false;
  }
}

const OPERATIONS: Readonly<Record<Operator, (left: KnownValue, right: KnownValue) => boolean>> = {
  equal: (left, right) => left === right,
  notEqual: (left, right) => left !== right,
  in: (left, right) => isList(right) && holds(right, left),
  notIn: (left, right) => isList(right) && !holds(right, left),
  lessThan: inOrder((left, right) => left < right),
  lessThanInclusive: inOrder((left, right) => left <= right),
  greaterThan: inOrder((left, right) => left > right),
  greaterThanInclusive: inOrder((left, right) => left >= right),
  contains: (left, right) => isList(left) && holds(left, right),
  doesNotContain: (left, right) => isList(left) && !holds(left, right),
};

function inOrder(
  stands: (left: number, right: number) => boolean,
): (left: KnownValue, right: KnownValue) => boolean {
  return (left, right) => typeof left === "number" && typeof right === "number" && stands(left, right);
}

function isList(value: KnownValue): value is readonly (string | number)[] {
  return typeof value === "object";
}

function holds(list: readonly (string | number)[], value: KnownValue): boolean {
  return (list as readonly unknown[]).includes(value);
}
