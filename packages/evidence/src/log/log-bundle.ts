import { readCheckpoint } from "../checkpoint/checkpoint.ts";
import { consistencyProof } from "../merkle/consistency.ts";
import { readFrontier } from "../merkle/frontier.ts";
import type { Hash } from "../merkle/hash.ts";
import type { NodeReader } from "../merkle/node-place.ts";

/** A checkpoint as an auditor keeps it, to hold later ones against. */
export type SavedCheckpoint = { readonly format: 1; readonly checkpoint: string; readonly vkey: string };

/** What shows that a log only grew since an earlier checkpoint, and, with `leaves`, by exactly which audit events. */
export type LogBundle = {
  readonly format: 1;
  /** The later checkpoint, a signed note. */
  readonly checkpoint: string;
  readonly vkey: string;
  /** The consistency proof (RFC 9162, 2.1.4). */
  readonly proof: readonly Hash[];
  readonly leaves?: {
    /** The full subtrees of the log at the earlier checkpoint, the largest first. */
    readonly peaks: readonly Hash[];
    /** The bodies of all audit events since, in the order of their places. */
    readonly bodies: readonly string[];
  };
};

export type BundleParts = {
  /** The size of the log at the earlier checkpoint. */
  readonly since: number;
  readonly checkpoint: string;
  readonly vkey: string;
  /** The bodies of all audit events between the two, where they go along. */
  readonly bodies?: readonly string[];
};

/**
 * The bundle for whoever holds an earlier checkpoint, in two reads of stored nodes.
 *
 * @throws RangeError where the later checkpoint is none, or the earlier log was the longer one
 * @throws Error where a stored node is missing
 */
export async function makeBundle(parts: BundleParts, read: NodeReader): Promise<LogBundle> {
  const { since, checkpoint, vkey, bodies } = parts;
  const newSize = readCheckpoint(checkpoint)?.size;
  if (newSize === undefined) throw new RangeError("a bundle needs a checkpoint");
  const proof = await consistencyProof(read, { oldSize: since, newSize });
  if (!bodies) return { format: 1, checkpoint, vkey, proof };
  const { peaks } = await readFrontier(read, since);
  return { format: 1, checkpoint, vkey, proof, leaves: { peaks: peaks.map(({ hash }) => hash), bodies } };
}
