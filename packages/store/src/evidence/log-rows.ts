import type { AuditEventRow } from "../audit/audit-events.ts";
import type { Db } from "../database/store.ts";
import type { CheckpointRow, LogLeafRow } from "../log/log-storage.ts";

/** A leaf with the event that it hashes; null where that is gone. */
export type LeafWithEvent = LogLeafRow & { readonly event: AuditEventRow | null };

/** Leaves from the position `from` on, in order, at most `limit`, each with its event whether that is there or not. */
export async function leavesWithEvents(
  db: Db,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<readonly LeafWithEvent[]> {
  const rows = await db
    .selectFrom("log_leaves as l")
    .leftJoin("audit_events as e", "e.id", "l.audit_event_id")
    .selectAll("l")
    .select(["e.id", "e.at", "e.actor", "e.action", "e.object_kind", "e.object_id", "e.body"])
    .where("l.position", ">=", from)
    .orderBy("l.position")
    .limit(limit)
    .execute();
  return rows.map(({ position, audit_event_id, leaf_hash, ...event }) => ({
    position,
    audit_event_id,
    leaf_hash,
    // A row that was joined has all of its columns.
    event: event.id === null ? null : (event as AuditEventRow),
  }));
}

/** The last checkpoint over at most so many leaves. */
export async function lastCheckpointWithin(db: Db, size: number): Promise<CheckpointRow | undefined> {
  return db
    .selectFrom("checkpoints")
    .selectAll()
    .where("size", "<=", size)
    .orderBy("size", "desc")
    .executeTakeFirst();
}
