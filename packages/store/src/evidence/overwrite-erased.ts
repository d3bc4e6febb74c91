import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { sql } from "kysely";
import type { Db, Store } from "../database/store.ts";
import { StoreUnavailable } from "../failures/store-unavailable.ts";
import { metaValue, putMeta, raiseMeta } from "../settings/meta.ts";

/** How many erasures there were, and how many of them the file was last written anew after. */
const ERASURES = "erasures";
const OVERWRITTEN = "erasures-overwritten";

/** Counts an erasure, in the transaction that erases, so that what it left is not forgotten until it is overwritten. */
export async function wantOverwriting(tx: Db): Promise<void> {
  await raiseMeta(tx, ERASURES);
}

/**
 * Overwrites what was erased wherever it may still stand in a SQLite file or in the log beside it, by writing the whole
 * file anew; `false` where somebody reads for too long, the disk is full, or the database is not SQLite. Does nothing where
 * nothing was erased since the last time. Others wait with their writing meanwhile: about a second for every 100 MB.
 *
 * Setting `secure_delete` would not do: copies that SQLite leaves behind when it splits a page are not overwritten by it,
 * which of two thousand erased rows leaves one.
 */
export async function overwriteErased(store: Store): Promise<boolean> {
  if (store.dialect !== "sqlite") return false;
  try {
    return await overwriteIn(store);
  } catch (error) {
    if (error instanceof StoreUnavailable) return false;
    throw error;
  }
}

async function overwriteIn(store: Store): Promise<boolean> {
  const { file, erasures, overwritten } = await store.read(async (db) => {
    const { rows } = await sql<{
      file: string;
    }>`select file from pragma_database_list where name = 'main'`.execute(db);
    return {
      file: rows[0]?.file ?? "",
      erasures: await metaValue(db, ERASURES),
      overwritten: await metaValue(db, OVERWRITTEN),
    };
  });
  if (erasures === overwritten) return true;
  if (erasures === undefined || !(await writeAnew(file))) return false;
  // INVARIANT: an erasure that was kept while the file was being written anew, or since, is still to be overwritten.
  await store.write((tx) => putMeta(tx, { key: OVERWRITTEN, value: erasures }));
  return true;
}

/** In a thread of its own, since SQLite holds up whoever calls it until the last page is written. */
async function writeAnew(file: string): Promise<boolean> {
  const worker = new Worker(new URL("overwrite-worker.ts", import.meta.url), { workerData: { file } });
  const [done] = (await once(worker, "message")) as [boolean];
  return done;
}
