import { type Selectable, sql } from "kysely";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";
import type { IdempotencyKeysTable } from "../database/tables.ts";

export type KeptAnswer = Selectable<IdempotencyKeysTable>;

/** The answer that was given to a key before. `actor` is `user:<id>` or `key:<id>`: keys of others are others. */
export async function findAnswer(db: Db, actor: string, key: string): Promise<KeptAnswer | undefined> {
  return db
    .selectFrom("idempotency_keys")
    .selectAll()
    .where("actor", "=", actor)
    .where("key", "=", key)
    .executeTakeFirst();
}

/**
 * Keeps the answer to a key, in the transaction of its effect: there is neither without the other.
 *
 * @throws Conflict `idempotency_keys_actor_key_unique` where a request with the same key was quicker
 */
export async function keepAnswer(tx: Db, answer: KeptAnswer): Promise<void> {
  await tx.insertInto("idempotency_keys").values(answer).execute();
}

/**
 * Whether this transaction is now the only one that works on a key; `false` while another one does. On SQLite there is
 * one transaction at a time anyway, so that what the other did is to be seen already.
 */
export async function tryLockKey(tx: Db, actor: string, key: string): Promise<boolean> {
  if (surroundingsOf(tx).dialect === "sqlite") return true;
  // The length keeps apart what would be the same text put together. Two keys with one hash would only wait.
  const name = `${actor.length}:${actor}:${key}`;
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked`.execute(tx);
  return rows[0]?.locked === true;
}
