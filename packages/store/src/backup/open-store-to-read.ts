import { resolve } from "node:path";
import { Kysely } from "kysely";
import { requireMigrated } from "../database/migrate.ts";
import { MOST_READERS, openPostgres, storeOver } from "../database/open-store.ts";
import { persistently } from "../database/persistently.ts";
import { openReader } from "../database/sqlite/open-connection.ts";
import { sqliteDialect } from "../database/sqlite/sqlite-dialect.ts";
import { SqliteDriver } from "../database/sqlite/sqlite-driver.ts";
import type { Store, StorePlace } from "../database/store.ts";
import type { Tables } from "../database/tables.ts";
import { StoreUnavailable } from "../failures/store-unavailable.ts";

/**
 * Opens a database that is there, for reading only: nothing is made, brought up to date or written, whatever is asked of
 * it. Beside a SQLite file that a service uses, or that was copied while one did, SQLite puts its own files for sharing.
 *
 * @example
 * const store = await openStoreToRead({ file: "backups/2026-07-10.db" });
 * await store.write(work) // throws StoreUnavailable: the database does not let itself be written to
 * @throws StoreUnavailable; StoreTooNew, StoreTooOld where the tables are not those of this program
 */
export async function openStoreToRead(
  where: StorePlace,
  { now = () => Date.now() }: { readonly now?: () => number } = {},
): Promise<Store> {
  const databases = "url" in where ? openPostgres(where.url, now) : openSqlite(resolve(where.file), now);
  try {
    await persistently(() => requireMigrated(databases.reader));
  } catch (error) {
    await databases.close();
    throw error;
  }
  return { ...storeOver(databases), write: () => Promise.reject(new StoreUnavailable("read-only")) };
}

/** INVARIANT: there is no connection that can write. */
function openSqlite(file: string, now: () => number): Parameters<typeof storeOver>[0] {
  const driver = new SqliteDriver({ open: () => openReader(file), mostConnections: MOST_READERS });
  const reader = new Kysely<Tables>({ dialect: sqliteDialect(driver, now) });
  return { dialect: "sqlite", writer: reader, reader, close: () => reader.destroy() };
}
