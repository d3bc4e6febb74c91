import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { createTable } from "../schema/create-table.ts";
import { type TableDefinition, oneOf } from "../schema/table-definition.ts";
import type { Tables } from "../tables.ts";

/** What is said of the changes of a draft. A thread is settled by a further row, never by altering one. */
const DRAFT_COMMENTS: TableDefinition = {
  name: "draft_comments",
  columns: [
    "sequence number",
    "id text",
    "draft_id text",
    "thread text",
    "about text",
    "kind text",
    "text text null",
    "content_hash text",
    "author text",
    "author_person text",
    "at integer",
  ],
  unique: [["id"]],
  checks: {
    kind_known: oneOf("kind", ["comment", "resolution"]),
    text_said: "(kind = 'comment') = (text is not null)",
  },
  references: { draft_id: "drafts (id)", thread: "draft_comments (id)" },
  indexes: [["draft_id", "sequence"]],
  rows: "append-only",
};

export const draftComments: Migration = {
  up: async (tx: Kysely<Tables>) => createTable(tx, DRAFT_COMMENTS),
};
