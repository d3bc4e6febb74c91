import type { Selectable } from "kysely";
import { deleteKeyed, hasKey, insertKeyed } from "../database/keyed-rows.ts";
import type { Db } from "../database/store.ts";
import type { FairnessCasesTable } from "../database/tables.ts";

export type FairnessCaseRow = Selectable<FairnessCasesTable>;

/** Somebody counted, with what they are found by. */
export type NewFairnessCase = FairnessCasesTable & { readonly keys: readonly string[] };

export async function insertFairnessCases(tx: Db, cases: readonly NewFairnessCase[]): Promise<void> {
  await insertKeyed(tx, cases, {
    keys: "fairness_case_keys",
    insert: (batch) => tx.insertInto("fairness_cases").values(batch).execute(),
  });
}

/** Takes away whom a review counted, where it has to begin anew or came to no end. */
export async function deleteFairnessCases(tx: Db, job: string): Promise<void> {
  await deleteKeyed(tx, job, { keys: "fairness_case_keys", rows: "fairness_cases" });
}

/** In the order in which the decisions were recorded. */
export async function fairnessCases(
  db: Db,
  {
    job,
    keys,
    after,
    limit,
  }: {
    readonly job: string;
    /** By each of these. */
    readonly keys: readonly string[];
    /** Only those after this place. */
    readonly after?: number;
    readonly limit: number;
  },
): Promise<readonly FairnessCaseRow[]> {
  let asked = db.selectFrom("fairness_cases as f").selectAll("f").where("f.job_id", "=", job);
  if (after !== undefined) asked = asked.where("f.position", ">", after);
  for (const key of keys) asked = asked.where(hasKey("fairness_case_keys", "f", key));
  return asked.orderBy("f.position").limit(limit).execute();
}
