import type { ServiceContext } from "../context.ts";

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** What an id is of, so that one is never taken for another. */
export type IdKind =
  | "decision"
  | "case"
  | "appeal"
  | "draft"
  | "submission"
  | "comment"
  | "import"
  | "job"
  | "key"
  | "user";

const PREFIXES: Readonly<Record<IdKind, string>> = {
  decision: "dec",
  case: "case",
  appeal: "app",
  draft: "draft",
  submission: "sub",
  comment: "com",
  import: "imp",
  job: "job",
  key: "key",
  user: "user",
};

/**
 * An id that nobody can guess and that sorts by the moment it was made: 48 bits of milliseconds and 80 of chance in
 * Crockford's base 32, lower case. Order that matters is kept by sequences all the same, since clocks jump.
 *
 * @example newId(context, "decision") // "dec-01k0c2v9m8t3q7x4n5r6s2w1zb"
 */
export function newId({ now, random }: Pick<ServiceContext, "now" | "random">, kind: IdKind): string {
  let value = BigInt(now());
  for (const byte of random(10)) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let digit = 0; digit < 26; digit += 1) {
    text = (DIGITS[Number(value & 31n)] ?? "") + text;
    value >>= 5n;
  }
  return `${PREFIXES[kind]}-${text}`;
}
