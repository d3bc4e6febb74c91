import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { createTable } from "../schema/create-table.ts";
import type { Tables } from "../tables.ts";

/** Who has a draft open, so that two people in one see each other whichever process each of them is served by. */
export const visits: Migration = {
  up: async (tx: Kysely<Tables>) => {
    await createTable(tx, {
      name: "draft_visits",
      columns: ["draft_id text", "user_id text", "window_id text", "place text null", "seen_at integer"],
      key: ["draft_id", "user_id", "window_id"],
      indexes: [["seen_at"]],
      references: { draft_id: "drafts (id)" },
      rows: "free",
    });
  },
};
