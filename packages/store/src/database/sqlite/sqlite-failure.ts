import BetterSqlite3 from "better-sqlite3";
import { Conflict } from "../../failures/conflict.ts";
import { FOREIGN_KEY, notNullName, uniqueName } from "../../failures/constraint-names.ts";
import { StoreUnavailable, type StoreTrouble } from "../../failures/store-unavailable.ts";

const { SqliteError } = BetterSqlite3;
type SqliteError = InstanceType<typeof SqliteError>;

/** What SQLite threw, said in the words of the store; whatever is a mistake in our own queries stays as it is. */
export function sqliteFailure(error: unknown): unknown {
  if (!(error instanceof SqliteError)) return error;
  if (error.code.startsWith("SQLITE_CONSTRAINT")) {
    const constraint = constraintOf(error);
    return constraint === undefined ? error : new Conflict(constraint, error);
  }
  const trouble = troubleOf(error.code);
  return trouble === undefined ? error : new StoreUnavailable(trouble, error);
}

/** What kept a file from being opened: said by SQLite, or by the system when the file or its folder was to be made. */
export function openingFailure(error: unknown): unknown {
  if (error instanceof SqliteError) return sqliteFailure(error);
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  return new StoreUnavailable(SYSTEM_TROUBLES[code] ?? "unreachable", error);
}

const SYSTEM_TROUBLES: Readonly<Record<string, StoreTrouble>> = {
  ENOSPC: "full",
  EDQUOT: "full",
  EROFS: "read-only",
  EIO: "failing",
};

/** Whether somebody else is writing, so that waiting helps. */
export function isBusy(error: unknown): boolean {
  return error instanceof SqliteError && /^SQLITE_(?:BUSY|LOCKED)/.test(error.code);
}

const TROUBLES: Readonly<Record<string, StoreTrouble>> = {
  BUSY: "busy",
  LOCKED: "busy",
  PROTOCOL: "busy",
  FULL: "full",
  IOERR: "failing",
  NOMEM: "failing",
  CANTOPEN: "unreachable",
  PERM: "unreachable",
  AUTH: "unreachable",
  READONLY: "read-only",
  CORRUPT: "damaged",
  NOTADB: "damaged",
};

/** Extended codes go on behind the primary one: `SQLITE_IOERR_WRITE`. */
function troubleOf(code: string): StoreTrouble | undefined {
  // The disk is well, but the file is shorter than what it says of itself.
  if (code === "SQLITE_IOERR_SHORT_READ") return "damaged";
  const primary = code.split("_")[1];
  return primary === undefined ? undefined : TROUBLES[primary];
}

function constraintOf({ code, message }: SqliteError): string | undefined {
  const told = message.slice(message.indexOf(": ") + 2);
  switch (code) {
    case "SQLITE_CONSTRAINT_UNIQUE":
    case "SQLITE_CONSTRAINT_PRIMARYKEY":
    case "SQLITE_CONSTRAINT_ROWID":
      return keyName(told.split(", "));
    case "SQLITE_CONSTRAINT_NOTNULL":
      return notNullName(told.split(".")[0] ?? "", told.split(".")[1] ?? "");
    case "SQLITE_CONSTRAINT_CHECK":
      return told;
    case "SQLITE_CONSTRAINT_TRIGGER":
      return message;
    case "SQLITE_CONSTRAINT_FOREIGNKEY":
      return FOREIGN_KEY;
    default:
      return undefined;
  }
}

/** Columns come as `versions.policy_id`. */
function keyName(columns: readonly string[]): string {
  const [table = ""] = columns[0]?.split(".") ?? [];
  return uniqueName(
    table,
    columns.map((column) => column.slice(table.length + 1)),
  );
}
