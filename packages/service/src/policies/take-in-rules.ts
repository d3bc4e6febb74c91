import { type RuleFile, type RuleFiles, contentHash, systemActor } from "@evenhand/domain";
import {
  type Db,
  actorName,
  appendAuditEvent,
  hasVersions,
  insertCalendar,
  insertGuard,
  insertVersion,
  knownGround,
  metaValue,
  putMeta,
  raiseRulesRevision,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import type { FileReport } from "../rulebook/file-report.ts";
import { openGround } from "../rulebook/ground.ts";
import { openRulebook } from "../rulebook/open-rulebook.ts";
import { withoutUnfit } from "./unfit-ground.ts";

/** What came of a folder of rules. */
export type TakenIn = {
  /** How many documents were new. */
  readonly calendars: number;
  readonly guards: number;
  readonly versions: number;
  /** What was found about each file that was looked at; one that is not used was not taken in. */
  readonly reports: readonly FileReport[];
};

/**
 * Takes a folder of rules into the database: calendars and guards whenever there are new ones, which are in use from then
 * on; policies only where nothing was ever published, since from then on they change by approval alone. A policy with an
 * unsound file stays out as a whole, since its other versions might be taken for those in force; it is tried again at the
 * next start, once its file is mended.
 */
export async function takeInRules(
  { store, now }: Pick<ServiceContext, "store" | "now">,
  files: RuleFiles,
): Promise<TakenIn> {
  const planned = await store.read((db) => plan(db, files));
  const none = { calendars: 0, guards: 0, versions: 0, reports: planned.reports };
  if (planned.calendars.length + planned.guards.length + planned.versions.length === 0) return none;
  return store.write((tx) => takeIn(tx, files, now()));
}

/** What of a folder would be taken in by a database as it stands, and what is found about its files. */
async function plan(db: Db, files: RuleFiles): Promise<Documents> {
  const wanted = await wantedPolicies(db);
  const policies = files.policies.filter(({ path }) => wanted === "all" || wanted.has(idOf(path)));
  const fitting = await withoutUnfit(db, { ...files, policies });
  const found = documentsOf(fitting.files);
  const { hashes } = await knownGround(db);
  const isNew = ({ hash }: { readonly hash: string }): boolean => !hashes.has(hash);
  const isUnfit = ({ path }: FileReport): boolean => fitting.unfit.some((report) => report.path === path);
  return {
    ...found,
    calendars: found.calendars.filter(isNew),
    guards: found.guards.filter(isNew),
    reports: [...fitting.unfit, ...found.reports.filter((report) => !isUnfit(report))],
  };
}

/** Which policies may still be taken in: all before the first start, and then those that it left out. */
async function wantedPolicies(db: Db): Promise<"all" | ReadonlySet<string>> {
  if (!(await hasVersions(db))) return "all";
  const left = await metaValue(db, LEFT_OUT);
  return new Set(left === undefined ? [] : (JSON.parse(left) as readonly string[]));
}

/** The policies that the first start left out, a JSON list of their ids. */
const LEFT_OUT = "policies-left-out";

/** `complaint-fines` for `complaint-fines/v1.json`. */
function idOf(path: string): string {
  return path.slice(0, path.indexOf("/"));
}

/** A sound document with the file that it stands in. */
type Found = { readonly file: RuleFile; readonly id: string; readonly hash: string };
type FoundVersion = Found & { readonly version: number; readonly effectiveFrom: string };

type Documents = {
  readonly calendars: readonly (Found & { readonly version: number })[];
  readonly guards: readonly Found[];
  readonly versions: readonly FoundVersion[];
  readonly reports: readonly FileReport[];
  /** The ids of policies with a file that is not sound. */
  readonly leftOut: readonly string[];
};

function documentsOf(files: RuleFiles): Documents {
  const { ground } = openGround(files);
  const { rulebook, reports } = openRulebook(files);
  const unsound = reports.filter(({ isUsed }) => !isUsed);
  const sound = rulebook
    .policies()
    .filter(({ id }) => !unsound.some(({ path }) => path.startsWith(`${id}/`)));
  return {
    calendars: files.calendars.flatMap((file) => {
      const calendar = ground.calendars.get(nameOf(file));
      return calendar ? [{ file, ...calendar }] : [];
    }),
    guards: files.guards.flatMap((file) => {
      const guard = ground.guards.get(nameOf(file));
      return guard ? [{ file, id: guard.jurisdiction, hash: contentHash(guard) }] : [];
    }),
    versions: sound.flatMap(({ id, versions }) =>
      versions.flatMap((version) => {
        const file = files.policies.find(({ path }) => path === `${id}/v${version.version}.json`);
        return file ? [{ file, id, ...version }] : [];
      }),
    ),
    reports,
    leftOut: [
      ...new Set(
        files.policies
          .filter(({ path }) => unsound.some((report) => report.path === path))
          .map(({ path }) => idOf(path)),
      ),
    ],
  };
}

/** `cn` for `calendars/cn.json`. */
function nameOf({ path }: RuleFile): string {
  return path.slice(path.indexOf("/") + 1).replace(/\.json$/, "");
}

const RULE_FILES = systemActor("rule-files");

async function takeIn(tx: Db, files: RuleFiles, at: number): Promise<TakenIn> {
  // Of two processes that start at once the second waits here, and then finds everything taken in.
  await raiseRulesRevision(tx);
  const known = await knownGround(tx);
  const { calendars, guards, versions, reports, leftOut } = await plan(tx, files);
  await putMeta(tx, { key: LEFT_OUT, value: JSON.stringify(leftOut) });
  // Which one is in use goes by this, whatever the clock did in between.
  const takenInAt = Math.max(at, known.lastAt + 1);
  for (const { id, version, hash, file } of calendars) {
    await insertCalendar(tx, { id, version, hash, document: file.text, taken_in_at: takenInAt });
    await tell(tx, { at, kind: "calendar", id, after: { version, hash, origin: file.path } });
  }
  for (const { id, hash, file } of guards) {
    await insertGuard(tx, { jurisdiction: id, hash, document: file.text, taken_in_at: takenInAt });
    await tell(tx, { at, kind: "guard", id, after: { hash, origin: file.path } });
  }
  for (const { id, version, hash, effectiveFrom, file } of versions) {
    await insertVersion(tx, {
      policy_id: id,
      version,
      hash,
      document: file.text,
      effective_from: effectiveFrom,
      draft_id: null,
      published_at: at,
      published_by: actorName(RULE_FILES),
    });
    await appendAuditEvent(tx, {
      at,
      actor: RULE_FILES,
      action: "policy.published",
      object: { kind: "policy-version", id: `${id}@${version}` },
      after: { policy: id, version, hash, effectiveFrom, origin: file.path },
    });
  }
  return { calendars: calendars.length, guards: guards.length, versions: versions.length, reports };
}

async function tell(
  tx: Db,
  taken: {
    readonly at: number;
    readonly kind: "calendar" | "guard";
    readonly id: string;
    readonly after: object;
  },
): Promise<void> {
  const { at, kind, id, after } = taken;
  await appendAuditEvent(tx, {
    at,
    actor: RULE_FILES,
    action: `${kind}.taken-in`,
    object: { kind, id },
    after,
  });
}
