import type { Insertable, Selectable, Updateable } from "kysely";
import { lockedRows } from "../database/locked-rows.ts";
import type { Db } from "../database/store.ts";
import type { AppealsTable } from "../database/tables.ts";

export type AppealRow = Selectable<AppealsTable>;

export async function insertAppeal(tx: Db, row: Insertable<AppealsTable>): Promise<void> {
  await tx.insertInto("appeals").values(row).execute();
}

export async function appealById(db: Db, id: string): Promise<AppealRow | undefined> {
  return db.selectFrom("appeals").selectAll().where("id", "=", id).executeTakeFirst();
}

/** An appeal that nobody else decides until this transaction ends; whoever waited for it reads it as it was left. */
export async function lockAppeal(tx: Db, id: string): Promise<AppealRow | undefined> {
  return lockedRows(tx, tx.selectFrom("appeals").selectAll().where("id", "=", id)).executeTakeFirst();
}

/** The appeals that are open against any decision of a chain, by its first one. */
export async function openAppeals(
  db: Db,
  root: string,
): Promise<readonly Pick<AppealRow, "id" | "person">[]> {
  return db
    .selectFrom("appeals as a")
    .innerJoin("decisions as d", "d.id", "a.decision_id")
    .select(["a.id", "a.person"])
    .where("d.root_id", "=", root)
    .where("a.state", "=", "open")
    .execute();
}

export async function appealsOf(db: Db, decisionIds: readonly string[]): Promise<readonly AppealRow[]> {
  if (decisionIds.length === 0) return [];
  return db
    .selectFrom("appeals")
    .selectAll()
    .where("decision_id", "in", decisionIds)
    .orderBy("filed_at")
    .orderBy("id")
    .execute();
}

export async function listAppeals(
  db: Db,
  filter: { readonly state?: AppealRow["state"]; readonly after?: string; readonly limit: number },
): Promise<readonly AppealRow[]> {
  let query = db.selectFrom("appeals").selectAll();
  if (filter.state !== undefined) query = query.where("state", "=", filter.state);
  if (filter.after !== undefined) query = query.where("id", ">", filter.after);
  return query.orderBy("id").limit(filter.limit).execute();
}

export async function decideAppeal(
  tx: Db,
  id: string,
  change: Pick<Updateable<AppealsTable>, "state" | "decided_at" | "decided_by" | "reason" | "superseding_id">,
): Promise<void> {
  await tx.updateTable("appeals").set(change).where("id", "=", id).execute();
}
