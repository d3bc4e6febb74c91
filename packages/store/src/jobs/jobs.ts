import type { Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { JobsTable } from "../database/tables.ts";

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
export async function cancelJob(tx: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("jobs")
    .set({ state: "cancelled" })
    .where("id", "=", id)
    .where("state", "in", ["queued", "running"])
    .executeTakeFirst();
  return numUpdatedRows > 0;
}
