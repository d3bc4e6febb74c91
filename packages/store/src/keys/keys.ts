import type { Insertable, Selectable, Updateable } from "kysely";
import type { Db } from "../database/store.ts";
import type { ApiKeysTable } from "../database/tables.ts";

export type KeyRow = Selectable<ApiKeysTable>;

export async function insertKey(tx: Db, row: Insertable<ApiKeysTable>): Promise<void> {
  await tx.insertInto("api_keys").values(row).execute();
}

export async function keyById(db: Db, id: string): Promise<KeyRow | undefined> {
  return db.selectFrom("api_keys").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The key whose whole text has this SHA-256. */
export async function keyByHash(db: Db, hash: string): Promise<KeyRow | undefined> {
  return db.selectFrom("api_keys").selectAll().where("hash", "=", hash).executeTakeFirst();
}

/** Every key, also those that are no longer valid, oldest first. */
export async function listKeys(db: Db): Promise<readonly KeyRow[]> {
  return db.selectFrom("api_keys").selectAll().orderBy("created_at").orderBy("id").execute();
}

export async function changeKey(
  tx: Db,
  id: string,
  change: Pick<Updateable<ApiKeysTable>, "expires_at" | "revoked_at" | "rotated_to">,
): Promise<void> {
  await tx.updateTable("api_keys").set(change).where("id", "=", id).execute();
}

/** Notes when a key was last used; a moment before the one that is known changes nothing. */
export async function touchKey(tx: Db, id: string, at: number): Promise<void> {
  await tx
    .updateTable("api_keys")
    .set({ last_used_at: at })
    .where("id", "=", id)
    .where((where) => where.or([where("last_used_at", "is", null), where("last_used_at", "<", at)]))
    .execute();
}
