import type { Db } from "../database/store.ts";

/** From where a job goes on where its worker is gone; JSON. To be kept together with a report. */
export async function putCheckpoint(tx: Db, id: string, checkpoint: string): Promise<void> {
  await tx
    .insertInto("job_checkpoints")
    .values({ job_id: id, checkpoint })
    .onConflict((conflict) => conflict.column("job_id").doUpdateSet({ checkpoint }))
    .execute();
}

export async function checkpointOf(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("job_checkpoints")
    .select("checkpoint")
    .where("job_id", "=", id)
    .executeTakeFirst();
  return row?.checkpoint;
}

export async function deleteCheckpoint(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom("job_checkpoints").where("job_id", "=", id).execute();
}
