import { type Opening, opens } from "../commitment/token.ts";
import { readCheckpoint } from "../checkpoint/checkpoint.ts";
import { inclusionProof } from "../merkle/inclusion.ts";
import type { NodeReader } from "../merkle/node-place.ts";
import type { Receipt } from "./receipt.ts";

export type ReceiptParts = Pick<Receipt, "auditEvent" | "position" | "checkpoint" | "vkey"> & {
  /** What may be shown; what the event does not name is left out. */
  readonly openings: readonly Opening[];
};

/**
 * The receipt of an audit event, from stored nodes in a single read.
 *
 * @throws RangeError where the checkpoint is none, or its log had no leaf at this position yet
 * @throws Error where an opening is not what is behind its token, or a stored node is missing
 *
 * @example
 * const receipt = await makeReceipt({ auditEvent: body, position: 17, checkpoint, vkey, openings }, read)
 * verifyReceipt(receiptText(receipt), { vkey }) // { problems: [] }
 */
export async function makeReceipt(parts: ReceiptParts, read: NodeReader): Promise<Receipt> {
  const { auditEvent, position, checkpoint, vkey } = parts;
  const size = readCheckpoint(checkpoint)?.size;
  if (size === undefined) throw new RangeError("a receipt needs a checkpoint");
  const byToken = new Map(parts.openings.map((opening) => [opening.token, opening]));
  const openings = [...byToken.values()]
    .filter(({ token }) => auditEvent.includes(token))
    .toSorted((left, right) => (left.token < right.token ? -1 : 1));
  // INVARIANT: no receipt is handed out that its own verification would refuse.
  const wrong = openings.find((opening) => !opens(opening));
  if (wrong) throw new Error(`what is kept behind ${wrong.token} is not what it commits to`);
  return {
    format: 1,
    auditEvent,
    position,
    proof: await inclusionProof(read, { position, size }),
    checkpoint,
    vkey,
    openings: openings.map(({ token, salt, value }) => ({ token, salt, value })),
  };
}
