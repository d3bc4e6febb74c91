import type { Insertable, Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { ImportsTable } from "../database/tables.ts";
import { notRemovedSample } from "../sample/samples.ts";

export type ImportRow = Selectable<ImportsTable>;

export async function insertImport(tx: Db, row: Insertable<ImportsTable>): Promise<void> {
  await tx.insertInto("imports").values(row).execute();
}

export async function importById(db: Db, id: string): Promise<ImportRow | undefined> {
  return db.selectFrom("imports").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The newest first, those of a removed sample left out; only those before the id `before`, in the order of ids, which is that of coming in. */
export async function listImports(
  db: Db,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<readonly ImportRow[]> {
  let query = db
    .selectFrom("imports")
    .selectAll()
    .where((eb) => notRemovedSample(eb.ref("imports.policy_id")))
    .orderBy("id", "desc")
    .limit(limit);
  if (before !== undefined) query = query.where("id", "<", before);
  return query.execute();
}

export type ImportProgress = Pick<ImportRow, "rows_done" | "rows_taken" | "report" | "alive_at"> & {
  /** Only where it has ended. */
  readonly state?: "done" | "failed";
};

/**
 * Says how far an import is, which is a sign of life as well. `false` where it runs no more: it was given up meanwhile, and
 * whoever reads it must stop.
 */
export async function reportImport(tx: Db, id: string, progress: ImportProgress): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("imports")
    .set(progress)
    .where("id", "=", id)
    .where("state", "=", "running")
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

/** Whether any import runs without a sign of life since then. */
export async function hasSilentImports(
  db: Db,
  { silentSince }: { readonly silentSince: number },
): Promise<boolean> {
  const found = await db
    .selectFrom("imports")
    .select("id")
    .where("state", "=", "running")
    .where("alive_at", "<", silentSince)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Gives up the imports that run without a sign of life since then, and tells their ids. */
export async function giveUpImports(
  tx: Db,
  { silentSince }: { readonly silentSince: number },
): Promise<readonly string[]> {
  const found = await tx
    .updateTable("imports")
    .set({ state: "failed" })
    .where("state", "=", "running")
    .where("alive_at", "<", silentSince)
    .returning("id")
    .execute();
  return found.map(({ id }) => id).toSorted();
}
