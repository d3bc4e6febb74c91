import type { Token } from "./token.ts";

/** What is behind a token; `undefined` leaves the token as it stands, as of somebody who was erased. */
export type TokenLookup = (token: Token) => string | undefined;

/**
 * A JSON text with every token that the lookup knows replaced by what is behind it, wherever it occurs: as a value, as a
 * name, or within a sentence. What is put in is not searched again.
 *
 * @example
 * openText('{"party":"person-5f…","note":"text-0a…"}', (token) => names.get(token))
 * // {"party":"P1","note":"text-0a…"} where only the person is known
 */
export function openText(jsonText: string, lookup: TokenLookup): string {
  return jsonText.replace(/(?:person|text)-[0-9a-f]{64}/g, (token) => {
    const value = lookup(token);
    return value === undefined ? token : JSON.stringify(value).slice(1, -1);
  });
}

/** A value of JSON with its tokens opened. What it holds besides text stays as it is. */
export function openValue<Value>(value: Value, lookup: TokenLookup): Value {
  // INVARIANT: opening changes texts and names only, so the value keeps its type.
  return JSON.parse(openText(JSON.stringify(value), lookup)) as Value;
}
