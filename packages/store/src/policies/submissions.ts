import type { Insertable, Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { SubmissionsTable } from "../database/tables.ts";

export type SubmissionRow = Selectable<SubmissionsTable>;

export async function insertSubmission(tx: Db, row: Insertable<SubmissionsTable>): Promise<void> {
  await tx.insertInto("submissions").values(row).execute();
}

/** Every submission of a draft, in the order in which they came. */
export async function submissionsOf(db: Db, draftId: string): Promise<readonly SubmissionRow[]> {
  return db
    .selectFrom("submissions")
    .selectAll()
    .where("draft_id", "=", draftId)
    .orderBy("sequence")
    .execute();
}
