import { sql } from "kysely";
import { LOCK_NUMBERS } from "../database/lock-numbers.ts";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";

/**
 * Lets one transaction at a time decide about accounts, so that what it saw of them still holds when it is kept. On
 * SQLite only one writes anyway.
 */
export async function lockUsers(tx: Db): Promise<void> {
  if (surroundingsOf(tx).dialect === "postgres")
    await sql`select pg_advisory_xact_lock(${LOCK_NUMBERS.users})`.execute(tx);
}
