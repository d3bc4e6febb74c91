import type { LocalizedText } from "@evenhand/domain";
import { type Term, TRUE, literalOf } from "./terms.ts";

export type Sort = "Int" | "Bool";

/** Something that the text leaves open where the engine does not: more cases are looked at than there are, never fewer. */
export type Approximation = {
  /** The rule, fact or part of the policy it is about. */
  readonly at: string;
  readonly text: LocalizedText;
};

/**
 * An SMT-LIB text while it is written: constants, definitions and assertions in the order in which they came. What is
 * declared twice under one name is the same thing.
 */
export class Script {
  readonly #lines: string[] = [];
  readonly #names = new Map<string, Sort>();
  readonly #approximations = new Map<string, Approximation>();

  /** A constant of which nothing is known yet. */
  declare(name: string, sort: Sort): Term {
    const symbol = symbolOf(name);
    if (this.#names.has(name)) return symbol;
    this.#names.set(name, sort);
    this.#lines.push(`(declare-const ${symbol} ${sort})`);
    return symbol;
  }

  isDeclared(name: string): boolean {
    return this.#names.has(name);
  }

  /** A name for a term, so that it is written once; short terms stand for themselves. */
  define(name: string, sort: Sort, term: Term): Term {
    if (literalOf(term) !== undefined || /^(?:true|false|\|[^|]*\|)$/.test(term)) return term;
    const symbol = symbolOf(name);
    if (this.#names.has(name)) throw new Error(`${name} is defined twice`);
    this.#names.set(name, sort);
    this.#lines.push(`(define-fun ${symbol} () ${sort} ${term})`);
    return symbol;
  }

  assert(term: Term): void {
    if (term !== TRUE) this.#lines.push(`(assert ${term})`);
  }

  comment(text: string): void {
    this.#lines.push(...text.split("\n").map((line) => `; ${line}`));
  }

  approximate(at: string, text: LocalizedText): void {
    this.#approximations.set(`${at} ${text.en}`, { at, text });
  }

  get approximations(): readonly Approximation[] {
    return [...this.#approximations.values()];
  }

  /** The whole text, with more assertions at its end; it asks once whether all of it can hold, and for a model. */
  text(more: readonly Term[]): string {
    return [
      "(set-option :produce-models true)",
      "(set-logic QF_NIA)",
      ...this.#lines,
      ...more.filter((term) => term !== TRUE).map((term) => `(assert ${term})`),
      "(check-sat)",
      "",
    ].join("\n");
  }
}

/** Names come from ids and names of policies, which hold neither `|` nor `\`. */
function symbolOf(name: string): Term {
  return `|${name}|`;
}
