// Writes a SQLite file anew and empties its log; tells whether both were done.
import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import BetterSqlite3 from "better-sqlite3";

/** Who reads meanwhile keeps the log from being emptied; so long they are waited for. */
const MOST_TRIES = 50;
const PAUSE_MS = 100;
const MOST_WAITING_MS = 15_000;

const { file } = workerData as { readonly file: string };
parentPort?.postMessage(await overwrite(file));

async function overwrite(name: string): Promise<boolean> {
  try {
    const database = new BetterSqlite3(name, { fileMustExist: true, timeout: MOST_WAITING_MS });
    try {
      return await overwriteIn(database);
    } finally {
      database.close();
    }
  } catch {
    // What was erased is erased, whatever became of this.
    return false;
  }
}

async function overwriteIn(database: BetterSqlite3.Database): Promise<boolean> {
  database.pragma("synchronous = FULL");
  database.exec("vacuum");
  // From here on waiting is done below.
  database.pragma("busy_timeout = 0");
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    // Until the log is empty, pages of it may hold what was erased.
    const [told] = database.pragma("wal_checkpoint(TRUNCATE)") as { readonly busy: number }[];
    if (told?.busy === 0) return true;
    await pause(PAUSE_MS);
  }
  return false;
}
