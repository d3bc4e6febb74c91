import { REFUSAL_CODES, type RefusalCode } from "@evenhand/domain";

/** What can go wrong around a request rather than in it, with the HTTP status. Those from 500 on are ours, not the sender's. */
const SERVICE_CODES = {
  "malformed-request": 400,
  "incomplete-body": 400,
  "request-timeout": 408,
  "headers-too-large": 431,
  "internal-error": 500,
  "not-ready": 503,
} as const;

/**
 * Every code that a problem document can carry, with its HTTP status. Where several problems are found, the first of
 * them in this order gives the answer its code.
 */
export const PROBLEM_CODES = { ...REFUSAL_CODES, ...SERVICE_CODES } as const;

export type ServiceCode = keyof typeof SERVICE_CODES;
export type ProblemCode = RefusalCode | ServiceCode;

/** Whether a text is one of the codes; names that every object inherits are not. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEM_CODES, text);
}
