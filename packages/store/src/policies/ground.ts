import type { Insertable, Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { CalendarsTable, GuardsTable } from "../database/tables.ts";

export type CalendarRow = Selectable<CalendarsTable>;
export type GuardRow = Selectable<GuardsTable>;

export async function insertCalendar(tx: Db, row: Insertable<CalendarsTable>): Promise<void> {
  await tx.insertInto("calendars").values(row).execute();
}

export async function insertGuard(tx: Db, row: Insertable<GuardsTable>): Promise<void> {
  await tx.insertInto("guards").values(row).execute();
}

/** Every calendar and guard that was ever taken in, by hash, and when the last of them was, epoch milliseconds. */
export type KnownGround = { readonly hashes: ReadonlySet<string>; readonly lastAt: number };

export async function knownGround(db: Db): Promise<KnownGround> {
  const columns = ["hash", "taken_in_at"] as const;
  const calendars = await db.selectFrom("calendars").select(columns).execute();
  const guards = await db.selectFrom("guards").select(columns).execute();
  const all = [...calendars, ...guards];
  return {
    hashes: new Set(all.map(({ hash }) => hash)),
    lastAt: all.reduce((last, { taken_in_at }) => Math.max(last, taken_in_at), 0),
  };
}

/** A calendar or guard in use. `name` is the id of the calendar, the jurisdiction of the guard. */
export type GroundInUse = { readonly name: string; readonly hash: string };

/** Of each calendar the one taken in last, in the order of ids. */
export async function calendarsInUse(db: Db): Promise<readonly GroundInUse[]> {
  const rows = await db
    .selectFrom("calendars")
    .select(["id as name", "hash"])
    .orderBy("id")
    .orderBy("taken_in_at")
    .execute();
  return lastOfEach(rows);
}

/** Of each jurisdiction the guard taken in last, in the order of jurisdictions. */
export async function guardsInUse(db: Db): Promise<readonly GroundInUse[]> {
  const rows = await db
    .selectFrom("guards")
    .select(["jurisdiction as name", "hash"])
    .orderBy("jurisdiction")
    .orderBy("taken_in_at")
    .execute();
  return lastOfEach(rows);
}

function lastOfEach(rows: readonly GroundInUse[]): readonly GroundInUse[] {
  return [...new Map(rows.map((row) => [row.name, row])).values()];
}

/** A calendar as it stood when something was decided by it. */
export async function calendarByHash(db: Db, hash: string): Promise<CalendarRow | undefined> {
  return db.selectFrom("calendars").selectAll().where("hash", "=", hash).executeTakeFirst();
}

/** Every version of a calendar, the one taken in last first. */
export async function calendarVersions(db: Db, id: string): Promise<readonly CalendarRow[]> {
  return db
    .selectFrom("calendars")
    .selectAll()
    .where("id", "=", id)
    .orderBy("taken_in_at", "desc")
    .orderBy("version", "desc")
    .execute();
}

/** A guard as it stood when something was decided under it. */
export async function guardByHash(db: Db, hash: string): Promise<GuardRow | undefined> {
  return db.selectFrom("guards").selectAll().where("hash", "=", hash).executeTakeFirst();
}
