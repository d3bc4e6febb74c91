import { sql } from "kysely";
import type { Db } from "../database/store.ts";

const KEY = "revision";

/** How often the rules in use have changed: whoever holds rules of an older revision reads them again. */
export async function rulesRevision(db: Db): Promise<number> {
  const row = await db.selectFrom("meta").select("value").where("key", "=", KEY).executeTakeFirst();
  return Number(row?.value ?? 0);
}

/**
 * Counts one change of the rules, and gives the new count. INVARIANT: whoever publishes does this first, so that the row
 * keeps every other publication waiting until this one is kept or given up, and each sees what the ones before it made.
 */
export async function raiseRulesRevision(tx: Db): Promise<number> {
  const { value } = await tx
    .insertInto("meta")
    .values({ key: KEY, value: "1" })
    .onConflict((conflict) =>
      conflict
        .column("key")
        .doUpdateSet({ value: sql<string>`cast(cast(meta.value as bigint) + 1 as text)` }),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return Number(value);
}
