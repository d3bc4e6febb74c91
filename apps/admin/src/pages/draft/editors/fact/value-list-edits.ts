import { isIdentifier } from "@evenhand/domain";
import type { JsonObject } from "../../../../document/pointer.ts";

/** An object with one of its fields moved by so many places among the others; as it was where there is no such place. */
export function withFieldMoved(fields: JsonObject, key: string, by: 1 | -1): JsonObject {
  const entries = Object.entries(fields);
  const from = entries.findIndex(([one]) => one === key);
  const to = from + by;
  const moved = entries[from];
  if (!moved || to < 0 || to >= entries.length) return fields;
  return Object.fromEntries(entries.toSpliced(from, 1).toSpliced(to, 0, moved));
}

/**
 * What rules call a further value of a fact: by its English name, else by a number that no value has yet.
 *
 * @example valueId({}, "Key account") // "key-account"
 * @example valueId({ value1: {} }, "") // "value2"
 */
export function valueId(values: JsonObject, english: string): string {
  const words = english
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  const isNamed = isIdentifier(words);
  if (isNamed && !Object.hasOwn(values, words)) return words;
  const base = isNamed ? `${words}-` : "value";
  let number = isNamed ? 2 : 1;
  while (Object.hasOwn(values, `${base}${number}`)) number += 1;
  return `${base}${number}`;
}
