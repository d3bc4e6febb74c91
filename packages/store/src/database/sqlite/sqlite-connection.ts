import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database, Statement } from "better-sqlite3";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import { StoreUnavailable } from "../../failures/store-unavailable.ts";
import { exactInteger } from "../exact-integer.ts";
import { Patience } from "./patience.ts";
import { sqliteFailure } from "./sqlite-failure.ts";

/** More different queries than these are hardly in use at a time; lists of different lengths make many. */
const MOST_PREPARED = 300;

/** SQLite answers at once, so that a long transaction would keep this process from everything else until it ends. */
const LONGEST_TURN_MS = 10;

/** One connection to a SQLite file, with the statements that were prepared on it. */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: Database;
  readonly #patience = new Patience();
  readonly #prepared = new Map<string, Statement>();
  #isBroken = false;
  #turnBegan = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** After some errors a connection is no longer to be relied on, and a fresh one finds out whether the trouble is over. */
  get isBroken(): boolean {
    return this.#isBroken || !this.#database.open;
  }

  get isInTransaction(): boolean {
    return this.#database.inTransaction;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    // Within a transaction nobody else writes, so that only what stands alone has to wait.
    if (!this.#database.inTransaction)
      return this.#guard(() => this.#patience.whileBusy(() => this.#execute<Row>(query)));
    if (performance.now() - this.#turnBegan > LONGEST_TURN_MS) {
      await nextTurn();
      this.#turnBegan = performance.now();
    }
    return this.#guard(async () => this.#execute<Row>(query));
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("an open cursor would keep its connection busy: read in pages");
  }

  /** Begins a transaction that may write, once every other process has ended its own. */
  async beginWriting(): Promise<void> {
    await this.#patience.giveWay();
    await this.command("begin immediate");
  }

  /** Runs a command that gives nothing, such as `commit`; waits for other processes where it has to. */
  async command(text: string): Promise<void> {
    await this.#guard(() => this.#patience.whileBusy(() => this.#database.exec(text)));
    this.#turnBegan = performance.now();
  }

  pragma(name: string): unknown {
    return this.#database.pragma(name, { simple: true });
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #execute<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const statement = this.#prepare(sql);
    if (statement.reader) return { rows: exactRows(statement.all(parameters)) as Row[] };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepare(sql: string): Statement {
    const known = this.#prepared.get(sql);
    const statement = known ?? this.#database.prepare(sql);
    // What was used last stands last, so that what stands first may go.
    this.#prepared.delete(sql);
    this.#prepared.set(sql, statement);
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size > MOST_PREPARED && oldest !== undefined) this.#prepared.delete(oldest);
    return statement;
  }

  async #guard<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const failure = sqliteFailure(error);
      if (failure instanceof StoreUnavailable) this.#isBroken ||= !PASSES_BY_ITSELF.has(failure.trouble);
      throw failure;
    }
  }
}

const PASSES_BY_ITSELF: ReadonlySet<string> = new Set(["busy", "full"]);

/** SQLite's driver rounds what a number cannot hold without a word. */
function exactRows(rows: unknown[]): unknown[] {
  for (const row of rows)
    for (const value of Object.values(row as Record<string, unknown>))
      if (typeof value === "number") exactInteger(value);
  return rows;
}
