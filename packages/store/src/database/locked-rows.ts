import type { Db } from "./store.ts";
import { surroundingsOf } from "./surroundings.ts";

/**
 * Takes the rows that a query gives until the transaction ends, in the order in which it gives them; whoever else takes
 * one of them waits. On SQLite the transaction has everything already.
 *
 * `no key update`: rows that merely refer to one of these are added without waiting.
 *
 * @example await lockedRows(tx, tx.selectFrom("drafts").selectAll().where("id", "=", id)).executeTakeFirst()
 */
export function lockedRows<Query extends { readonly forNoKeyUpdate: () => Query }>(
  tx: Db,
  query: Query,
): Query {
  return surroundingsOf(tx).dialect === "postgres" ? query.forNoKeyUpdate() : query;
}
