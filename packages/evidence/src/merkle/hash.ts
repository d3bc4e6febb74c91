import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** A SHA-256 as 64 lower-case hexadecimal digits. */
export type Hash = string;

/** The root of a tree without leaves: the SHA-256 of nothing (RFC 6962, 2.1). */
export const EMPTY_ROOT: Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/**
 * The hash of a leaf: SHA-256 of the byte 0x00 and the leaf's bytes, a text standing for its UTF-8. The prefix keeps a
 * leaf from being taken for an inner node (RFC 6962, 2.1).
 *
 * `leafHash("L123456")` is `395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56`.
 */
export function leafHash(leaf: Uint8Array | string): Hash {
  const bytes = typeof leaf === "string" ? utf8ToBytes(leaf) : leaf;
  return bytesToHex(sha256.create().update(LEAF).update(bytes).digest());
}

/**
 * The hash of an inner node: SHA-256 of the byte 0x01, the left child's hash and the right child's. Throws where a child
 * is no hash.
 *
 * `nodeHash(EMPTY_ROOT, EMPTY_ROOT)` is `a68ee79dc12813d134fd035c7328f7bd5ee68187735f7f0d2e451aea3ff6930f`.
 */
export function nodeHash(left: Hash, right: Hash): Hash {
  return bytesToHex(sha256.create().update(NODE).update(hexToBytes(left)).update(hexToBytes(right)).digest());
}

/** Whether a value is a hash in its one form. Upper-case digits are refused, so that a hash can be compared as text. */
export function isHash(value: unknown): value is Hash {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
