import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";

/** Cases that are a further revision of one that is not there, at most `limit`. */
export async function casesOutOfTurn(db: Db, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("cases as c")
    .leftJoin("cases as before", (join) =>
      join
        .onRef("before.policy_id", "=", "c.policy_id")
        .onRef("before.reference", "=", "c.reference")
        .on((eb) => eb("before.revision", "=", eb(eb.ref("c.revision"), "-", 1))),
    )
    .select("c.id")
    .where("c.revision", ">", 1)
    .where("before.id", "is", null)
    .orderBy("c.id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** A pseudonym, and since when it cannot be opened any more; null of one that still can. */
export type PersonThere = { readonly person: string; readonly erasedAt: number | null };

/** Those of some pseudonyms that stand for anybody, erased or not. */
export async function personsThere(
  db: Db,
  persons: readonly string[],
): Promise<ReadonlyMap<string, PersonThere>> {
  const rows = await inBatches([...new Set(persons)], (batch) =>
    db.selectFrom("people").select(["person", "erased_at"]).where("person", "in", batch).execute(),
  );
  return new Map(rows.map(({ person, erased_at }) => [person, { person, erasedAt: erased_at }]));
}
