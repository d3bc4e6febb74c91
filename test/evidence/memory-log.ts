import { canonicalJson } from "@evenhand/domain";
import {
  type AuditEventRow,
  type CheckpointRow,
  type CheckpointSigner,
  type LeafRow,
  type LogRows,
  type NodeReader,
  sequenceLeaves,
  signerFrom,
} from "@evenhand/evidence";

/** A log in memory, row by row as a database would keep it, so that any row can be changed. */
export type MemoryLog = {
  readonly leaves: LeafRow[];
  readonly nodes: Map<string, string>;
  readonly checkpoints: CheckpointRow[];
};

export const ORIGIN = "evenhand.example.org/log";

/** A key from a number: the same number, the same key. */
export function signerOf(number: number, origin = ORIGIN): CheckpointSigner {
  return signerFrom(
    Uint8Array.from({ length: 32 }, (_, index) => (number * 31 + index * 7) % 256),
    origin,
  );
}

export function emptyLog(): MemoryLog {
  return { leaves: [], nodes: new Map(), checkpoints: [] };
}

/** A copy that can be changed without changing the log. */
export function copyOf({ leaves, nodes, checkpoints }: MemoryLog): MemoryLog {
  return {
    leaves: structuredClone(leaves),
    nodes: new Map(nodes),
    checkpoints: structuredClone(checkpoints),
  };
}

/** Gives the events their places, all of them under one checkpoint. */
export async function append(
  log: MemoryLog,
  events: readonly AuditEventRow[],
  signer: CheckpointSigner,
): Promise<void> {
  const { leaves, nodes, checkpoint } = await sequenceLeaves(
    { size: log.leaves.length, read: readerOf(log), signer },
    events.map(({ id, body }) => ({ auditEventId: id, body })),
  );
  for (const [index, { position, leafHash }] of leaves.entries())
    log.leaves.push({ position, leafHash, auditEvent: events[index] ?? null });
  for (const { level, position, hash } of nodes) log.nodes.set(`${level}/${position}`, hash);
  log.checkpoints.push(checkpoint);
}

export function readerOf({ nodes }: MemoryLog): NodeReader {
  return (places) => places.map(({ level, position }) => nodes.get(`${level}/${position}`));
}

export function rowsOf(log: MemoryLog): LogRows {
  return {
    leaves: iterate(log.leaves),
    nodes: readerOf(log),
    nodeCount: log.nodes.size,
    checkpoints: iterate(log.checkpoints),
  };
}

async function* iterate<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

const FIRST_AT = Date.UTC(2026, 6, 1, 1);

/** Audit events with ids from `from` on, as their table would keep them. `after` is what a body says came of it. */
export function eventRow(id: number, after: unknown = { number: id }): AuditEventRow {
  const at = FIRST_AT + id * 60_000;
  const [actor, object] = [
    { kind: "user", id: `u${id % 5}` },
    { kind: "decision", id: `d-${id}` },
  ];
  const action = "decision.recorded";
  const body = canonicalJson({
    format: 1,
    at: new Date(at).toISOString(),
    actor,
    action,
    object,
    after,
  });
  return {
    id,
    body,
    at,
    actor: `${actor.kind}:${actor.id}`,
    action,
    objectKind: object.kind,
    objectId: object.id,
  };
}

export function eventRows(from: number, count: number): readonly AuditEventRow[] {
  return Array.from({ length: count }, (_, index) => eventRow(from + index));
}
