import type { Insertable, Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { ReviewsTable } from "../database/tables.ts";

export type ReviewRow = Selectable<ReviewsTable>;

export async function insertReview(tx: Db, row: Insertable<ReviewsTable>): Promise<void> {
  await tx.insertInto("reviews").values(row).execute();
}

/** Every review of a draft, of whichever submission, oldest first. */
export async function reviewsOf(db: Db, draftId: string): Promise<readonly ReviewRow[]> {
  return db.selectFrom("reviews").selectAll().where("draft_id", "=", draftId).orderBy("id").execute();
}
