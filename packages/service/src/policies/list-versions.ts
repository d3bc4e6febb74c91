import { formatDay, isIdentifier, localDay, parseDay } from "@evenhand/domain";
import { type VersionListing, listVersions as listVersionRows } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { moment } from "./draft-view.ts";

/**
 * Where a version is in its life: its day is still to come, it holds now, or another has taken over; or it was withdrawn
 * before its day came.
 */
export type VersionState = "scheduled" | "in-force" | "superseded" | "withdrawn";

export type VersionView = {
  readonly version: number;
  readonly state: VersionState;
  readonly effectiveFrom: string;
  /** The last day before a higher version takes over; null where none does. */
  readonly effectiveUntil: string | null;
  readonly hash: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  /** Null of a version that stands. */
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  /** The draft that it came of; null for one that was taken in as a file. */
  readonly draft: string | null;
};

/** The published versions of a policy, ascending, withdrawn ones too, each with where it stands today. */
export async function listVersions(
  context: Pick<ServiceContext, "store" | "rulebook" | "now">,
  { policy }: { readonly policy: string },
): Promise<{ readonly versions: readonly VersionView[] } | RefusedAsk> {
  const rulebook = await context.rulebook();
  const rows = isIdentifier(policy) ? await context.store.read((db) => listVersionRows(db, policy)) : [];
  const standing = rows.filter(({ withdrawn_at }) => withdrawn_at === null);
  // Whose versions were all withdrawn is in force on no day, so that none is asked about.
  if (rows.length > 0 && standing.length === 0) return { versions: rows.map((row) => viewOf(row, NOTHING)) };
  const usable = standing.toReversed().map(({ version }) => rulebook.version(policy, version));
  const newest = usable.find((found) => !("refusal" in found)) ?? rulebook.version(policy);
  if ("refusal" in newest) return refusedAsk(...newest.refusal.problems);
  const today = formatDay(localDay(context.now(), newest.version.policy.timeZone));
  return { versions: rows.map((row) => viewOf(row, { standing, today })) };
}

type Around = { readonly standing: readonly VersionListing[]; readonly today: string };

const NOTHING: Around = { standing: [], today: "" };

function viewOf(row: VersionListing, around: Around): VersionView {
  return {
    version: row.version,
    ...inForce(row, around),
    hash: row.hash,
    publishedAt: moment(row.published_at),
    publishedBy: row.published_by,
    withdrawnAt: row.withdrawn_at === null ? null : moment(row.withdrawn_at),
    withdrawnBy: row.withdrawn_by,
    draft: row.draft_id,
  };
}

/** Days written as `YYYY-MM-DD` order as text. */
function inForce(
  { version, effective_from: effectiveFrom, withdrawn_at }: VersionListing,
  { standing, today }: Around,
): Pick<VersionView, "state" | "effectiveFrom" | "effectiveUntil"> {
  if (withdrawn_at !== null) return { state: "withdrawn", effectiveFrom, effectiveUntil: null };
  const later = standing.filter((other) => other.version > version);
  const takesOver = later.map(({ effective_from }) => effective_from).toSorted()[0];
  const started = effectiveFrom <= today;
  const ended = takesOver !== undefined && takesOver <= today;
  return {
    state: ended ? "superseded" : started ? "in-force" : "scheduled",
    effectiveFrom,
    effectiveUntil: takesOver === undefined ? null : dayBefore(takesOver),
  };
}

function dayBefore(day: string): string {
  const parsed = parseDay(day);
  // INVARIANT: a version is validated before it is published, its day with it.
  if (parsed === undefined) throw new Error(`a version is in force from ${day}`);
  return formatDay(parsed - 1);
}
