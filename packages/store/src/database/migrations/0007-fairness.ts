import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { createTable } from "../schema/create-table.ts";
import type { TableDefinition } from "../schema/table-definition.ts";
import type { Tables } from "../tables.ts";

const TABLES: readonly TableDefinition[] = [
  {
    name: "fairness_cases",
    columns: ["job_id text", "position integer", "decision_id text", "line text"],
    key: ["job_id", "position"],
    references: { job_id: "jobs (id)", decision_id: "decisions (id)" },
    rows: "unchanged",
  },
  {
    name: "fairness_case_keys",
    columns: ["job_id text", "key text", "position integer"],
    key: ["job_id", "key", "position"],
    references: { "job_id, position": "fairness_cases (job_id, position)" },
    rows: "unchanged",
  },
];

/** Whom a fairness review counted, and what they are found by. */
export const fairness: Migration = {
  up: async (tx: Kysely<Tables>) => {
    for (const table of TABLES) await createTable(tx, table);
  },
};
