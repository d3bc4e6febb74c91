import { contentHash } from "@evenhand/domain";
import type { ServiceContext } from "../context.ts";

type Random = Pick<ServiceContext, "random">;

/** 256 bits that nobody can guess, as 43 characters that need no escaping in an address or a header. */
export function newSecret({ random }: Random): string {
  return base64Url(random(32));
}

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** A few letters to tell one secret from another; they are no secret themselves. */
export function newPrefix({ random }: Random): string {
  return [...random(8)].map((byte) => LETTERS[byte & 31] ?? "").join("");
}

/**
 * What is kept of a secret: a hash from which it cannot be found, since it is 256 bits of chance. The text is hashed in
 * its JSON form, as every hash of ours is.
 */
export function secretHash(secret: string): string {
  return contentHash(secret);
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
