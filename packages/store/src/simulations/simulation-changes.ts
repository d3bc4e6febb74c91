import { type Selectable, sql } from "kysely";
import { deleteKeyed, hasKey, insertKeyed } from "../database/keyed-rows.ts";
import type { Db } from "../database/store.ts";
import type { SimulationChangesTable } from "../database/tables.ts";

export type SimulationChangeRow = Selectable<SimulationChangesTable>;

/** A change with what it is found by. */
export type NewChange = SimulationChangesTable & { readonly keys: readonly string[] };

export async function insertSimulationChanges(tx: Db, changes: readonly NewChange[]): Promise<void> {
  await insertKeyed(tx, changes, {
    keys: "simulation_change_keys",
    insert: (batch) => tx.insertInto("simulation_changes").values(batch).execute(),
  });
}

/** Takes away what a simulation had found, where it has to begin anew. */
export async function deleteSimulationChanges(tx: Db, job: string): Promise<void> {
  await deleteKeyed(tx, job, { keys: "simulation_change_keys", rows: "simulation_changes" });
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
};

/**
 * By the day on which cases were decided, or the largest difference first, be it up or down. While a simulation is under way
 * only the days are gone through in order: a larger difference may still come.
 */
export const CHANGE_ORDERS = ["day", "difference"] as const;
export type ChangeOrder = (typeof CHANGE_ORDERS)[number];

/** Only those that come after the change at the place `after`; of differences of one size, in the order of the days. */
export async function simulationChanges(
  db: Db,
  {
    after,
    limit,
    order = "day",
    ...filter
  }: ChangeFilter & { readonly after?: number; readonly limit: number; readonly order?: ChangeOrder },
): Promise<readonly SimulationChangeRow[]> {
  let asked = filtered(db, filter).selectAll("s");
  if (order === "day") {
    if (after !== undefined) asked = asked.where("s.position", ">", after);
    return asked.orderBy("s.position").limit(limit).execute();
  }
  if (after !== undefined)
    asked = asked.where(
      sql<boolean>`(-abs(s.difference_minor), s.position) > (select -abs(x.difference_minor), x.position
        from simulation_changes as x where x.job_id = ${filter.job} and x.position = ${after})`,
    );
  return asked
    .orderBy(sql`abs(s.difference_minor)`, "desc")
    .orderBy("s.position")
    .limit(limit)
    .execute();
}

export async function countSimulationChanges(db: Db, filter: ChangeFilter): Promise<number> {
  const { count } = await filtered(db, filter)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function filtered(db: Db, { job, direction, keys, least, most }: ChangeFilter) {
  let asked = db.selectFrom("simulation_changes as s").where("s.job_id", "=", job);
  if (direction !== undefined) asked = asked.where("s.direction", "=", direction);
  if (least !== undefined) asked = asked.where("s.difference_minor", ">=", least);
  if (most !== undefined) asked = asked.where("s.difference_minor", "<=", most);
  for (const key of keys) asked = asked.where(hasKey("simulation_change_keys", "s", key));
  return asked;
}
