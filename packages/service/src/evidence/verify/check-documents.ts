import { type LocalizedText, contentHash, parseJson } from "@evenhand/domain";
import {
  type CalendarRow,
  type GuardRow,
  type VersionRow,
  WITHDRAWN,
  countEvents,
  eventsOfActions,
  eventsOfObjects,
  pagesOf,
  versionName,
} from "@evenhand/store";
import { type LoggedEvent, readEvent } from "./read-event.ts";
import { type RowName, documentAltered, rowMissing, rowSuperfluous } from "./store-problem.ts";
import type { Verifying } from "./verifying.ts";

const PUBLISHED = "policy.published";
const TAKEN_IN = ["calendar.taken-in", "guard.taken-in"];
const PAGE = 500;

/** Versions, calendars and guards against their hashes and against the events that brought them in. */
export async function checkDocuments(work: Verifying): Promise<void> {
  await checkVersions(work);
  await checkGround(work);
}

async function checkVersions(work: Verifying): Promise<void> {
  const { db, found } = work;
  let rows = 0;
  for await (const page of pagesOf(db, "versions")) {
    const ids = page.map((row) => versionName(row));
    const events = await eventsOfObjects(db, { kind: "policy-version", ids });
    const read = events.flatMap((row) => readEvent(row) ?? []);
    const told = byObject(read, PUBLISHED);
    for (const row of page) checkVersion(work, row, told.get(versionName(row)));
    checkWithdrawals(work, read, page);
    rows += page.length;
    await work.step(page.length);
    if (found.isFull) return;
  }
  if (rows < (await countEvents(db, [PUBLISHED]))) await tellMissingVersions(work);
}

function checkVersion({ found }: Verifying, row: VersionRow, event: LoggedEvent | undefined): void {
  const name = { table: "versions", key: versionName(row) };
  const document = checkDocument(found, name, row);
  if (document)
    found.compare(name, document, {
      id: row.policy_id,
      version: row.version,
      effectiveFrom: row.effective_from,
    });
  if (!event) return found.add(rowSuperfluous(name));
  const { policy, version, hash, effectiveFrom, draft = null } = event.after;
  found.compare(name, row, {
    policy_id: policy,
    version,
    hash,
    effective_from: effectiveFrom,
    draft_id: draft,
    published_at: event.at,
    published_by: event.actor,
  });
}

/** What was withdrawn is decided under no more, so that each withdrawal must be of a version as it stands, and the only one. */
function checkWithdrawals(
  { found }: Verifying,
  events: readonly LoggedEvent[],
  page: readonly VersionRow[],
): void {
  const seen = new Set<string>();
  for (const { id, action, object, after } of events) {
    if (action !== WITHDRAWN) continue;
    const row = page.find((one) => versionName(one) === object.id);
    const { policy, version, hash, effectiveFrom } = after;
    if (row)
      found.compare({ table: "versions", key: object.id }, row, {
        policy_id: policy,
        version,
        hash,
        effective_from: effectiveFrom,
      });
    if (seen.has(object.id)) found.add(rowSuperfluous({ table: "audit_events", key: String(id) }));
    seen.add(object.id);
  }
}

/** What a document says, where it is the one that its hash names. The space between its parts means nothing. */
function checkDocument(
  found: Verifying["found"],
  name: RowName,
  { document, hash }: { readonly document: string; readonly hash: string },
): object | undefined {
  const parsed = parseJson(document, { maxNodes: Infinity, maxDepth: 256 });
  if ("problems" in parsed) found.add(documentAltered(name, NOT_JSON));
  else if (contentHash(parsed.value) !== hash) found.add(documentAltered(name, OTHER_HASH));
  else return Object(parsed.value) as object;
  return undefined;
}

const NOT_JSON: LocalizedText = { en: "is no JSON any more", zh: "已不是有效的JSON" };
const OTHER_HASH: LocalizedText = { en: "does not have its hash", zh: "与其散列值不符" };

