import { canonicalJson } from "@evenhand/domain";
import type { Opening } from "../commitment/token.ts";
import type { Hash } from "../merkle/hash.ts";

/**
 * Everything that shows, without asking anybody, that an audit event stands in a log: the event, the way from it to the
 * root of the log, the signed checkpoint that names the root, and what is behind the tokens of the event.
 */
export type Receipt = {
  readonly format: 1;
  /** The body of the audit event, byte for byte as its leaf hashes it: canonical JSON. */
  readonly auditEvent: string;
  /** The leaf's place in the log, from 0. */
  readonly position: number;
  /** The inclusion proof (RFC 9162, 2.1.3), the leaf's neighbour first. */
  readonly proof: readonly Hash[];
  /** A signed note. */
  readonly checkpoint: string;
  /** The key that signed it. Whoever verifies should have it from elsewhere too. */
  readonly vkey: string;
  /** Of tokens that occur in the event, in their order. Those of people who were erased are not there. */
  readonly openings: readonly Opening[];
};

/** A receipt as it is handed over: canonical JSON, so that no byte of it can be changed unseen. */
export function receiptText(receipt: Receipt): string {
  return canonicalJson(receipt);
}
