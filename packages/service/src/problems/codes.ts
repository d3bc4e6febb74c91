import { REFUSAL_CODES, type RefusalCode } from "@evenhand/domain";

/** What can go wrong around a request rather than in it, with the HTTP status. Those from 500 on are ours, not the sender's. */
const SERVICE_CODES = {
  "malformed-request": 400,
  "incomplete-body": 400,
  "request-timeout": 408,
  "headers-too-large": 431,
  "not-signed-in": 401,
  "wrong-origin": 403,
  "not-allowed": 403,
  "second-factor-needed": 403,
  "own-draft": 403,
  "same-decider": 403,
  "too-many-requests": 429,
  "missing-idempotency-key": 400,
  "idempotency-key-reused": 422,
  "still-running": 409,
  "edited-meanwhile": 409,
  "wrong-state": 409,
  "already-there": 409,
  "similar-id": 409,
  "roles-clash": 409,
  "draft-has-errors": 422,
  "examples-fail": 422,
  "not-simulated": 409,
  "nothing-changed": 422,
  "effective-in-the-past": 422,
  "version-overlaps": 409,
  "already-decided": 409,
  "gate-missing": 409,
  "beyond-guards": 422,
  "nothing-departs": 422,
  "person-left": 409,
  "month-closed": 409,
  "month-not-begun": 409,
  "month-out-of-order": 409,
  "month-open": 409,
  "missing-bonus": 422,
  "more-than-is-owed": 422,
  "appeal-too-late": 409,
  "already-appealed": 409,
  "still-owing": 409,
  "unreadable-sheet": 422,
  "unknown-column": 422,
  "internal-error": 500,
  "evaluators-disagree": 500,
  "not-ready": 503,
  "store-unavailable": 503,
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
