import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { sql } from "kysely";
import type { Db, Store } from "../database/store.ts";
import { metaValue, putMeta } from "../settings/meta.ts";

const WANTED = "erased-to-overwrite";

/** Notes, in the transaction that erases, that what was erased is to be overwritten, so that it is not forgotten. */
export async function wantOverwriting(tx: Db): Promise<void> {
  await putMeta(tx, { key: WANTED, value: "yes" });
}

/**
 * Overwrites what was erased wherever it may still stand in a SQLite file or in the log beside it, by writing the whole
 * file anew; `false` where somebody reads for too long, or the database is not SQLite. Does nothing where nothing was
 * erased since the last time. Others wait with their writing meanwhile: about a second for every 100 MB.
 *
 * Setting `secure_delete` would not do: copies that SQLite leaves behind when it splits a page are not overwritten by it,
 * which of two thousand erased rows leaves one.
 */
export async function overwriteErased(store: Store): Promise<boolean> {
  if (store.dialect !== "sqlite") return false;
  const { file, isWanted } = await store.read(async (db) => {
    const { rows } = await sql<{
      file: string;
    }>`select file from pragma_database_list where name = 'main'`.execute(db);
    return { file: rows[0]?.file ?? "", isWanted: (await metaValue(db, WANTED)) === "yes" };
  });
  if (!isWanted) return true;
  if (!(await writeAnew(file))) return false;
  await store.write((tx) => putMeta(tx, { key: WANTED, value: "no" }));
  return true;
}

/** In a thread of its own, since SQLite holds up whoever calls it until the last page is written. */
async function writeAnew(file: string): Promise<boolean> {
  const worker = new Worker(new URL("overwrite-worker.ts", import.meta.url), { workerData: { file } });
  const [done] = (await once(worker, "message")) as [boolean];
  return done;
}
