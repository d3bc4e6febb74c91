import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** What the functions of this package are called with: the database for reading, or a transaction (which is one as well). */
export type Db = Kysely<Tables>;

/** Where a database is: a file of SQLite, or a PostgreSQL server. */
export type StorePlace = { readonly file: string } | { readonly url: string };

/** The database behind the service. Nothing else reaches it, and `work` reaches nothing but what it is given. */
export type Store = {
  readonly dialect: "sqlite" | "postgres";
  /**
   * Runs `work` on one consistent state of the database, which it cannot change.
   *
   * @throws StoreUnavailable where the database cannot be reached; whatever `work` throws
   */
  readonly read: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;
  /**
   * Runs `work` in one transaction: all of it is kept once the promise is fulfilled, and nothing where it is rejected.
   * Where two transactions wait for each other, `work` runs again from its beginning.
   *
   * @throws Conflict naming the constraint that refused it; StoreUnavailable; whatever `work` throws
   */
  readonly write: <Result>(work: (tx: Db) => Promise<Result>) => Promise<Result>;
  /** For the library that keeps accounts and sessions, whose tables are its own. */
  readonly auth: { readonly db: Kysely<unknown>; readonly type: "sqlite" | "postgres" };
  /** Waits for what is running, then lets the database go. */
  readonly close: () => Promise<void>;
};
