import { signCheckpoint } from "../checkpoint/checkpoint.ts";
import type { CheckpointSigner } from "../checkpoint/signer.ts";
import { appendLeaves } from "../merkle/append-leaves.ts";
import { type Hash, leafHash } from "../merkle/hash.ts";
import type { NodeReader, StoredNode } from "../merkle/node-place.ts";

/** An audit event that has no place in the log yet. */
export type PendingLeaf = { readonly auditEventId: number; readonly body: string };

export type SequencedLeaf = {
  readonly position: number;
  readonly auditEventId: number;
  readonly leafHash: Hash;
};

/** Everything that has to be stored, in one transaction with the removal of what was pending. */
export type Sequenced = {
  readonly leaves: readonly SequencedLeaf[];
  readonly nodes: readonly StoredNode[];
  readonly checkpoint: { readonly size: number; readonly rootHash: Hash; readonly note: string };
};

/**
 * Gives pending audit events their places at the end of the log, in the order given, and signs the checkpoint over the
 * log as it then stands.
 *
 * INVARIANT: one caller at a time, and all of it is stored or none: two checkpoints of one size would be a fork.
 *
 * @param log `size` is the number of leaves that have a place already
 * @throws Error where a stored node is missing
 */
export async function sequenceLeaves(
  log: { readonly size: number; readonly read: NodeReader; readonly signer: CheckpointSigner },
  pending: readonly PendingLeaf[],
): Promise<Sequenced> {
  const leaves = pending.map(({ auditEventId, body }, index) => ({
    position: log.size + index,
    auditEventId,
    leafHash: leafHash(body),
  }));
  const { size, root, nodes } = await appendLeaves(
    log.read,
    log.size,
    leaves.map((leaf) => leaf.leafHash),
  );
  return {
    leaves,
    nodes,
    checkpoint: { size, rootHash: root, note: signCheckpoint(log.signer, { size, root }) },
  };
}
