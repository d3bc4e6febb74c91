import { pointer } from "@evenhand/domain";

/** A group of named fields, as far as one can tell before it was looked into. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether a value is a group of fields: neither a list nor anything plain.
 *
 * @example isFields({ fact: "lossAmount" }) // true
 */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The fields of a value, none where it has no fields. It is the door through which everything reads a document that
 * may be malformed.
 *
 * @example fieldsOf(["a"]) // {}
 */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/**
 * A field's value, or `undefined`; what every object inherits is no field.
 *
 * @example fieldOf({ a: 1 }, "toString") // undefined
 */
export function fieldOf(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/**
 * The items of a list, none where it is no list.
 *
 * @example itemsOf({ length: 3 }) // []
 */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * A place further inside.
 *
 * @example within("/rules/3", "rule", "event") // "/rules/3/rule/event"
 */
export function within(at: string, ...parts: readonly (string | number)[]): string {
  let place = at;
  // Most parts have nothing to escape, and a large document has many places.
  for (const part of parts)
    place += typeof part === "number" || !/[~/]/.test(part) ? `/${part}` : pointer(part);
  return place;
}
