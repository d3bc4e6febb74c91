import type { Store } from "@evenhand/store";
import { sql } from "kysely";
import { expect } from "vitest";

/** A store whose first transaction, its work done, stays open until it is let go. */
export type Holding = {
  readonly store: Store;
  /** Settles once that work is done, with everything that it locked still locked. */
  readonly held: Promise<void>;
  /** Lets the transaction be kept. */
  readonly letGo: () => void;
};

/**
 * Holds one transaction open while somebody else acts: the first of this store whose work came to its end, and no later
 * one. Whatever is to run meanwhile takes another store of the same database.
 *
 * @example
 * const holding = holdingOver(store);
 * const first = recordDecision({ ...context, store: holding.store }, ask);
 * await holding.held;
 * const second = erasePerson(other, …);
 * await untilWaiting(store);
 * holding.letGo();
 */
export function holdingOver(store: Store): Holding {
  const held = Promise.withResolvers<void>();
  const kept = Promise.withResolvers<void>();
  const write: Store["write"] = (work) =>
    store.write(async (tx) => {
      const done = await work(tx);
      held.resolve();
      await kept.promise;
      return done;
    });
  return { store: { ...store, write }, held: held.promise, letGo: () => kept.resolve() };
}

/** Waits until so many sessions of a database wait for a lock that another one holds. */
export async function untilWaiting(store: Store, sessions = 1): Promise<void> {
  await expect.poll(() => waitingIn(store)).toBe(sessions);
}

async function waitingIn(store: Store): Promise<number | undefined> {
  const waiting = sql<{ readonly many: number }>`
    select count(*)::int as many from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return (await store.read((db) => waiting.execute(db))).rows[0]?.many;
}
