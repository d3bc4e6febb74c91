import { type Selectable, sql } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type { SimulationChangesTable } from "../database/tables.ts";

export type SimulationChangeRow = Selectable<SimulationChangesTable>;

/** A change with what it is found by. */
export type NewChange = SimulationChangesTable & { readonly keys: readonly string[] };

export async function insertSimulationChanges(tx: Db, changes: readonly NewChange[]): Promise<void> {
  await inBatches(changes, async (batch) => {
    await tx
      .insertInto("simulation_changes")
      .values(batch.map(({ keys: _keys, ...row }) => row))
      .execute();
    return [];
  });
  const keys = changes.flatMap(({ job_id, position, keys: own }) =>
    [...new Set(own)].map((key) => ({ job_id, key, position })),
  );
  await inBatches(keys, async (batch) => {
    await tx
      .insertInto("simulation_change_keys")
      .values([...batch])
      .execute();
    return [];
  });
}

/** Takes away what a simulation had found, where it has to begin anew. */
export async function deleteSimulationChanges(tx: Db, job: string): Promise<void> {
  await tx.deleteFrom("simulation_change_keys").where("job_id", "=", job).execute();
  await tx.deleteFrom("simulation_changes").where("job_id", "=", job).execute();
}

export async function simulationChange(
  db: Db,
  { job, caseId }: { readonly job: string; readonly caseId: string },
): Promise<SimulationChangeRow | undefined> {
  return db
    .selectFrom("simulation_changes")
    .selectAll()
    .where("job_id", "=", job)
    .where("case_id", "=", caseId)
    .executeTakeFirst();
}

export type ChangeFilter = {
  readonly job: string;
  readonly direction?: SimulationChangesTable["direction"];
  /** By each of these. */
  readonly keys: readonly string[];
  /** Differences, both included, minor units. */
  readonly least?: number;
  readonly most?: number;
  /** Only those after this place. */
  readonly after?: number;
  readonly limit: number;
};

/** In the order in which the cases were decided. */
export async function simulationChanges(
  db: Db,
  { job, direction, keys, least, most, after, limit }: ChangeFilter,
): Promise<readonly SimulationChangeRow[]> {
  let asked = db.selectFrom("simulation_changes as s").selectAll("s").where("s.job_id", "=", job);
  if (direction !== undefined) asked = asked.where("s.direction", "=", direction);
  if (least !== undefined) asked = asked.where("s.difference_minor", ">=", least);
  if (most !== undefined) asked = asked.where("s.difference_minor", "<=", most);
  if (after !== undefined) asked = asked.where("s.position", ">", after);
  for (const key of keys)
    asked = asked.where(
      sql<boolean>`exists (select 1 from simulation_change_keys as k
        where k.job_id = s.job_id and k.key = ${key} and k.position = s.position)`,
    );
  return asked.orderBy("s.position").limit(limit).execute();
}
