import type { Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { JobsTable } from "../database/tables.ts";
import { deleteCheckpoint } from "./checkpoints.ts";

export type JobRow = Selectable<JobsTable>;

export type NewJob = Pick<JobRow, "id" | "kind" | "payload" | "created_at" | "created_by"> & {
  readonly total?: number | null;
};

/** Puts a job in line. */
export async function insertJob(tx: Db, { total = null, ...job }: NewJob): Promise<void> {
  const fresh = { state: "queued", done: 0, result: null, claimed_by: null, claimed_at: null } as const;
  await tx
    .insertInto("jobs")
    .values({ ...job, ...fresh, total })
    .execute();
}

export async function jobRow(db: Db, id: string): Promise<JobRow | undefined> {
  return db.selectFrom("jobs").selectAll().where("id", "=", id).executeTakeFirst();
}

const PROGRESS = [
  "id",
  "kind",
  "state",
  "done",
  "skipped",
  "total",
  "claimed_at",
  "taken_at",
  "taken_done",
  "created_at",
  "ended_at",
] as const;

/** How far a job is, without what it was asked for and what came of it, which may be large. */
export type JobProgressRow = Pick<JobRow, (typeof PROGRESS)[number]>;

export async function jobProgress(db: Db, id: string): Promise<JobProgressRow | undefined> {
  return db.selectFrom("jobs").select(PROGRESS).where("id", "=", id).executeTakeFirst();
}

/** Jobs of a kind, those asked for last first. */
export async function jobsOfKind(
  db: Db,
  asked: { readonly kind: string; readonly limit: number },
): Promise<readonly JobRow[]> {
  return db
    .selectFrom("jobs")
    .selectAll()
    .where("kind", "=", asked.kind)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(asked.limit)
    .execute();
}

/** Calls off a job that has not ended; whoever works on it is told at the next sign of life. Whether there was one. */
export async function cancelJob(
  tx: Db,
  { id, at }: { readonly id: string; readonly at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("jobs")
    .set({ state: "cancelled", ended_at: at })
    .where("id", "=", id)
    .where("state", "in", ["queued", "running"])
    .executeTakeFirst();
  await deleteCheckpoint(tx, id);
  return numUpdatedRows > 0;
}
