import { type RawBuilder, type Selectable, sql } from "kysely";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";
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

type JobsAsked = { readonly kind: string; readonly policyId?: string; readonly limit: number };

/** Jobs of a kind, or those among them of a policy, those asked for last first. */
export async function jobsOfKind(db: Db, asked: JobsAsked): Promise<readonly JobRow[]> {
  return ofKind(db, asked).selectAll().execute();
}

/** A job as a list shows it. */
export type ListedJobRow = JobProgressRow & {
  readonly payload: string;
  /** A part of what came of it, JSON; null where there is no such part. */
  readonly told: string | null;
};

/** The same without what came of them, which may be large, but for the part of it under the names of a path. */
export async function listedJobs(
  db: Db,
  { told, ...asked }: JobsAsked & { readonly told: readonly string[] },
): Promise<readonly ListedJobRow[]> {
  return ofKind(db, asked)
    .select([...PROGRESS, "payload", partOfResult(db, told).as("told")])
    .execute();
}

function ofKind(db: Db, { kind, policyId, limit }: JobsAsked) {
  const found = db.selectFrom("jobs").where("kind", "=", kind);
  const asked = policyId === undefined ? found : found.where(policyAsked(db), "=", policyId);
  return asked.orderBy("created_at", "desc").orderBy("id", "desc").limit(limit);
}

function partOfResult(db: Db, path: readonly string[]): RawBuilder<string | null> {
  return surroundingsOf(db).dialect === "sqlite"
    ? sql`json_extract(result, ${["$", ...path].join(".")})`
    : sql`result::json #>> ${`{${path.join(",")}}`}`;
}

/** What a payload says at `policy`. */
function policyAsked(db: Db): RawBuilder<string | null> {
  return surroundingsOf(db).dialect === "sqlite"
    ? sql`json_extract(payload, '$.policy')`
    : sql`payload::json ->> 'policy'`;
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
