import { sql } from "kysely";
import type { Db } from "../database/store.ts";
import type { MetaTable } from "../database/tables.ts";

/** A fact about this database. */
export async function metaValue(db: Db, key: string): Promise<string | undefined> {
  const row = await db.selectFrom("meta").select("value").where("key", "=", key).executeTakeFirst();
  return row?.value;
}

export async function putMeta(tx: Db, row: MetaTable): Promise<void> {
  await tx
    .insertInto("meta")
    .values(row)
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: row.value }))
    .execute();
}

/** Counts one up, and gives the new count. The row keeps everybody else who counts waiting until the transaction ends. */
export async function raiseMeta(tx: Db, key: string): Promise<number> {
  const { value } = await tx
    .insertInto("meta")
    .values({ key, value: "1" })
    .onConflict((conflict) =>
      conflict
        .column("key")
        .doUpdateSet({ value: sql<string>`cast(cast(meta.value as bigint) + 1 as text)` }),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return Number(value);
}

/**
 * Sets a fact unless it is set, and gives the one that stands. Of several processes that start at once, all are given
 * the fact of the first.
 */
export async function putMetaOnce(tx: Db, row: MetaTable): Promise<string> {
  await tx
    .insertInto("meta")
    .values(row)
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  return (await metaValue(tx, row.key)) ?? row.value;
}
