import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type { AuditEventRow } from "../audit/audit-events.ts";

/** Events by their numbers, in no order; those that are not there are left out. */
export async function eventsById(db: Db, ids: readonly number[]): Promise<readonly AuditEventRow[]> {
  return inBatches([...new Set(ids)], (batch) =>
    db.selectFrom("audit_events").selectAll().where("id", "in", batch).execute(),
  );
}

/** Everything that was done to some objects of one kind, in the order of the events' numbers. */
export async function eventsOfObjects(
  db: Db,
  { kind, ids }: { readonly kind: string; readonly ids: readonly string[] },
): Promise<readonly AuditEventRow[]> {
  const found = await inBatches([...new Set(ids)], (batch) =>
    db
      .selectFrom("audit_events")
      .selectAll()
      .where("object_kind", "=", kind)
      .where("object_id", "in", batch)
      .execute(),
  );
  return found.toSorted((left, right) => left.id - right.id);
}

/** How often something was done. */
export async function countEvents(db: Db, actions: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom("audit_events")
    .select(({ fn }) => fn.countAll<number | string>().as("count"))
    .where("action", "in", actions)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A page of the events of some actions, from the one after `after` on, in the order of their numbers. */
export async function eventsOfActions(
  db: Db,
  {
    actions,
    after,
    limit,
  }: { readonly actions: readonly string[]; readonly after: number; readonly limit: number },
): Promise<readonly AuditEventRow[]> {
  return db
    .selectFrom("audit_events")
    .selectAll()
    .where("action", "in", actions)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Events that neither have a place in the log nor wait for one, at most `limit`: there must be none. */
export async function eventsWithoutPlace(db: Db, limit: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("audit_events as e")
    .leftJoin("log_leaves as l", "l.audit_event_id", "e.id")
    .leftJoin("pending_leaves as p", "p.audit_event_id", "e.id")
    .select("e.id")
    .where("l.position", "is", null)
    .where("p.audit_event_id", "is", null)
    .orderBy("e.id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Events that wait for a place although they have one, or that wait and are not there, at most `limit`. */
export async function eventsWronglyPending(db: Db, limit: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("pending_leaves as p")
    .leftJoin("log_leaves as l", "l.audit_event_id", "p.audit_event_id")
    .leftJoin("audit_events as e", "e.id", "p.audit_event_id")
    .select("p.audit_event_id as id")
    .where((eb) => eb.or([eb("l.position", "is not", null), eb("e.id", "is", null)]))
    .orderBy("p.audit_event_id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
