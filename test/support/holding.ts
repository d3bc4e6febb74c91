import type { Store } from "@evenhand/store";

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
 * expect(await soon(second)).toBe("waits");
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

/** What somebody comes to within a moment; `waits` where they do not, since somebody holds what they need. */
export async function soon<Result>(asked: Promise<Result>, within = 500): Promise<Result | "waits"> {
  return Promise.race([
    asked,
    new Promise<"waits">((resolve) => {
      setTimeout(() => resolve("waits"), within);
    }),
  ]);
}
