import type { Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { AuditEventsTable } from "../database/tables.ts";

export type AuditEventRow = Selectable<AuditEventsTable>;

/** Which events; what is left out is not asked for. */
export type AuditFilter = {
  readonly objectKind?: string;
  readonly objectId?: string;
  /** `user:<id>`, `key:<id>` or `system:<id>`. */
  readonly actor?: string;
  readonly action?: string;
  /** Epoch milliseconds, the first and the one after the last. */
  readonly from?: number;
  readonly until?: number;
};

/** One event by its number. */
export async function auditEvent(db: Db, id: number): Promise<AuditEventRow | undefined> {
  return db.selectFrom("audit_events").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The newest events first, at most `limit`, those before the event `before` where one is named. */
export async function listAuditEvents(
  db: Db,
  { limit, before, ...filter }: AuditFilter & { readonly limit: number; readonly before?: number },
): Promise<readonly AuditEventRow[]> {
  let query = db.selectFrom("audit_events").selectAll().orderBy("id", "desc").limit(limit);
  if (before !== undefined) query = query.where("id", "<", before);
  if (filter.objectKind !== undefined) query = query.where("object_kind", "=", filter.objectKind);
  if (filter.objectId !== undefined) query = query.where("object_id", "=", filter.objectId);
  if (filter.actor !== undefined) query = query.where("actor", "=", filter.actor);
  if (filter.action !== undefined) query = query.where("action", "=", filter.action);
  if (filter.from !== undefined) query = query.where("at", ">=", filter.from);
  if (filter.until !== undefined) query = query.where("at", "<", filter.until);
  return query.execute();
}
