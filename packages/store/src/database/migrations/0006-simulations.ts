import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { createTable } from "../schema/create-table.ts";
import { type TableDefinition, amount, oneOf } from "../schema/table-definition.ts";
import type { Tables } from "../tables.ts";

const TABLES: readonly TableDefinition[] = [
  {
    name: "simulation_cases",
    columns: ["job_id text", "decided_on text", "case_id text", "evaluated_at integer"],
    key: ["job_id", "decided_on", "case_id"],
    references: { job_id: "jobs (id)", case_id: "cases (id)" },
    rows: "unchanged",
  },
  {
    name: "simulation_changes",
    columns: [
      "job_id text",
      "position integer",
      "case_id text",
      "direction text",
      "difference_minor integer",
      "evaluated_at integer",
      "change text",
    ],
    key: ["job_id", "position"],
    unique: [["job_id", "case_id"]],
    checks: { direction_known: oneOf("direction", ["higher", "lower", "same"]) },
    references: { job_id: "jobs (id)", case_id: "cases (id)" },
    rows: "unchanged",
  },
  {
    name: "simulation_change_keys",
    columns: ["job_id text", "key text", "position integer"],
    key: ["job_id", "key", "position"],
    references: { "job_id, position": "simulation_changes (job_id, position)" },
    rows: "unchanged",
  },
  {
    name: "draft_simulations",
    columns: [
      "sequence number",
      "job_id text",
      "draft_id text",
      "content_hash text",
      "cases integer",
      "moved_minor integer",
      "result_hash text",
      "at integer",
    ],
    unique: [["job_id"]],
    checks: { moved_amount: amount("moved_minor", 0), cases_counted: "cases >= 0" },
    references: { draft_id: "drafts (id)" },
    indexes: [["draft_id", "content_hash"]],
    rows: "append-only",
  },
];

/** What simulations go through and find, and which full ones there are of a draft. */
export const simulations: Migration = {
  up: async (tx: Kysely<Tables>) => {
    for (const table of TABLES) await createTable(tx, table);
  },
};
