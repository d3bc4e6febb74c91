import type { Insertable, Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { DraftCommentsTable } from "../database/tables.ts";

export type DraftCommentRow = Selectable<DraftCommentsTable>;

export async function insertDraftComment(tx: Db, row: Insertable<DraftCommentsTable>): Promise<void> {
  await tx.insertInto("draft_comments").values(row).execute();
}

/** What was said in one thread of a draft, oldest first, with the marks that settled it; nothing where there is none. */
export async function draftThread(
  db: Db,
  { draftId, thread }: { readonly draftId: string; readonly thread: string },
): Promise<readonly DraftCommentRow[]> {
  return db
    .selectFrom("draft_comments")
    .selectAll()
    .where("draft_id", "=", draftId)
    .where("thread", "=", thread)
    .orderBy("sequence")
    .execute();
}

/** How many comments a draft has; marks that settled a thread are none. */
export async function countDraftComments(db: Db, draftId: string): Promise<number> {
  const { count } = await db
    .selectFrom("draft_comments")
    .select(({ fn }) => fn.countAll<number | string>().as("count"))
    .where("draft_id", "=", draftId)
    .where("kind", "=", "comment")
    .executeTakeFirstOrThrow();
  return Number(count);
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

/** By draft: how many of its threads nobody has settled; drafts without any are left out. */
export async function openThreadsOf(
  db: Db,
  draftIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (draftIds.length === 0) return new Map();
  const found = await db
    .selectFrom("draft_comments as said")
    .select(({ fn }) => ["said.draft_id", fn.countAll<number | string>().as("count")])
    .where("said.draft_id", "in", draftIds)
    .where("said.kind", "=", "comment")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("draft_comments as later")
            .select("later.id")
            .whereRef("later.draft_id", "=", "said.draft_id")
            .whereRef("later.thread", "=", "said.thread")
            .whereRef("later.sequence", ">", "said.sequence"),
        ),
      ),
    )
    .groupBy("said.draft_id")
    .execute();
  return new Map(found.map(({ draft_id, count }) => [draft_id, Number(count)]));
}
