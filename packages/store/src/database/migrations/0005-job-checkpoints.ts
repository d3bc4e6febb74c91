import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { createTable, raw } from "../schema/create-table.ts";
import type { TableDefinition } from "../schema/table-definition.ts";
import { surroundingsOf } from "../surroundings.ts";
import type { Tables } from "../tables.ts";

/** From where a job goes on once its worker is gone; it goes when the job ends. */
const JOB_CHECKPOINTS: TableDefinition = {
  name: "job_checkpoints",
  columns: ["job_id text", "checkpoint text"],
  key: ["job_id"],
  references: { job_id: "jobs (id)" },
  rows: "free",
};

/** Jobs go on where they were left, and their counts say what was passed over and how fast they go. */
export const jobCheckpoints: Migration = {
  up: async (tx: Kysely<Tables>) => {
    const whole = surroundingsOf(tx).dialect === "sqlite" ? "integer" : "bigint";
    for (const column of [
      `skipped ${whole} not null default 0`,
      `attempts ${whole} not null default 0`,
      `taken_done ${whole} null`,
      `taken_at ${whole} null`,
      `ended_at ${whole} null`,
    ])
      await raw(`alter table jobs add column ${column}`).execute(tx);
    await createTable(tx, JOB_CHECKPOINTS);
  },
};
