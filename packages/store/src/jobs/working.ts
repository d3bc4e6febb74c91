import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";
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

/** Takes the job that waits longest; undefined where there is none. Two workers are never given the same one. */
export async function claimJob(
  tx: Db,
  { kinds, worker, at, silentSince }: JobClaim,
): Promise<JobRow | undefined> {
  if (kinds.length === 0) return undefined;
  const waiting = tx
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
  const isShared = surroundingsOf(tx).dialect === "postgres";
  const found = await (isShared ? waiting.forUpdate().skipLocked() : waiting).executeTakeFirst();
  if (!found) return undefined;
  return tx
    .updateTable("jobs")
    .set({ state: "running", claimed_by: worker, claimed_at: at })
    .where("id", "=", found.id)
    .returningAll()
    .executeTakeFirst();
}

/** A worker's hold on a job. */
export type JobHold = { readonly id: string; readonly worker: string; readonly at: number };

/**
 * Gives a sign of life and says how far the job is, with what has come of it so far, which is JSON. `false` where it is
 * no longer this worker's to do, since it was called off or taken over: the worker stops.
 */
export async function reportJob(
  tx: Db,
  { id, worker, at }: JobHold,
  progress: { readonly done: number; readonly total: number; readonly result: string },
): Promise<boolean> {
  return change(tx, { id, worker }, { ...progress, claimed_at: at });
}

/** Ends a job with its result, which is JSON; `false` where it is no longer this worker's to do. */
export async function finishJob(
  tx: Db,
  { id, worker, at }: JobHold,
  { state, result }: { readonly state: "done" | "failed"; readonly result: string | null },
): Promise<boolean> {
  return change(tx, { id, worker }, { state, result, claimed_at: at });
}

async function change(
  tx: Db,
  { id, worker }: Pick<JobHold, "id" | "worker">,
  changes: Partial<JobRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("jobs")
    .set(changes)
    .where("id", "=", id)
    .where("claimed_by", "=", worker)
    .where("state", "=", "running")
    .executeTakeFirst();
  return numUpdatedRows > 0;
}
