import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";

/**
 * The one JSON text of a value, as RFC 8785 orders and writes it: equal values have equal texts, whatever the order of
 * their keys. Throws a `TypeError` on anything JSON has no word for, which would otherwise be dropped or changed
 * silently: `undefined`, functions, big integers, objects that are not plain, holes; and an `Error` on numbers that are
 * not finite, on lone surrogates and on values that contain themselves.
 *
 * `canonicalJson({ b: 1.50, a: "元" })` is `{"a":"元","b":1.5}`.
 */
export function canonicalJson(value: unknown): string {
  // Refuses values that contain themselves, so that the walk after it comes to an end.
  const text = canonicalize(value);
  assertJson(value);
  if (text === undefined) throw new TypeError("the value has no JSON text");
  return text;
}

/** The SHA-256 of a value's canonical JSON in UTF-8, as 64 lower-case hexadecimal digits: the identity of a document. */
export function contentHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** So many digits of a hash tell one content of a draft from another. */
const SHORT = 6;

/**
 * The hash of a content as people are shown it where one content is told from another.
 *
 * @example shortHash("a91f03c2…") // "#a91f03"
 */
export function shortHash(hash: string): string {
  return `#${hash.slice(0, SHORT)}`;
}

/** The SHA-256 of bytes, as 64 lower-case hexadecimal digits: the identity of a file. */
export function bytesHash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

function assertJson(root: unknown): void {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const value = pending.pop();
    if (Array.isArray(value)) {
      // Iterated over, a hole is `undefined` and so refused; one by one, since arguments of a call are few.
      for (const item of value) pending.push(item);
    } else if (isPlainObject(value)) {
      for (const member of Object.values(value)) pending.push(member);
    } else if (value !== null && !["string", "number", "boolean"].includes(typeof value)) {
      throw new TypeError(`a value of type ${typeof value} has no place in JSON`);
    }
  }
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
