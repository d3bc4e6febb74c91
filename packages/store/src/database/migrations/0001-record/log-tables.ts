import type { TableDefinition } from "../../schema/table-definition.ts";

/** What was done by whom, and the log that proves it. */
export const logTables: readonly TableDefinition[] = [
  {
    name: "audit_events",
    columns: [
      "id number",
      "at integer",
      "actor text",
      "action text",
      "object_kind text",
      "object_id text",
      "body text",
    ],
    indexes: [["object_kind", "object_id", "id"], ["actor", "id"], ["action", "id"], ["at"]],
    rows: "append-only",
  },
  {
    name: "pending_leaves",
    columns: ["audit_event_id integer"],
    key: ["audit_event_id"],
    references: { audit_event_id: "audit_events (id)" },
    rows: "unchanged",
  },
  {
    name: "log_leaves",
    columns: ["position integer", "audit_event_id integer", "leaf_hash text"],
    key: ["position"],
    unique: [["audit_event_id"]],
    checks: { position_counted: "position >= 0" },
    references: { audit_event_id: "audit_events (id)" },
    rows: "append-only",
  },
  {
    name: "log_nodes",
    columns: ["level integer", "position integer", "hash text"],
    key: ["level", "position"],
    checks: { place_counted: "level >= 0 and position >= 0" },
    rows: "append-only",
  },
  {
    name: "checkpoints",
    columns: ["size integer", "root_hash text", "note text", "at integer"],
    key: ["size"],
    checks: { size_counted: "size >= 0" },
    rows: "append-only",
  },
  {
    name: "openings",
    columns: ["token text", "object_id text", "salt text", "value text"],
    key: ["token", "object_id"],
    indexes: [["object_id"]],
    rows: "unchanged",
  },
];
