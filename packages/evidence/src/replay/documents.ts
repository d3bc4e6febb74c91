import { type Calendar, type DecisionRecord, type Guard, type Policy, readCalendar } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import { hashOf } from "./hash-of.ts";
import { movedPolicy } from "./moved-policy.ts";
import type { StoredValue, MissingDocument, MovedCause, ReplaySources } from "./replay.ts";

/** What can be decided under now, and how it compares with what was decided under. */
export type Ground = {
  /** Absent where something is missing, or is no document of its kind any more. */
  readonly loaded?: LoadedVersion;
  /** Whether every document is the one that was decided under. */
  readonly isRecorded: boolean;
  readonly causes: readonly MovedCause[];
  readonly missing: readonly MissingDocument[];
  /** What was thrown on loading documents that are as they were recorded. */
  readonly failure?: string;
};

type Document = {
  readonly document: StoredValue;
  readonly causes: readonly MovedCause[];
  readonly missing: readonly MissingDocument[];
};

/** Finds the version, the calendar and the guards of a decision, and makes them ready. */
export async function groundOf(record: DecisionRecord, sources: ReplaySources): Promise<Ground> {
  const version = await versionOf(record, sources);
  const calendar = await byHash(sources.calendar, "calendar", record.calendar);
  const guards = await Promise.all(
    record.guards.map(({ jurisdiction: id, hash }) => byHash(sources.guard, "guard", { id, hash })),
  );
  const all = [version, calendar, ...guards];
  const causes = all.flatMap((each) => each.causes);
  const missing = all.flatMap((each) => each.missing);
  if (missing.length > 0) return { isRecorded: false, causes, missing };
  const documents = {
    policy: version.document,
    calendar: calendar.document,
    guards: guards.map(({ document }) => document),
  };
  const isRecorded =
    hashOf(version.document) === record.policy.hash &&
    [calendar, ...guards].every((each) => each.causes.length === 0);
  try {
    return { loaded: load(documents, sources), isRecorded, causes, missing };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { isRecorded, causes, missing, failure };
  }
}

async function versionOf(record: DecisionRecord, sources: ReplaySources): Promise<Document> {
  const { id, version, hash } = record.policy;
  const stored = await sources.version(id, version);
  if (stored !== undefined && hashOf(stored) === hash) return { document: stored, causes: [], missing: [] };
  const found = await sources.versionByHash(hash);
  const kept = found !== undefined && hashOf(found) === hash ? found : undefined;
  if (stored === undefined) {
    return kept === undefined
      ? { document: undefined, causes: [], missing: [{ kind: "version", id, version, hash }] }
      : { document: kept, causes: [], missing: [] };
  }
  const { recorded, causes } = movedPolicy(record, stored, kept);
  return { document: recorded ?? stored, causes, missing: [] };
}

type Named = { readonly id: string; readonly version?: number; readonly hash: string };

async function byHash(
  source: ReplaySources["calendar"],
  kind: "calendar" | "guard",
  { id, version, hash }: Named,
): Promise<Document> {
  const document = await source(hash);
  if (document === undefined) {
    const missing = { kind, id, ...(version === undefined ? {} : { version }), hash };
    return { document, causes: [], missing: [missing] };
  }
  const now = hashOf(document);
  return { document, causes: now === hash ? [] : [{ cause: kind, recorded: hash, now }], missing: [] };
}

type Documents = {
  readonly policy: StoredValue;
  readonly calendar: StoredValue;
  readonly guards: readonly StoredValue[];
};

/** INVARIANT: what has a recorded hash was validated before it was decided under; anything else may throw here. */
function load({ policy, calendar, guards }: Documents, { prepare }: ReplaySources): LoadedVersion {
  const version = prepare(policy as Policy);
  const given = guards as readonly Guard[];
  const others = version.policy.guards.filter((name) => !given.some((guard) => guard.jurisdiction === name));
  return loadVersion(version, {
    calendar: readyCalendar(calendar),
    guards: [...given, ...others.map((name) => notInForce(name, version.policy))],
  });
}

function readyCalendar(document: StoredValue): Calendar {
  const read = readCalendar(document);
  if ("problems" in read) throw new Error("what is stored is no calendar");
  return read.calendar;
}

/** A guard that the policy names and the record does not had no period in force, so it set no limit. */
function notInForce(jurisdiction: string, { currency }: Policy): Guard {
  return { jurisdiction, title: { en: jurisdiction, zh: jurisdiction }, currency, periods: [] };
}
