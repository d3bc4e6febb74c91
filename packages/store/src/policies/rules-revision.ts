import type { Db } from "../database/store.ts";
import { metaValue, raiseMeta } from "../settings/meta.ts";

const KEY = "revision";

/** How often the rules in use have changed: whoever holds rules of an older revision reads them again. */
export async function rulesRevision(db: Db): Promise<number> {
  return Number((await metaValue(db, KEY)) ?? 0);
}

/**
 * Counts one change of the rules, and gives the new count. INVARIANT: whoever publishes does this first, so that the row
 * keeps every other publication waiting until this one is kept or given up, and each sees what the ones before it made.
 */
export async function raiseRulesRevision(tx: Db): Promise<number> {
  return raiseMeta(tx, KEY);
}
