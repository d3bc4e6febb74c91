import type { Insertable, Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { DraftCommentsTable } from "../database/tables.ts";

export type DraftCommentRow = Selectable<DraftCommentsTable>;

export async function insertDraftComment(tx: Db, row: Insertable<DraftCommentsTable>): Promise<void> {
  await tx.insertInto("draft_comments").values(row).execute();
}

/** Everything said of a draft, oldest first, with the marks that settled a thread. */
export async function draftCommentsOf(db: Db, draftId: string): Promise<readonly DraftCommentRow[]> {
  return db
    .selectFrom("draft_comments")
    .selectAll()
    .where("draft_id", "=", draftId)
    .orderBy("sequence")
    .execute();
}
