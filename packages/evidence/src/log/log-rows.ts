import type { Hash } from "../merkle/hash.ts";
import type { NodeReader } from "../merkle/node-place.ts";

/** An audit event as it is stored: its body, and the columns that repeat parts of it for searching. */
export type AuditEventRow = {
  readonly id: number;
  readonly body: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** `user:<id>`, `key:<id>` or `system:<id>`. */
  readonly actor: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
};

export type LeafRow = {
  readonly position: number;
  readonly leafHash: Hash;
  /** Null where the event of the leaf is gone. */
  readonly auditEvent: AuditEventRow | null;
};

export type CheckpointRow = { readonly size: number; readonly rootHash: Hash; readonly note: string };

/** A log as it is stored, all of it as of one moment. */
export type LogRows = {
  /** In the order of their positions. */
  readonly leaves: AsyncIterable<LeafRow>;
  readonly nodes: NodeReader;
  /** How many nodes are stored in all. */
  readonly nodeCount: number;
  /** In the order of their sizes. */
  readonly checkpoints: AsyncIterable<CheckpointRow>;
};
