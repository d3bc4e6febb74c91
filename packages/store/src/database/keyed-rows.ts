import { type RawBuilder, sql } from "kysely";
import { inBatches } from "./in-batches.ts";
import type { Db } from "./store.ts";

/** What rows of a job are found by: a key, and the place of the row among all of the job. */
type KeyTable = "simulation_change_keys" | "fairness_case_keys";

type Placed = { readonly job_id: string; readonly position: number };
type Keyed = Placed & { readonly keys: readonly string[] };

/** Keeps rows of a job by `insert`, a batch at a time, with what each is found by; a key that is named twice once. */
export async function insertKeyed<Row extends Keyed>(
  tx: Db,
  rows: readonly Row[],
  into: {
    readonly keys: KeyTable;
    readonly insert: (batch: readonly Omit<Row, "keys">[]) => Promise<unknown>;
  },
): Promise<void> {
  await inBatches(rows, async (batch) => {
    await into.insert(batch.map(({ keys: _keys, ...row }) => row));
    return [];
  });
  const keys = rows.flatMap(({ job_id, position, keys: own }) =>
    [...new Set(own)].map((key) => ({ job_id, key, position })),
  );
  await inBatches(keys, async (batch) => {
    await tx
      .insertInto(into.keys)
      .values([...batch])
      .execute();
    return [];
  });
}

/** Takes away what rows of a job are found by, then the rows. */
export async function deleteKeyed(
  tx: Db,
  job: string,
  from: { readonly keys: KeyTable; readonly rows: "simulation_changes" | "fairness_cases" },
): Promise<void> {
  await tx.deleteFrom(from.keys).where("job_id", "=", job).execute();
  await tx.deleteFrom(from.rows).where("job_id", "=", job).execute();
}

/** Whether a row, in the query called `row`, is found by a key. */
export function hasKey(keys: KeyTable, row: string, key: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from ${sql.table(keys)} as k
    where k.job_id = ${sql.ref(`${row}.job_id`)} and k.key = ${key} and k.position = ${sql.ref(`${row}.position`)})`;
}
