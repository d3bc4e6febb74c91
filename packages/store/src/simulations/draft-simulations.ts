import type { Insertable, Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { DraftSimulationsTable } from "../database/tables.ts";

export type DraftSimulationRow = Selectable<DraftSimulationsTable>;

/** Keeps that there was a full simulation of a draft; once for a job, however often that is said. */
export async function insertDraftSimulation(
  tx: Db,
  row: Insertable<DraftSimulationsTable>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("draft_simulations")
    .values(row)
    .onConflict((conflict) => conflict.column("job_id").doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The newest full simulation of exactly this content of a draft. */
export async function draftSimulationOf(
  db: Db,
  { draftId, contentHash }: { readonly draftId: string; readonly contentHash: string },
): Promise<DraftSimulationRow | undefined> {
  return db
    .selectFrom("draft_simulations")
    .selectAll()
    .where("draft_id", "=", draftId)
    .where("content_hash", "=", contentHash)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
}
