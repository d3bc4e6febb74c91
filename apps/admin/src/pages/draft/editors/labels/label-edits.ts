import { type Json, type JsonObject, fieldsOf } from "../../../../document/pointer.ts";

/** A document in which a word of outcomes has these labels; those that it had besides stay, and a new word has both. */
export function withWord(
  document: JsonObject,
  word: string,
  labels: { readonly en?: string; readonly zh?: string },
): JsonObject {
  const words = fieldsOf(document["words"]);
  return {
    ...document,
    words: { ...words, [word]: { en: "", zh: "", ...fieldsOf(words[word]), ...labels } },
  };
}

/** A list with the item at a place moved by one; as it was where there is no place beyond. */
export function withItemMoved(list: readonly Json[], from: number, by: 1 | -1): readonly Json[] {
  const item = list[from];
  const to = from + by;
  if (item === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}
