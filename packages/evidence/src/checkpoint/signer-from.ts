import { ed25519 } from "@noble/curves/ed25519.js";
import type { CheckpointSigner } from "./signer.ts";
import { isKeyName } from "./verifier-key.ts";

/**
 * A signer for the log called `origin`. The bytes of the key are copied.
 *
 * @param privateKey the Ed25519 secret of RFC 8032, 32 bytes that nobody can guess
 * @throws RangeError where the key is not 32 bytes, or the origin is empty or holds spaces, `+` or control characters
 *
 * @example
 * verifierKeyOf(signerFrom(random(32), "evenhand.example.org/log")) // "evenhand.example.org/log+…+…"
 */
export function signerFrom(privateKey: Uint8Array, origin: string): CheckpointSigner {
  if (privateKey.length !== 32) throw new RangeError("a signing key is 32 bytes");
  if (!isKeyName(origin))
    throw new RangeError("the origin of a log is a name without spaces, `+` or control characters");
  const secret = Uint8Array.from(privateKey);
  return Object.freeze({
    origin,
    publicKey: ed25519.getPublicKey(secret),
    sign: (message: Uint8Array) => ed25519.sign(message, secret),
  });
}
