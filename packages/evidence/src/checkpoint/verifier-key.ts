import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "./base64.ts";
import type { CheckpointSigner } from "./signer.ts";

/** What verifies the signatures of one key, as read from a verifier key. */
export type VerifierKey = {
  /** The name of the key, which is the origin of its log. */
  readonly name: string;
  /** The key's id in signature lines: 8 lower-case hexadecimal digits. */
  readonly id: string;
  /** The Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
};

/** The signature type of Ed25519 in signed notes. */
const ED25519 = 0x01;

/**
 * The verifier key of a log in the standard form `<name>+<key id>+<base64 of 0x01 and the public key>`: what auditors
 * are given once, over a way they trust.
 *
 * `verifierKeyOf(signer)` is such as `log.example.org+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW`.
 */
export function verifierKeyOf({ origin, publicKey }: Omit<CheckpointSigner, "sign">): string {
  return `${origin}+${keyId(origin, publicKey)}+${toBase64(concatBytes(Uint8Array.of(ED25519), publicKey))}`;
}

/** A verifier key, or `undefined` where the text is none, is of another kind of key, or its id is not that of its key. */
export function readVerifierKey(text: string): VerifierKey | undefined {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  const [, name = "", id = "", key = ""] = match ?? [];
  const bytes = fromBase64(key);
  if (!match || !isKeyName(name) || bytes?.length !== 33 || bytes[0] !== ED25519) return undefined;
  const publicKey = bytes.subarray(1);
  return keyId(name, publicKey) === id ? { name, id, publicKey } : undefined;
}

/** Whether a log or key may be called so: not empty, no spaces, no plus, no control characters. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\s+\p{Cc}]+$/u.test(name);
}

/** The first four bytes of SHA-256 over the name, a newline, the signature type and the public key. */
function keyId(name: string, publicKey: Uint8Array): string {
  const kind = Uint8Array.of(ED25519);
  return bytesToHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), kind, publicKey)).subarray(0, 4));
}
