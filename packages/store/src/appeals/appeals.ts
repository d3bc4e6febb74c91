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

/** Which decisions of a chain, by its first one, a person has appealed against, whatever became of it. */
export async function appealsInChain(
  db: Db,
  { root, person }: { readonly root: string; readonly person: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("appeals as a")
    .innerJoin("decisions as d", "d.id", "a.decision_id")
    .select("a.decision_id")
    .where("d.root_id", "=", root)
    .where("a.person", "=", person)
    .execute();
  return rows.map(({ decision_id }) => decision_id);
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

export type AppealFilter = {
  /** Only those that are open, or only those that are decided. */
  readonly open?: boolean;
  readonly person?: string;
  /** Only appeals that come after this one in the list, by its id. */
  readonly after?: string;
  readonly limit: number;
};

/** Appeals, those filed last first. */
export async function listAppeals(db: Db, filter: AppealFilter): Promise<readonly AppealRow[]> {
  const { open, person, after, limit } = filter;
  let query = db.selectFrom("appeals").selectAll();
  if (open !== undefined) query = query.where("state", open ? "=" : "!=", "open");
  if (person !== undefined) query = query.where("person", "=", person);
  if (after !== undefined) {
    const last = await appealById(db, after);
    if (!last) return [];
    query = query.where((eb) =>
      eb.or([
        eb("filed_at", "<", last.filed_at),
        eb.and([eb("filed_at", "=", last.filed_at), eb("id", "<", last.id)]),
      ]),
    );
  }
  return query.orderBy("filed_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

export async function decideAppeal(
  tx: Db,
  id: string,
  change: Pick<Updateable<AppealsTable>, "state" | "decided_at" | "decided_by" | "reason" | "superseding_id">,
): Promise<void> {
  await tx.updateTable("appeals").set(change).where("id", "=", id).execute();
}
