import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite3, { type Database } from "better-sqlite3";
import { Patience } from "./patience.ts";
import { SqliteConnection } from "./sqlite-connection.ts";

/** What `pragma synchronous` answers. */
const FULL = 2;

/**
 * The connection that writes. The file is made where there is none, readable by its owner only, and its folder with it.
 *
 * INVARIANT: what was committed has reached the disk. Without the setting this build of SQLite falls back to `NORMAL` with
 * the first change, though it answers `FULL` until then; so something is written before it is asked.
 */
export async function openWriter(file: string): Promise<SqliteConnection> {
  makeFile(file);
  return open(file, {}, (database) => {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    // Without this, `insert or replace` would delete rows past the triggers that refuse deleting.
    database.pragma("recursive_triggers = ON");
    database.pragma(`user_version = ${Number(database.pragma("user_version", { simple: true }))}`);
    if (database.pragma("synchronous", { simple: true }) !== FULL)
      throw new Error("SQLite does not keep `synchronous = FULL`, so a commit could be lost with the power");
  });
}

/** Readers wait for nobody who writes, only for a process that puts a file in order which another left behind. */
const MOST_WAITING_TO_READ_MS = 1_000;

/** A connection that cannot write. */
export async function openReader(file: string): Promise<SqliteConnection> {
  return open(file, { readonly: true, fileMustExist: true, timeout: MOST_WAITING_TO_READ_MS }, (database) => {
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
  });
}

async function open(
  file: string,
  options: BetterSqlite3.Options,
  prepare: (database: Database) => void,
): Promise<SqliteConnection> {
  return new Patience().whileBusy(() => {
    // 0: waiting is done by `Patience`, which holds up nobody.
    const database = new BetterSqlite3(file, { timeout: 0, ...options });
    try {
      prepare(database);
      return new SqliteConnection(database);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** SQLite gives the files it keeps beside this one the same permissions. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY_FOLDER });
  closeSync(openSync(file, "a", OWNER_ONLY));
}
