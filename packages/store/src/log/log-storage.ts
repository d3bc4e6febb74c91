import type { Selectable } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type { CheckpointsTable, LogLeavesTable, LogNodesTable } from "../database/tables.ts";

export type LogLeafRow = Selectable<LogLeavesTable>;
export type LogNodeRow = Selectable<LogNodesTable>;
export type CheckpointRow = Selectable<CheckpointsTable>;

/** How many leaves the log has. */
export async function logSize(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom("log_leaves")
    .select(({ fn }) => fn.max("position").as("last"))
    .executeTakeFirstOrThrow();
  // `max` of no row is null, whatever its type says.
  return ((last as number | null) ?? -1) + 1;
}

/** The place of an event in the log; undefined while it waits for one. */
export async function leafOfEvent(db: Db, auditEventId: number): Promise<LogLeafRow | undefined> {
  return db
    .selectFrom("log_leaves")
    .selectAll()
    .where("audit_event_id", "=", auditEventId)
    .executeTakeFirst();
}

/** A leaf with the event that it hashes. */
export type LeafWithBody = LogLeafRow & { readonly body: string };

/** Leaves from the position `from` on, in order, at most `limit`, with the bodies that they hash. */
export async function leavesFrom(
  db: Db,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<readonly LeafWithBody[]> {
  return db
    .selectFrom("log_leaves")
    .innerJoin("audit_events", "audit_events.id", "log_leaves.audit_event_id")
    .selectAll("log_leaves")
    .select("audit_events.body")
    .where("log_leaves.position", ">=", from)
    .orderBy("log_leaves.position")
    .limit(limit)
    .execute();
}

/** Where a node stands: level 0 is the leaves. */
export type NodePlace = { readonly level: number; readonly position: number };

/** The nodes at these places that the log holds, in no order. */
export async function nodesAt(db: Db, places: readonly NodePlace[]): Promise<readonly LogNodeRow[]> {
  return inBatches(places, (batch) =>
    db
      .selectFrom("log_nodes")
      .selectAll()
      .where((eb) => eb.or(batch.map(({ level, position }) => eb.and({ level, position }))))
      .execute(),
  );
}

/** The newest checkpoint; undefined before the first. */
export async function latestCheckpoint(db: Db): Promise<CheckpointRow | undefined> {
  return db.selectFrom("checkpoints").selectAll().orderBy("size", "desc").executeTakeFirst();
}

/** Checkpoints over more than `after` leaves, in order, at most `limit`. */
export async function listCheckpoints(
  db: Db,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly CheckpointRow[]> {
  return db
    .selectFrom("checkpoints")
    .selectAll()
    .where("size", ">", after)
    .orderBy("size")
    .limit(limit)
    .execute();
}

/** @throws Conflict `checkpoints_size_unique` where there is one over as many leaves */
export async function insertCheckpoint(tx: Db, row: CheckpointRow): Promise<void> {
  await tx.insertInto("checkpoints").values(row).execute();
}
