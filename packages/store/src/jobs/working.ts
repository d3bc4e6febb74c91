import { sql } from "kysely";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";
import { deleteCheckpoint } from "./checkpoints.ts";
import type { JobRow } from "./jobs.ts";

/** Who asks for work, and when (epoch milliseconds). */
export type JobClaim = {
  readonly kinds: readonly string[];
  /** The name of a worker, which no other has at the same time. */
  readonly worker: string;
  readonly at: number;
  /** A job that runs without a sign of life since then is taken over: its worker is gone. */
  readonly silentSince: number;
};

/** Whether there is a job to take; asked first, since a transaction that writes keeps others waiting. */
export async function hasWaitingJob(
  db: Db,
  asked: Pick<JobClaim, "kinds" | "silentSince">,
): Promise<boolean> {
  if (asked.kinds.length === 0) return false;
  return (await waitingJob(db, asked).executeTakeFirst()) !== undefined;
}

/** Takes the job that waits longest; undefined where there is none. Two workers are never given the same one. */
export async function claimJob(
  tx: Db,
  { kinds, worker, at, silentSince }: JobClaim,
): Promise<JobRow | undefined> {
  if (kinds.length === 0) return undefined;
  const waiting = waitingJob(tx, { kinds, silentSince });
  const isShared = surroundingsOf(tx).dialect === "postgres";
  const found = await (isShared ? waiting.forUpdate().skipLocked() : waiting).executeTakeFirst();
  if (!found) return undefined;
  return tx
    .updateTable("jobs")
    .set({
      state: "running",
      claimed_by: worker,
      claimed_at: at,
      taken_at: at,
      taken_done: sql<number>`done`,
      attempts: sql<number>`attempts + 1`,
    })
    .where("id", "=", found.id)
    .returningAll()
    .executeTakeFirst();
}

function waitingJob(db: Db, { kinds, silentSince }: Pick<JobClaim, "kinds" | "silentSince">) {
  return db
    .selectFrom("jobs")
    .select("id")
    .where("kind", "in", kinds)
    .where((eb) =>
      eb.or([
        eb("state", "=", "queued"),
        eb.and([eb("state", "=", "running"), eb("claimed_at", "<", silentSince)]),
      ]),
    )
    .orderBy("created_at")
    .orderBy("id")
    .limit(1);
}

/** A worker's hold on a job. */
export type JobHold = { readonly id: string; readonly worker: string; readonly at: number };

/** How far a job is, and what has come of it so far, which is JSON. */
export type JobReport = {
  readonly done: number;
  readonly total: number;
  readonly skipped?: number;
  readonly result: string;
};

/** INVARIANT: whatever else a report carries with it is none of the row's columns. */
function told({ done, total, skipped = 0, result }: JobReport): Required<JobReport> {
  return { done, total, skipped, result };
}

/**
 * Gives a sign of life and says how far the job is. `false` where it is no longer this worker's to do, since it was called
 * off or taken over: the worker stops.
 */
export async function reportJob(tx: Db, { id, worker, at }: JobHold, report: JobReport): Promise<boolean> {
  return change(tx, { id, worker, state: "running" }, { ...told(report), claimed_at: at, attempts: 0 });
}

/** A sign of life alone; `false` as above. */
export async function keepAlive(tx: Db, { id, worker, at }: JobHold): Promise<boolean> {
  return change(tx, { id, worker, state: "running" }, { claimed_at: at });
}

/**
 * Lets go of a job that was called off meanwhile, and keeps what had come of it, where that is more than was reported;
 * `false` where it was not called off, or is another worker's.
 */
export async function leaveJob(tx: Db, { id, worker }: JobHold, report?: JobReport): Promise<boolean> {
  const left = { ...(report ? told(report) : {}), claimed_by: null };
  if (!(await change(tx, { id, worker, state: "cancelled" }, left))) return false;
  await deleteCheckpoint(tx, id);
  return true;
}

/** Puts a job back in line, from where another worker goes on at once; `false` where it is no longer this worker's. */
export async function releaseJob(tx: Db, { id, worker }: JobHold): Promise<boolean> {
  return change(tx, { id, worker, state: "running" }, { state: "queued", claimed_by: null, attempts: 0 });
}

/**
 * Ends a job with its result, which is JSON; without one, with what was reported last. `false` where it is no longer this
 * worker's to do.
 */
export async function finishJob(
  tx: Db,
  { id, worker, at }: JobHold,
  { state, result }: { readonly state: "done" | "failed"; readonly result?: string | null },
): Promise<boolean> {
  const ended = { state, claimed_at: at, ended_at: at, ...(result === undefined ? {} : { result }) };
  if (!(await change(tx, { id, worker, state: "running" }, ended))) return false;
  await deleteCheckpoint(tx, id);
  return true;
}

async function change(
  tx: Db,
  { id, worker, state }: Pick<JobHold, "id" | "worker"> & Pick<JobRow, "state">,
  changes: Partial<JobRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("jobs")
    .set(changes)
    .where("id", "=", id)
    .where("claimed_by", "=", worker)
    .where("state", "=", state)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}
