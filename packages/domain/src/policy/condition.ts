import type { Value } from "./value.ts";

export const OPERATORS = [
  "equal",
  "notEqual",
  "in",
  "notIn",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
  "contains",
  "doesNotContain",
] as const;
export type Operator = (typeof OPERATORS)[number];

/** What holds instead where a comparison of two known values does not: what fails to be above is at most, and so on. */
export const OPPOSITE_OPERATORS: Readonly<Record<Operator, Operator>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
  contains: "doesNotContain",
  doesNotContain: "contains",
};

/**
 * One comparison. `value: null` with `equal` or `notEqual` asks whether the fact is unknown;
 * every other comparison with an unknown on either side is false.
 */
export type Comparison = {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: Value | null | readonly (string | number)[];
};

/** The safe part of json-rules-engine's condition language: no `path`, no `params`, no priorities inside, no empty group. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string }
  | Comparison;

/** What stands at the top of a rule: json-rules-engine wants a group there, not a bare comparison. */
export type RootCondition = Exclude<Condition, Comparison>;
