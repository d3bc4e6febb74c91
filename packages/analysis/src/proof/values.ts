import type { Operator } from "@evenhand/domain";
import { FALSE, type Term, and, atMost, int, less, not, or, same, times } from "./terms.ts";

/** An exact number: `top` ÷ `under`, whole numbers both, `under` above 0 wherever the number is known. */
export type NumberTerm = {
  readonly kind: "number";
  readonly known: Term;
  readonly top: Term;
  readonly under: Term;
};

/** A text, a value of an enum or an id, by its code. */
export type CodeTerm = { readonly kind: "code"; readonly known: Term; readonly code: Term };
export type TruthTerm = { readonly kind: "truth"; readonly known: Term; readonly holds: Term };

/** A set by its values; never unknown. */
export type SetTerm = {
  readonly kind: "set";
  readonly known: Term;
  readonly members: ReadonlyMap<string, Term>;
};

/** A fact, parameter or literal as the text sees it. */
export type ValueTerm = NumberTerm | CodeTerm | TruthTerm | SetTerm;

export function whole(value: Term, known: Term): NumberTerm {
  return { kind: "number", known, top: value, under: int(1) };
}

type CodeOf = (text: string) => Term;

/**
 * Whether a comparison of two values holds, as the engine's operators have it: with an unknown on either side none does.
 * Ratios and durations are compared exactly, which decides as the engine's snapped numbers do for thresholds of six
 * places at most. `undefined` where two values cannot be compared at all.
 */
export function comparison(
  operator: Operator,
  left: ValueTerm,
  { right, codeOf }: { readonly right: ValueTerm; readonly codeOf: CodeOf },
): Term | undefined {
  const holds = knownComparison(operator, left, { right, codeOf });
  return holds === undefined ? undefined : and(left.known, right.known, holds);
}

type Right = { readonly right: ValueTerm; readonly codeOf: CodeOf };

function knownComparison(operator: Operator, left: ValueTerm, { right, codeOf }: Right): Term | undefined {
  switch (operator) {
    case "equal":
      return equal(left, right);
    case "notEqual": {
      const equals = equal(left, right);
      return equals === undefined ? undefined : not(equals);
    }
    case "contains":
      return member(left, right, codeOf);
    case "doesNotContain": {
      const contained = member(left, right, codeOf);
      return contained === undefined ? undefined : not(contained);
    }
    case "lessThan":
    case "lessThanInclusive":
    case "greaterThan":
    case "greaterThanInclusive":
      return inOrder(operator, left, right);
    case "in":
    case "notIn":
      // A list stands to the right of these; see `amongList`.
      return undefined;
  }
}

/** Whether a known value is one of a list of literals. */
export function amongList(left: ValueTerm, list: readonly ValueTerm[]): Term | undefined {
  const found = list.map((value) => equal(left, value));
  return found.some((term) => term === undefined) ? undefined : or(...found.map((term) => term ?? FALSE));
}

/** `undefined` for values of two kinds. */
export function equal(left: ValueTerm, right: ValueTerm): Term | undefined {
  if (left.kind === "number" && right.kind === "number")
    return same(times(left.top, right.under), times(right.top, left.under));
  if (left.kind === "code" && right.kind === "code") return same(left.code, right.code);
  if (left.kind === "truth" && right.kind === "truth") return sameTruth(left.holds, right.holds);
  return undefined;
}

function sameTruth(left: Term, right: Term): Term {
  if (right === "true") return left;
  return right === "false" ? not(left) : `(= ${left} ${right})`;
}

function member(left: ValueTerm, right: ValueTerm, codeOf: CodeOf): Term | undefined {
  if (left.kind !== "set" || right.kind !== "code") return undefined;
  return or(...[...left.members].map(([value, holds]) => and(holds, same(right.code, codeOf(value)))));
}

type Order = "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive";

function inOrder(operator: Order, left: ValueTerm, right: ValueTerm): Term | undefined {
  if (left.kind !== "number" || right.kind !== "number") return undefined;
  const [a, b] = [times(left.top, right.under), times(right.top, left.under)];
  switch (operator) {
    case "lessThan":
      return less(a, b);
    case "lessThanInclusive":
      return atMost(a, b);
    case "greaterThan":
      return less(b, a);
    case "greaterThanInclusive":
      return atMost(b, a);
  }
}
