import { type Selectable, sql } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type { CasesTable, SimulationCasesTable } from "../database/tables.ts";

export type SimulationCaseRow = Pick<
  Selectable<CasesTable>,
  "id" | "content" | "content_hash" | "applies_on"
> &
  Pick<Selectable<SimulationCasesTable>, "decided_on" | "evaluated_at">;

export async function insertSimulationCases(tx: Db, rows: readonly SimulationCasesTable[]): Promise<void> {
  await inBatches(rows, async (batch) => {
    await tx
      .insertInto("simulation_cases")
      .values([...batch])
      .execute();
    return [];
  });
}

/** In the order of the days on which they were decided, then of their ids; from the one after `after` on. */
export async function simulationCases(
  db: Db,
  {
    job,
    after,
    limit,
  }: {
    readonly job: string;
    readonly after: { readonly decidedOn: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<readonly SimulationCaseRow[]> {
  let asked = db
    .selectFrom("simulation_cases as s")
    .innerJoin("cases as c", "c.id", "s.case_id")
    .select(["c.id", "c.content", "c.content_hash", "c.applies_on", "s.decided_on", "s.evaluated_at"])
    .where("s.job_id", "=", job);
  if (after) asked = asked.where(sql<boolean>`(s.decided_on, s.case_id) > (${after.decidedOn}, ${after.id})`);
  return asked.orderBy("s.decided_on").orderBy("s.case_id").limit(limit).execute();
}

export async function deleteSimulationCases(tx: Db, job: string): Promise<void> {
  await tx.deleteFrom("simulation_cases").where("job_id", "=", job).execute();
}
