import type { Db } from "../database/store.ts";
import type { JobHold } from "../jobs/working.ts";

/**
 * Gives a sign of life of a job with what has come of it so far, which is JSON; `false` where it is no longer this
 * worker's to do.
 */
export async function reportSoFar(
  tx: Db,
  { id, worker, at }: JobHold,
  { done, total, result }: { readonly done: number; readonly total: number; readonly result: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("jobs")
    .set({ done, total, result, claimed_at: at })
    .where("id", "=", id)
    .where("claimed_by", "=", worker)
    .where("state", "=", "running")
    .executeTakeFirst();
  return numUpdatedRows > 0;
}
