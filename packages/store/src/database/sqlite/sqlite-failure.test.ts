import BetterSqlite3 from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openingFailure, sqliteFailure } from "./sqlite-failure.ts";

const told = (code: string, message = "told by SQLite") => new BetterSqlite3.SqliteError(message, code);

describe("what SQLite tells", () => {
  it.each([
    { code: "SQLITE_FULL", trouble: "full" },
    { code: "SQLITE_IOERR_WRITE", trouble: "failing" },
    { code: "SQLITE_IOERR_FSYNC", trouble: "failing" },
    { code: "SQLITE_CANTOPEN", trouble: "unreachable" },
    { code: "SQLITE_BUSY", trouble: "busy" },
    { code: "SQLITE_BUSY_SNAPSHOT", trouble: "busy" },
    { code: "SQLITE_READONLY", trouble: "read-only" },
    { code: "SQLITE_CORRUPT_INDEX", trouble: "damaged" },
    { code: "SQLITE_NOTADB", trouble: "damaged" },
  ])("by $code makes the store unavailable: $trouble", ({ code, trouble }) => {
    const cause = told(code);
    expect(sqliteFailure(cause)).toMatchObject({ name: "StoreUnavailable", trouble, cause });
  });

  it.each([
    {
      code: "SQLITE_CONSTRAINT_UNIQUE",
      message: "UNIQUE constraint failed: versions.policy_id, versions.version",
      constraint: "versions_policy_id_version_unique",
    },
    {
      code: "SQLITE_CONSTRAINT_PRIMARYKEY",
      message: "UNIQUE constraint failed: meta.key",
      constraint: "meta_key_unique",
    },
    {
      code: "SQLITE_CONSTRAINT_NOTNULL",
      message: "NOT NULL constraint failed: settings.value",
      constraint: "settings_value_not_null",
    },
    {
      code: "SQLITE_CONSTRAINT_CHECK",
      message: "CHECK constraint failed: ledger_months_cap",
      constraint: "ledger_months_cap",
    },
    {
      code: "SQLITE_CONSTRAINT_TRIGGER",
      message: "decisions_append_only",
      constraint: "decisions_append_only",
    },
    {
      code: "SQLITE_CONSTRAINT_FOREIGNKEY",
      message: "FOREIGN KEY constraint failed",
      constraint: "foreign_key",
    },
  ])("by $code is a conflict: $constraint", ({ code, message, constraint }) => {
    expect(sqliteFailure(told(code, message))).toMatchObject({ name: "Conflict", constraint });
  });

  it("of a mistake of ours stays as it is", () => {
    const mistake = told("SQLITE_ERROR", "no such table: nowhere");
    expect(sqliteFailure(mistake)).toBe(mistake);
    const other = new TypeError("not SQLite's");
    expect(sqliteFailure(other)).toBe(other);
  });
});

describe("what the system tells while a file is opened", () => {
  it.each([
    { code: "ENOSPC", trouble: "full" },
    { code: "EROFS", trouble: "read-only" },
    { code: "EACCES", trouble: "unreachable" },
    { code: "ENOTDIR", trouble: "unreachable" },
  ])("by $code makes the store unavailable: $trouble", ({ code, trouble }) => {
    const cause = Object.assign(new Error(code), { code });
    expect(openingFailure(cause)).toMatchObject({ name: "StoreUnavailable", trouble, cause });
  });
});
