import { canonicalJson } from "@evenhand/domain";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { isHash } from "../merkle/hash.ts";

/**
 * What stands in stored documents instead of a person (`person-` and 64 hexadecimal digits) or of free text (`text-`
 * and 64 digits): a commitment that says nothing of what is behind it, and can be opened with its salt.
 */
export type Token = string;

/** What is behind a token. `value` is the staff number or the text; `salt` is 32 random bytes as hexadecimal digits. */
export type Opening = { readonly token: Token; readonly salt: string; readonly value: string };

/**
 * The pseudonym of a staff number: `person-` and the SHA-256 of the salt, as its 64 digits, followed by the number in UTF-8.
 *
 * @throws RangeError where the salt is not 64 lower-case hexadecimal digits, or the number is not well-formed text
 */
export function pseudonymOf({ salt, staffId }: { readonly salt: string; readonly staffId: string }): Token {
  return `person-${saltedHash(salt, wellFormed(staffId))}`;
}

/**
 * The commitment to a text: `text-` and the SHA-256 of the salt, as its 64 digits, followed by the text's canonical JSON.
 *
 * @throws RangeError where the salt is not 64 lower-case hexadecimal digits, or the value is not well-formed text
 */
export function commitmentTo({ salt, value }: { readonly salt: string; readonly value: string }): Token {
  return `text-${saltedHash(salt, canonicalJson(wellFormed(value)))}`;
}

/** Whether salt and value are what is behind the token. */
export function opens({ token, salt, value }: Opening): boolean {
  if (!isHash(salt) || !value.isWellFormed()) return false;
  return (
    token === (isPseudonym(token) ? pseudonymOf({ salt, staffId: value }) : commitmentTo({ salt, value }))
  );
}

/** Whether a text is a pseudonym, and nothing else. */
export function isPseudonym(text: string): boolean {
  return /^person-[0-9a-f]{64}$/.test(text);
}

/** Whether a text is a pseudonym or a commitment, and nothing else. */
export function isToken(text: string): text is Token {
  return /^(?:person|text)-[0-9a-f]{64}$/.test(text);
}

/**
 * The tokens that occur in a text, each once, in their order. What somebody sends must hold none: a token in it would be
 * opened on the way out like one of ours.
 */
export function tokensIn(text: string): readonly Token[] {
  return [...new Set(Array.from(text.matchAll(/(?:person|text)-[0-9a-f]{64}/g), ([token]) => token))];
}

function saltedHash(salt: string, text: string): string {
  // INVARIANT: salts have one length, so that salt and value can be told apart.
  if (!isHash(salt)) throw new RangeError("a salt is 64 lower-case hexadecimal digits");
  return bytesToHex(sha256(utf8ToBytes(salt + text)));
}

function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new RangeError("half of a surrogate pair has no UTF-8");
  return text;
}
