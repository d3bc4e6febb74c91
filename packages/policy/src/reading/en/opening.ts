import type { Vocabulary } from "../vocabulary.ts";

/**
 * A text as it opens a sentence or a line: its first letter large, unless somebody's id stands there.
 *
 * @example opening("the loss divided", vocabulary) // "The loss divided"
 * @example opening("zhangwei", { ...vocabulary, ids: new Set(["zhangwei"]) }) // "zhangwei"
 */
export function opening(text: string, { ids = new Set() }: Vocabulary): string {
  const isId = [...ids].some((id) => text.startsWith(id) && !/^[\w-]/.test(text.slice(id.length)));
  return isId ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
