import type { Insertable, Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { DraftRevisionsTable } from "../database/tables.ts";

export type DraftRevisionRow = Selectable<DraftRevisionsTable>;

/** A revision without its document, which may be large. */
export type DraftRevisionListing = Omit<DraftRevisionRow, "document">;

const LISTED = ["draft_id", "revision", "parent", "label", "editor", "editor_person", "at"] as const;

export async function insertDraftRevision(tx: Db, row: Insertable<DraftRevisionsTable>): Promise<void> {
  await tx.insertInto("draft_revisions").values(row).execute();
}

export async function draftRevision(
  db: Db,
  { draftId, revision }: { readonly draftId: string; readonly revision: number },
): Promise<DraftRevisionRow | undefined> {
  return db
    .selectFrom("draft_revisions")
    .selectAll()
    .where("draft_id", "=", draftId)
    .where("revision", "=", revision)
    .executeTakeFirst();
}

/** Every revision of a draft, oldest first. */
export async function draftRevisions(db: Db, draftId: string): Promise<readonly DraftRevisionListing[]> {
  return db
    .selectFrom("draft_revisions")
    .select(LISTED)
    .where("draft_id", "=", draftId)
    .orderBy("revision")
    .execute();
}

/** What redoing leads to: the newest revision that was made of this one. */
export async function newestAfter(
  db: Db,
  { draftId, revision }: { readonly draftId: string; readonly revision: number },
): Promise<DraftRevisionListing | undefined> {
  return db
    .selectFrom("draft_revisions")
    .select(LISTED)
    .where("draft_id", "=", draftId)
    .where("parent", "=", revision)
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** An account that edited a draft, and the staff number of the person behind it. */
export type DraftEditor = { readonly editor: string; readonly person: string };

/** Everybody who ever edited a draft, what was undone included. */
export async function draftEditors(db: Db, draftId: string): Promise<readonly DraftEditor[]> {
  return db
    .selectFrom("draft_revisions")
    .select(["editor", "editor_person as person"])
    .distinct()
    .where("draft_id", "=", draftId)
    .orderBy("editor")
    .orderBy("editor_person")
    .execute();
}
