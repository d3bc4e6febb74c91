import { type Dialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import type { SurroundedAdapter, Surroundings } from "../surroundings.ts";
import type { SqliteDriver } from "./sqlite-driver.ts";

/** Kysely's SQLite with connections of our own: they wait for other processes, come back after trouble, and write at once. */
export function sqliteDialect(driver: SqliteDriver, now: () => number): Dialect {
  const adapter = new EvenhandSqliteAdapter({ dialect: "sqlite", now });
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => adapter,
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class EvenhandSqliteAdapter extends SqliteAdapter implements SurroundedAdapter {
  readonly surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    super();
    this.surroundings = surroundings;
  }

  /** The driver itself knows who may have how many. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** Kysely leaves this out for SQLite's sake of old; tables are made in a transaction, all of them or none. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
