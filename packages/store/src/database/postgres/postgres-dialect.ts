import { type Dialect, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import pg from "pg";
import type { SurroundedAdapter, Surroundings } from "../surroundings.ts";
import { TranslatingPostgresDriver } from "./postgres-driver.ts";
import { valueParsers } from "./value-parsers.ts";

/** Several processes share one server, which allows 100 connections unless it is told otherwise. */
const MOST_CONNECTIONS = 10;
const MOST_CONNECTING_MS = 15_000;
const MOST_WAITING_FOR_LOCK_MS = 30_000;
/** A process that hangs must not keep a person's row locked. */
const MOST_IDLE_IN_TRANSACTION_MS = 60_000;

/** Kysely's PostgreSQL over a pool whose every connection commits to the disk. */
export function postgresDialect(url: string, now: () => number): Dialect {
  const pool = openPool(url);
  const adapter = new EvenhandPostgresAdapter({ dialect: "postgres", now });
  return {
    createDriver: () => new TranslatingPostgresDriver({ pool }),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => adapter,
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "evenhand",
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: MOST_CONNECTING_MS,
    lock_timeout: MOST_WAITING_FOR_LOCK_MS,
    idle_in_transaction_session_timeout: MOST_IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    types: valueParsers,
    verify: commitToDisk,
  });
  // An idle connection that is lost is replaced with the next query; unheard, the event would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/**
 * INVARIANT: what was committed has reached the disk, whatever the server is set to. Stricter settings, which wait for
 * other servers too, stay.
 */
function commitToDisk(client: pg.PoolClient, done: (error?: Error) => void): void {
  client.query(
    "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
    done,
  );
}

class EvenhandPostgresAdapter extends PostgresAdapter implements SurroundedAdapter {
  readonly surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    super();
    this.surroundings = surroundings;
  }

  /** Migrations hold a lock of their own, which goes with their transaction. */
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
