import {
  type Calendar,
  type Guard,
  type LocalizedText,
  type Policy,
  type PolicyVersion,
  parseJson,
} from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import {
  type Db,
  type Store,
  calendarByHash,
  guardByHash,
  guardsInUse,
  versionByHash,
} from "@evenhand/store";
import { type Read, openCalendar, openGuard, readGround } from "./ground.ts";
import { loadUpon } from "./open-policy.ts";

/** What a decision was computed with, as its record names it. */
export type RecordedGround = {
  readonly policy: { readonly hash: string };
  readonly calendar: { readonly hash: string };
  readonly guards: readonly { readonly jurisdiction: string; readonly hash: string }[];
};

/** A document that a record names and that is not there any more, or is another than it was. */
export type MissingDocument = {
  readonly kind: "policy-content" | "calendar" | "guard";
  readonly hash: string;
  readonly message: LocalizedText;
};

export type RecordedVersion =
  | { readonly loaded: LoadedVersion }
  | { readonly missing: readonly MissingDocument[] };

/**
 * Gives versions upon the calendar and the guards of the time, by their hashes, for computing a decision again. A guard
 * that the policy names and the record does not, since it set no limit on that day, is taken as it is in use now. What
 * was loaded once is kept, so that replaying many decisions compiles each version once.
 *
 * @example
 * const recorded = recordedVersions(store);
 * await recorded(record) // { loaded: … }, or { missing: [{ kind: "calendar", hash: "5d41…", message: … }] }
 */
export function recordedVersions(store: Store): (ground: RecordedGround) => Promise<RecordedVersion> {
  const kept = new Map<string, RecordedVersion>();
  return async (ground) => {
    const key = [ground.policy.hash, ground.calendar.hash, ...ground.guards.map(({ hash }) => hash)].join();
    const known = kept.get(key);
    if (known) return known;
    const found = await store.read((db) => recordedVersion(db, ground));
    if ("loaded" in found) kept.set(key, found);
    return found;
  };
}

/** The version and the calendar alone, which is enough for reading a decision. */
export async function recordedDocuments(
  db: Db,
  { policy, calendar }: Pick<RecordedGround, "policy" | "calendar">,
): Promise<
  | { readonly version: PolicyVersion; readonly calendar: Calendar }
  | { readonly missing: readonly MissingDocument[] }
> {
  const version = versionOf(await versionByHash(db, policy.hash));
  const days = opened(await calendarByHash(db, calendar.hash), openCalendar);
  if (version && days) return { version, calendar: days };
  return {
    missing: [
      ...(version ? [] : [missingDocument("policy-content", policy.hash)]),
      ...(days ? [] : [missingDocument("calendar", calendar.hash)]),
    ],
  };
}

async function recordedVersion(db: Db, ground: RecordedGround): Promise<RecordedVersion> {
  const version = versionOf(await versionByHash(db, ground.policy.hash));
  if (!version) return { missing: [missingDocument("policy-content", ground.policy.hash)] };
  const missing: MissingDocument[] = [];
  const calendar = opened(await calendarByHash(db, ground.calendar.hash), openCalendar);
  if (!calendar) missing.push(missingDocument("calendar", ground.calendar.hash));
  const hashes = await guardHashes(db, ground);
  const guards = new Map<string, Guard>();
  for (const jurisdiction of version.policy.guards) {
    const hash = hashes.get(jurisdiction) ?? "";
    const guard = opened(await guardByHash(db, hash), openGuard);
    if (guard) guards.set(jurisdiction, guard);
    else missing.push(missingDocument("guard", hash));
  }
  if (!calendar || missing.length > 0) return { missing };
  return { loaded: loadUpon(version, { calendars: new Map([[calendar.id, calendar]]), guards }) };
}

/** The hash of each guard by jurisdiction: as recorded, or else as it is in use. */
async function guardHashes(db: Db, { guards }: RecordedGround): Promise<ReadonlyMap<string, string>> {
  const inUse = (await guardsInUse(db)).map(({ name, hash }) => [name, hash] as const);
  return new Map([...inUse, ...guards.map(({ jurisdiction, hash }) => [jurisdiction, hash] as const)]);
}

type Row = { readonly hash: string; readonly document: string } | undefined;

/** INVARIANT: what was published was valid then; whether it would be today is no matter, so long as it is the same. */
function versionOf(row: Row): PolicyVersion | undefined {
  const parsed = row && parseJson(row.document);
  if (!parsed || "problems" in parsed) return undefined;
  const version = preparePolicy(parsed.value as Policy);
  return version.hash === row.hash ? version : undefined;
}

function opened<Document>(row: Row, read: (value: unknown) => Read<Document>): Document | undefined {
  const document = row && readGround(row.document, read);
  return document && "opened" in document && document.hash === row.hash ? document.opened : undefined;
}

const NAMES: Readonly<Record<MissingDocument["kind"], LocalizedText>> = {
  "policy-content": { en: "policy version", zh: "制度版本" },
  calendar: { en: "calendar", zh: "日历" },
  guard: { en: "guard", zh: "法定限制" },
};

function missingDocument(kind: MissingDocument["kind"], hash: string): MissingDocument {
  const name = NAMES[kind];
  return {
    kind,
    hash,
    message: {
      en: `the ${name.en} with the hash \`${hash}\` is not stored, or is not what it was`,
      zh: `未存有哈希值为\`${hash}\`的${name.zh}，或其内容已变`,
    },
  };
}
