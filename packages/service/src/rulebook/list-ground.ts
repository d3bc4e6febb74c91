import { type CalendarDocument, type Guard, parseJson } from "@evenhand/domain";
import { calendarByHash, calendarVersions, calendarsInUse, guardByHash, guardsInUse } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";

/** A document that policies stand on, as it is in use. */
export type GroundDocument<Document> = {
  /** Of the document's canonical JSON. */
  readonly hash: string;
  readonly document: Document;
};

/** The calendars in use, in the order of their ids. */
export async function listCalendars({
  store,
}: Pick<ServiceContext, "store">): Promise<readonly GroundDocument<CalendarDocument>[]> {
  return store.read(async (db) => {
    const found = [];
    for (const { hash } of await calendarsInUse(db))
      found.push({ hash, document: documentIn<CalendarDocument>(await calendarByHash(db, hash)) });
    return found;
  });
}

/** A version of a calendar, and since when it was the one in use, RFC 3339 in UTC. */
export type CalendarVersion = GroundDocument<CalendarDocument> & { readonly inUseSince: string };

/** Every version of a calendar that was ever in use, the newest first; none where there is no such calendar. */
export async function listCalendarVersions(
  { store }: Pick<ServiceContext, "store">,
  id: string,
): Promise<readonly CalendarVersion[]> {
  const rows = await store.read((db) => calendarVersions(db, id));
  return rows.map((row) => ({
    hash: row.hash,
    inUseSince: new Date(row.taken_in_at).toISOString(),
    document: documentIn<CalendarDocument>(row),
  }));
}

/** The statutory guards in use, in the order of their jurisdictions. */
export async function listGuards({
  store,
}: Pick<ServiceContext, "store">): Promise<readonly GroundDocument<Guard>[]> {
  return store.read(async (db) => {
    const found = [];
    for (const { hash } of await guardsInUse(db))
      found.push({ hash, document: documentIn<Guard>(await guardByHash(db, hash)) });
    return found;
  });
}

/** INVARIANT: what is kept was read before it was taken in, and is never changed. */
export function documentIn<Document>(row: { readonly document: string } | undefined): Document {
  const parsed = parseJson(row?.document ?? "", { maxNodes: Number.POSITIVE_INFINITY });
  if ("problems" in parsed) throw new Error("a document that was taken in cannot be read");
  return parsed.value as Document;
}
