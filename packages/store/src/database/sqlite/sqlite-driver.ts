import type { Driver, TransactionSettings } from "kysely";
import { StoreUnavailable } from "../../failures/store-unavailable.ts";
import { openingFailure } from "./sqlite-failure.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { Turns } from "./turns.ts";

type SqliteDriverOptions = {
  readonly open: () => Promise<SqliteConnection>;
  readonly mostConnections: number;
};

/**
 * Hands out connections to one SQLite file, in the order they are asked for, and opens a fresh one where one broke.
 *
 * INVARIANT: a transaction that may write begins with `begin immediate`. One that took the right to write only with its
 * first change would fail, rather than wait, wherever another process had written since it began.
 */
export class SqliteDriver implements Driver {
  readonly #open: () => Promise<SqliteConnection>;
  readonly #turns: Turns;
  readonly #idle: SqliteConnection[] = [];
  #isDestroyed = false;

  constructor({ open, mostConnections }: SqliteDriverOptions) {
    this.#open = open;
    this.#turns = new Turns(mostConnections);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    await this.#turns.take();
    try {
      if (this.#isDestroyed) throw new StoreUnavailable("closed");
      return this.#idle.pop() ?? (await this.#open());
    } catch (error) {
      this.#turns.give();
      throw error instanceof StoreUnavailable ? error : openingFailure(error);
    }
  }

  async beginTransaction(connection: SqliteConnection, { accessMode }: TransactionSettings): Promise<void> {
    await (accessMode === "read only" ? connection.command("begin") : connection.beginWriting());
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.command("commit");
  }

  /** SQLite ends a transaction by itself where the disk is full or fails. */
  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    if (connection.isInTransaction) await connection.command("rollback");
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    try {
      if (connection.isBroken || this.#isDestroyed) connection.close();
      else this.#idle.push(connection);
    } finally {
      this.#turns.give();
    }
  }

  async destroy(): Promise<void> {
    this.#isDestroyed = true;
    for (const connection of this.#idle.splice(0)) connection.close();
  }
}
