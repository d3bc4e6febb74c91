import { resolve } from "node:path";
import { Kysely } from "kysely";
import { StoreUnavailable } from "../failures/store-unavailable.ts";
import { migrate } from "./migrate.ts";
import { alone } from "./one-at-a-time.ts";
import { persistently } from "./persistently.ts";
import { postgresDialect } from "./postgres/postgres-dialect.ts";
import { openReader, openWriter } from "./sqlite/open-connection.ts";
import { sqliteDialect } from "./sqlite/sqlite-dialect.ts";
import { SqliteDriver } from "./sqlite/sqlite-driver.ts";
import type { Db, Store, StorePlace } from "./store.ts";
import type { Tables } from "./tables.ts";

type StoreOptions = {
  /** The clock, epoch milliseconds. */
  readonly now?: () => number;
};

/**
 * Opens the database, makes it where it is a file that is not there, and brings its tables up to date.
 *
 * @example
 * const store = await openStore({ file: "data/evenhand.db" });
 * await store.write((tx) => putMeta(tx, { key: "revision", value: "1" }));
 * @throws StoreTooNew where a newer program made the database; StoreUnavailable where it cannot be reached
 */
export async function openStore(
  where: StorePlace,
  { now = () => Date.now() }: StoreOptions = {},
): Promise<Store> {
  const databases = "url" in where ? openPostgres(where.url, now) : openSqlite(resolve(where.file), now);
  try {
    await persistently(() => migrate(databases.writer));
  } catch (error) {
    await databases.close();
    throw error;
  }
  return storeOver(databases);
}

/** Where one writes and where one reads, which is the same on PostgreSQL. */
export type Databases = {
  readonly dialect: "sqlite" | "postgres";
  readonly writer: Kysely<Tables>;
  readonly reader: Kysely<Tables>;
  readonly close: () => Promise<void>;
};

export function openPostgres(url: string, now: () => number): Databases {
  const pool = new Kysely<Tables>({ dialect: postgresDialect(url, now) });
  return { dialect: "postgres", writer: pool, reader: pool, close: () => pool.destroy() };
}

/** A long reading keeps its connection, so that there are some. */
export const MOST_READERS = 8;

function openSqlite(file: string, now: () => number): Databases {
  const open = (connect: typeof openWriter, mostConnections: number) =>
    new Kysely<Tables>({
      dialect: sqliteDialect(new SqliteDriver({ open: () => connect(file), mostConnections }), now),
    });
  const writer = open(openWriter, 1);
  const reader = open(openReader, MOST_READERS);
  const close = async () => {
    // The last connection to go tidies the file up, which only one that writes can do.
    await reader.destroy();
    await writer.destroy();
  };
  return { dialect: "sqlite", writer, reader, close };
}

/** A store over databases that are open. */
export function storeOver({ dialect, writer, reader, close }: Databases): Store {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;
  const during = async <Result>(kind: "read" | "write", work: () => Promise<Result>): Promise<Result> => {
    if (closing) throw new StoreUnavailable("closed");
    const run = alone(kind, work);
    running.add(run);
    try {
      return await run;
    } finally {
      running.delete(run);
    }
  };
  return {
    dialect,
    read: (work) => during("read", () => readFrom(reader, work)),
    write: (work) => during("write", () => persistently(() => writer.transaction().execute(work))),
    auth: { db: writer as unknown as Kysely<unknown>, type: dialect },
    close: () => (closing ??= Promise.allSettled(running).then(close)),
  };
}

async function readFrom<Result>(db: Kysely<Tables>, work: (db: Db) => Promise<Result>): Promise<Result> {
  const snapshot = db.transaction().setAccessMode("read only").setIsolationLevel("repeatable read");
  return persistently(() => snapshot.execute(work)).catch((error: unknown) => {
    const wrote = error instanceof StoreUnavailable && error.trouble === "read-only";
    throw wrote ? new Error("`read` of the store was used to write", { cause: error }) : error;
  });
}
