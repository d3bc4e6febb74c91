import { type Term, int } from "./terms.ts";

/** What the person in question is called in every case that is built. */
export const SUBJECT = "P1";

/** Texts as whole numbers, so that a solver need know nothing of texts: all that is asked of them is whether they are the same. */
export class Codes {
  readonly #codes = new Map<string, number>();

  constructor() {
    this.of(SUBJECT);
  }

  of(text: string): Term {
    const known = this.#codes.get(text) ?? this.#codes.size;
    this.#codes.set(text, known);
    return int(known);
  }

  /** The text behind a code; one that no policy names is made up. */
  textOf(code: bigint): string {
    for (const [text, known] of this.#codes) if (BigInt(known) === code) return text;
    return `other-${code}`;
  }
}
