/**
 * A term of SMT-LIB 2.6 as text. Terms are built by the functions below, which write constants out where they can: a
 * shorter text is read sooner, by a solver and by people.
 */
export type Term = string;

export const TRUE: Term = "true";
export const FALSE: Term = "false";

/** @example int(-5) // "(- 5)" */
export function int(value: number | bigint): Term {
  return value < 0 ? `(- ${(-BigInt(value)).toString()})` : BigInt(value).toString();
}

/** The whole number that a term is written as; `undefined` for any other term. */
export function literalOf(term: Term): bigint | undefined {
  const match = /^(?:(\d+)|\(- (\d+)\))$/.exec(term);
  if (!match) return undefined;
  return match[1] === undefined ? -BigInt(match[2] ?? "0") : BigInt(match[1]);
}

export function and(...terms: readonly Term[]): Term {
  const parts = [...new Set(terms)].filter((term) => term !== TRUE);
  if (parts.includes(FALSE)) return FALSE;
  return joined("and", parts, TRUE);
}

export function or(...terms: readonly Term[]): Term {
  const parts = [...new Set(terms)].filter((term) => term !== FALSE);
  if (parts.includes(TRUE)) return TRUE;
  return joined("or", parts, FALSE);
}

function joined(head: "and" | "or", [first, ...more]: readonly Term[], empty: Term): Term {
  if (first === undefined) return empty;
  return more.length === 0 ? first : `(${head} ${[first, ...more].join(" ")})`;
}

export function not(term: Term): Term {
  if (term === TRUE) return FALSE;
  return term === FALSE ? TRUE : `(not ${term})`;
}

export function implies(premise: Term, conclusion: Term): Term {
  if (premise === TRUE) return conclusion;
  return premise === FALSE || conclusion === TRUE ? TRUE : `(=> ${premise} ${conclusion})`;
}

export function ite(condition: Term, then: Term, otherwise: Term): Term {
  if (condition === TRUE || then === otherwise) return then;
  return condition === FALSE ? otherwise : `(ite ${condition} ${then} ${otherwise})`;
}

/** Equality of two terms of one sort. */
export function same(left: Term, right: Term): Term {
  if (left === right) return TRUE;
  const [a, b] = [literalOf(left), literalOf(right)];
  return a !== undefined && b !== undefined ? FALSE : `(= ${left} ${right})`;
}

export function less(left: Term, right: Term): Term {
  return ordered("<", left, right);
}

export function atMost(left: Term, right: Term): Term {
  return ordered("<=", left, right);
}

function ordered(head: "<" | "<=", left: Term, right: Term): Term {
  const [a, b] = [literalOf(left), literalOf(right)];
  if (a === undefined || b === undefined) return `(${head} ${left} ${right})`;
  return (head === "<" ? a < b : a <= b) ? TRUE : FALSE;
}

export function plus(...terms: readonly Term[]): Term {
  const constant = terms.reduce((sum, term) => sum + (literalOf(term) ?? 0n), 0n);
  const others = terms.filter((term) => literalOf(term) === undefined);
  const parts = constant === 0n ? others : [...others, int(constant)];
  const [first, ...more] = parts;
  if (first === undefined) return int(0);
  return more.length === 0 ? first : `(+ ${parts.join(" ")})`;
}

export function minus(left: Term, right: Term): Term {
  const [a, b] = [literalOf(left), literalOf(right)];
  if (a !== undefined && b !== undefined) return int(a - b);
  return b === 0n ? left : `(- ${left} ${right})`;
}

export function times(left: Term, right: Term): Term {
  const [a, b] = [literalOf(left), literalOf(right)];
  if (a !== undefined && b !== undefined) return int(a * b);
  if (a === 0n || b === 0n) return int(0);
  if (a === 1n) return right;
  return b === 1n ? left : `(* ${left} ${right})`;
}

/** The whole number not above a quotient; SMT-LIB's `div` is that for every divisor above 0, which this one must be. */
export function floorDivide(left: Term, divisor: Term): Term {
  return divisor === "1" ? left : `(div ${left} ${divisor})`;
}

/** The smaller of two whole numbers, each of which is written twice: give names, not long terms. */
export function smaller(left: Term, right: Term): Term {
  return left === right ? left : ite(atMost(left, right), left, right);
}

export function greater(left: Term, right: Term): Term {
  return left === right ? left : ite(atMost(left, right), right, left);
}
