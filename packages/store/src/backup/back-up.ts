import { closeSync, linkSync, openSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { sqliteFailure } from "../database/sqlite/sqlite-failure.ts";
import { flush } from "./flush.ts";

/** Something is there already under the name of a backup; it was not touched. */
export class AlreadyThere extends Error {}

const OWNER_ONLY = 0o600;
/** A service that starts puts its file in order first. */
const MOST_WAITING_MS = 15_000;

/**
 * Copies a SQLite database while it is in use, as it stands at this moment, into a new file that only its owner can read.
 * Nobody waits for it, neither those who read nor those who write. When it returns the copy has reached the disk; under
 * its name there is never a part of one. Of what was deleted or erased before nothing is in it.
 *
 * @throws AlreadyThere; StoreUnavailable, as where the disk is full; what the system says of the new file or its folder
 */
export function backUp({ from, to }: { readonly from: string; readonly to: string }): {
  readonly bytes: number;
} {
  const file = resolve(to);
  const draft = `${file}.part`;
  if (statSync(file, { throwIfNoEntry: false })) throw new AlreadyThere(to);
  try {
    // SQLite writes into a file that is there and empty, and leaves its permissions as they are.
    rmSync(draft, { force: true });
    closeSync(openSync(draft, "wx", OWNER_ONLY));
    copy(resolve(from), draft);
    flush(draft);
    // INVARIANT: the copy is there whole or not at all, and takes nobody's place.
    linkSync(draft, file);
    rmSync(draft);
    flush(dirname(file));
    return { bytes: statSync(file).size };
  } catch (error) {
    rmSync(draft, { force: true });
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw new AlreadyThere(to, { cause: error });
    throw sqliteFailure(error);
  }
}

/** Written anew rather than copied page by page: pages hold what was deleted, and those of a busy file never stand still. */
function copy(from: string, to: string): void {
  const database = new BetterSqlite3(from, { readonly: true, fileMustExist: true, timeout: MOST_WAITING_MS });
  try {
    database.prepare("vacuum into ?").run(to);
  } finally {
    database.close();
  }
}
