import { sql } from "kysely";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";

/** Any number that nobody else uses on the same database. */
const USERS_LOCK = 4_711_002;

/**
 * Lets one transaction at a time decide about accounts, so that what it saw of them still holds when it is kept. On
 * SQLite only one writes anyway.
 */
export async function lockUsers(tx: Db): Promise<void> {
  if (surroundingsOf(tx).dialect === "postgres")
    await sql`select pg_advisory_xact_lock(${USERS_LOCK})`.execute(tx);
}
