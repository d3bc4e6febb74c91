import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { createTable } from "../schema/create-table.ts";
import type { TableDefinition } from "../schema/table-definition.ts";
import type { Tables } from "../tables.ts";

const TABLES: readonly TableDefinition[] = [
  {
    name: "checks",
    columns: ["sequence number", "job_id text", "policy_id text", "draft_id text null", "content_hash text"],
    unique: [["job_id"]],
    references: { draft_id: "drafts (id)" },
    indexes: [["policy_id", "content_hash"], ["draft_id"]],
    rows: "append-only",
  },
  {
    name: "check_certificates",
    columns: ["job_id text", "position integer", "certificate text"],
    key: ["job_id", "position"],
    references: { job_id: "checks (job_id)" },
    rows: "append-only",
  },
];

/** What was checked of which content, and the certificates of what was to be proved. */
export const checks: Migration = {
  up: async (tx: Kysely<Tables>) => {
    for (const table of TABLES) await createTable(tx, table);
  },
};