/** Only gone through where some version is missing, to say which. */
async function tellMissingVersions({ db, found }: Verifying): Promise<void> {
  const there = new Set<string>();
  for await (const page of pagesOf(db, "versions")) for (const row of page) there.add(versionName(row));
  for (let after = 0; ;) {
    const page = await eventsOfActions(db, { actions: [PUBLISHED], after, limit: PAGE });
    for (const { object_id: key } of page)
      if (!there.has(key)) found.add(rowMissing({ table: "versions", key }));
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return;
  }
}

type GroundRow = Pick<CalendarRow, "hash" | "document" | "taken_in_at"> & {
  readonly table: "calendars" | "guards";
  /** The id of a calendar, the jurisdiction of a guard. */
  readonly id: string;
  readonly version?: number;
};

/** There are as many of these as a company has calendars and guards, a few in a year, so that all fit at once. */
async function checkGround(work: Verifying): Promise<void> {
  const { db, found } = work;
  const rows = new Map<string, GroundRow>();
  for await (const page of pagesOf(db, "calendars"))
    for (const row of page) rows.set(`calendar ${row.hash}`, { ...row, table: "calendars" });
  for await (const page of pagesOf(db, "guards"))
    for (const row of page) rows.set(`guard ${row.hash}`, guardRow(row));
  const events = await groundEvents(work);
  let latest = 0;
  for (const event of events) {
    const key = `${event.object.kind} ${String(event.after["hash"])}`;
    const row = rows.get(key);
    rows.delete(key);
    latest = Math.max(latest, checkGroundRow(work, { event, row, latest }));
  }
  for (const { table, id, hash } of rows.values()) found.add(rowSuperfluous({ table, key: `${id} ${hash}` }));
  await work.step(events.length);
}

function guardRow({ jurisdiction, ...row }: GuardRow): GroundRow {
  return { ...row, table: "guards", id: jurisdiction };
}

async function groundEvents({ db }: Verifying): Promise<readonly LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  for (let after = 0; ;) {
    const page = await eventsOfActions(db, { actions: TAKEN_IN, after, limit: PAGE });
    events.push(...page.flatMap((row) => readEvent(row) ?? []));
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return events;
  }
}

/** Gives when the document was taken in, by which it is told which one is in use. */
function checkGroundRow(
  { found }: Verifying,
  {
    event,
    row,
    latest,
  }: { readonly event: LoggedEvent; readonly row: GroundRow | undefined; readonly latest: number },
): number {
  const { hash, version } = event.after;
  const table = event.object.kind === "calendar" ? "calendars" : "guards";
  const name = { table, key: `${event.object.id} ${String(hash)}` };
  if (!row) {
    found.add(rowMissing(name));
    return 0;
  }
  const document = checkDocument(found, name, row);
  // Where the clock went back, what came later is put after what came before; of one moment are those of one start.
  const wanted = event.at > latest ? [event.at] : [latest, latest + 1];
  found.compare(name, row, {
    id: event.object.id,
    ...(table === "calendars" ? { version } : {}),
    taken_in_at: wanted.includes(row.taken_in_at) ? row.taken_in_at : wanted[0],
  });
  if (document) found.compare(name, { document: named(document, table) }, { document: event.object.id });
  return row.taken_in_at;
}

function named(document: object, table: GroundRow["table"]): unknown {
  const { id, jurisdiction } = document as { readonly id?: unknown; readonly jurisdiction?: unknown };
  return table === "calendars" ? id : jurisdiction;
}

/** What was done to each object, of one kind of action; of several the last. */
export function byObject(
  events: readonly LoggedEvent[],
  ...actions: readonly string[]
): ReadonlyMap<string, LoggedEvent> {
  return new Map(
    events.filter(({ action }) => actions.includes(action)).map((event) => [event.object.id, event]),
  );
}
