import { setTimeout as pause } from "node:timers/promises";
import type { Db, Store } from "@evenhand/store";
import { Ledgers } from "@evenhand/service";
import { heldByMonth, ledgerBreaks } from "../kept/ledger-breaks.ts";

export type Watched = { readonly snapshots: number; readonly breaks: readonly string[] };

const BETWEEN_MS = 20;

/**
 * Reads consistent states of the database one after the other until `until` is fulfilled, and once more after it: in
 * each of them every ledger must be sound and hold what the decisions of that very state come to, and no month of anybody
 * may hold more than `capMinor`.
 */
export async function watchLedgers(
  store: Store,
  { capMinor, until }: { readonly capMinor: number; readonly until: Promise<unknown> },
): Promise<Watched> {
  let isOver = false;
  const over = until.finally(() => (isOver = true)).catch(() => {});
  const breaks = new Set<string>();
  let snapshots = 0;
  for (let isLast = false; !isLast;) {
    isLast = isOver;
    for (const found of await store.read((db) => breaksIn(db, capMinor))) breaks.add(found);
    snapshots += 1;
    await Promise.race([over, pause(BETWEEN_MS)]);
  }
  return { snapshots, breaks: [...breaks] };
}

async function breaksIn(db: Db, capMinor: number): Promise<readonly string[]> {
  return [...(await ledgerBreaks(db, await chargedIn(db))), ...(await aboveCap(db, capMinor))];
}

/** By the rows of the decisions, which are written apart from the ledgers. */
async function chargedIn(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("decision_parties")
    .select(({ fn }) => ["party", fn.sum<number | string>("total_minor").as("total")])
    .groupBy("party")
    .execute();
  return new Map(rows.map(({ party, total }) => [party, Number(total)]));
}

/** By what the bonus allows, whatever the database says a month's cap is. */
async function aboveCap(db: Db, capMinor: number): Promise<readonly string[]> {
  const people = await db.selectFrom("people").select("person").execute();
  const ledgers = await Ledgers.read(
    db,
    people.map(({ person }) => person),
  );
  return ledgers.persons.flatMap((person) =>
    [...heldByMonth(ledgers.of(person).entries)]
      .filter(([, heldMinor]) => heldMinor > capMinor)
      .map(([month]) => `${month} holds more than ${capMinor}`),
  );
}
