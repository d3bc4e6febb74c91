import type { Insertable, Selectable, Updateable } from "kysely";
import { lockedRows } from "../database/locked-rows.ts";
import type { Db } from "../database/store.ts";
import { notRemovedSample } from "../sample/samples.ts";
import type { DraftState, DraftsTable } from "../database/tables.ts";

export type DraftRow = Selectable<DraftsTable>;

export async function insertDraft(tx: Db, row: Insertable<DraftsTable>): Promise<void> {
  await tx.insertInto("drafts").values(row).execute();
}

export async function draftRow(db: Db, id: string): Promise<DraftRow | undefined> {
  return db.selectFrom("drafts").selectAll().where("id", "=", id).executeTakeFirst();
}

/** A draft that nobody else can change until this transaction ends; whoever waited for it reads it as it was left. */
export async function lockDraft(tx: Db, id: string): Promise<DraftRow | undefined> {
  return lockedRows(tx, tx.selectFrom("drafts").selectAll().where("id", "=", id)).executeTakeFirst();
}

export async function updateDraft(
  tx: Db,
  id: string,
  change: Pick<
    Updateable<DraftsTable>,
    "state" | "revision" | "last_revision" | "changed_at" | "base_version"
  >,
): Promise<void> {
  await tx.updateTable("drafts").set(change).where("id", "=", id).execute();
}

export type DraftFilter = {
  readonly policyId?: string;
  readonly states?: readonly DraftState[];
  /** Only drafts whose id sorts before this one. */
  readonly before?: string;
  readonly limit: number;
};

/** Drafts, the newest first: ids begin with the moment at which they were made. Those of a removed sample are left out. */
export async function listDrafts(
  db: Db,
  { policyId, states, before, limit }: DraftFilter,
): Promise<readonly DraftRow[]> {
  let query = db
    .selectFrom("drafts")
    .selectAll()
    .where((eb) => notRemovedSample(eb.ref("drafts.policy_id")));
  if (policyId !== undefined) query = query.where("policy_id", "=", policyId);
  if (states !== undefined) query = query.where("state", "in", states);
  if (before !== undefined) query = query.where("id", "<", before);
  return query.orderBy("id", "desc").limit(limit).execute();
}
