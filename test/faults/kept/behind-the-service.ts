import BetterSqlite3, { type Database } from "better-sqlite3";

/**
 * Changes a SQLite file past everything that guards it: triggers, checks, keys between tables and unique indexes. The
 * triggers are put back.
 */
export function behindTheService(file: string, change: (database: Database) => void): void {
  const database = new BetterSqlite3(file);
  try {
    database.pragma("foreign_keys = OFF");
    database.pragma("ignore_check_constraints = ON");
    const guards = database
      .prepare(
        "select type, name, sql from sqlite_master where type = 'trigger' or sql like 'create unique%'",
      )
      .all() as readonly { readonly type: string; readonly name: string; readonly sql: string }[];
    for (const { type, name } of guards) database.exec(`drop ${type} ${name}`);
    change(database);
    for (const { type, sql } of guards) if (type === "trigger") database.exec(sql);
  } finally {
    database.close();
  }
}
