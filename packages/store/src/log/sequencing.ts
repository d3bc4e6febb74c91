import { sql } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import { LOCK_NUMBERS } from "../database/lock-numbers.ts";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";
import type { LogLeavesTable, LogNodesTable } from "../database/tables.ts";

/**
 * Waits until no other transaction gives places in the log, and keeps the others waiting until this one ends. On SQLite
 * the transaction alone does so.
 *
 * INVARIANT: whoever adds to the log has called this before reading its size.
 */
export async function withSequencerLock(tx: Db): Promise<void> {
  if (surroundingsOf(tx).dialect === "postgres")
    await sql`select pg_advisory_xact_lock(${LOCK_NUMBERS.sequencer})`.execute(tx);
}

/** An event without a place. */
export type PendingLeaf = {
  readonly auditEventId: number;
  readonly action: string;
  readonly body: string;
};

/** Events that have no place yet, in order of their numbers, at most `limit`. */
export async function pendingLeaves(db: Db, limit: number): Promise<readonly PendingLeaf[]> {
  return db
    .selectFrom("pending_leaves")
    .innerJoin("audit_events", "audit_events.id", "pending_leaves.audit_event_id")
    .select(["audit_events.id as auditEventId", "audit_events.action", "audit_events.body"])
    .orderBy("audit_events.id")
    .limit(limit)
    .execute();
}

/** How many events wait for a place. */
export async function countPendingLeaves(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("pending_leaves")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Adds leaves and the nodes that they complete to the log; their events wait no longer.
 *
 * @throws Conflict `log_leaves_in_order` where a leaf does not follow on the last one
 */
export async function placeLeaves(
  tx: Db,
  { leaves, nodes }: { readonly leaves: readonly LogLeavesTable[]; readonly nodes: readonly LogNodesTable[] },
): Promise<void> {
  await inBatches(leaves, async (batch) => {
    await tx
      .insertInto("log_leaves")
      .values([...batch])
      .execute();
    await tx
      .deleteFrom("pending_leaves")
      .where(
        "audit_event_id",
        "in",
        batch.map(({ audit_event_id }) => audit_event_id),
      )
      .execute();
    return [];
  });
  await inBatches(nodes, async (batch) => {
    await tx
      .insertInto("log_nodes")
      .values([...batch])
      .execute();
    return [];
  });
}
