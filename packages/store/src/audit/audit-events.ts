import { type Selectable, sql } from "kysely";
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
  let query = matching(db, filter).selectAll().orderBy("id", "desc").limit(limit);
  if (before !== undefined) query = query.where("id", "<", before);
  return query.execute();
}

/** How many events there are in a quarter of an hour, which every time zone's days are made of. */
export type AuditCount = {
  /** Epoch milliseconds, its beginning. */
  readonly at: number;
  readonly events: number;
};

const QUARTER_MS = 15 * 60 * 1000;

/** How many events there are in each quarter of an hour that has any, in their order. */
export async function countAuditEvents(db: Db, filter: AuditFilter): Promise<readonly AuditCount[]> {
  const quarter = sql<number>`at - at % ${sql.lit(QUARTER_MS)}`;
  const rows = await matching(db, filter)
    .select(({ fn }) => [quarter.as("quarter"), fn.countAll<number | string>().as("events")])
    .groupBy("quarter")
    .orderBy("quarter")
    .execute();
  return rows.map((row) => ({ at: Number(row.quarter), events: Number(row.events) }));
}

function matching(db: Db, filter: AuditFilter) {
  let query = db.selectFrom("audit_events");
  if (filter.objectKind !== undefined) query = query.where("object_kind", "=", filter.objectKind);
  if (filter.objectId !== undefined) query = query.where("object_id", "=", filter.objectId);
  if (filter.actor !== undefined) query = query.where("actor", "=", filter.actor);
  if (filter.action !== undefined) query = query.where("action", "=", filter.action);
  if (filter.from !== undefined) query = query.where("at", ">=", filter.from);
  if (filter.until !== undefined) query = query.where("at", "<", filter.until);
  return query;
}
