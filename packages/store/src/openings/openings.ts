import type { Selectable } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type { OpeningsTable } from "../database/tables.ts";

export type OpeningRow = Selectable<OpeningsTable>;

/** Keeps what is behind commitments. A text that stands in several objects is kept once for each. */
export async function insertOpenings(tx: Db, rows: readonly OpeningRow[]): Promise<void> {
  await inBatches(rows, async (batch) => {
    await tx
      .insertInto("openings")
      .values([...batch])
      .onConflict((conflict) => conflict.columns(["token", "object_id"]).doNothing())
      .execute();
    return [];
  });
}

/** What is behind commitments, by commitment; those whose text was erased are not among them. */
export async function openingsOf(db: Db, tokens: readonly string[]): Promise<Map<string, OpeningRow>> {
  const rows = await inBatches([...new Set(tokens)], (batch) =>
    db.selectFrom("openings").selectAll().where("token", "in", batch).execute(),
  );
  return new Map(rows.map((row) => [row.token, row]));
}
