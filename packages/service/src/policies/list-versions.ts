import { formatDay, isIdentifier, localDay, parseDay } from "@evenhand/domain";
import { type VersionListing, listVersions as listVersionRows } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { moment } from "./draft-view.ts";

/** Where a version is in its life: its day is still to come, it holds now, or another has taken over. */
export type VersionState = "scheduled" | "in-force" | "superseded";

export type VersionView = {
  readonly version: number;
  readonly state: VersionState;
  readonly effectiveFrom: string;
  /** The last day before a higher version takes over; null where none does. */
  readonly effectiveUntil: string | null;
  readonly hash: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  /** The draft that it came of; null for one that was taken in as a file. */
  readonly draft: string | null;
};

/** The published versions of a policy, ascending, each with where it stands today. */
export async function listVersions(
  context: Pick<ServiceContext, "store" | "rulebook" | "now">,
  { policy }: { readonly policy: string },
): Promise<{ readonly versions: readonly VersionView[] } | RefusedAsk> {
  const rulebook = await context.rulebook();
  const rows = isIdentifier(policy) ? await context.store.read((db) => listVersionRows(db, policy)) : [];
  const usable = rows.toReversed().map(({ version }) => rulebook.version(policy, version));
  const newest = usable.find((found) => !("refusal" in found)) ?? rulebook.version(policy);
  if ("refusal" in newest) return refusedAsk(...newest.refusal.problems);
  const today = formatDay(localDay(context.now(), newest.version.policy.timeZone));
  return {
    versions: rows.map((row, index) => ({
      version: row.version,
      ...inForce(row.effective_from, { later: rows.slice(index + 1), today }),
      hash: row.hash,
      publishedAt: moment(row.published_at),
      publishedBy: row.published_by,
      draft: row.draft_id,
    })),
  };
}

/** Days written as `YYYY-MM-DD` order as text. */
function inForce(
  effectiveFrom: string,
  { later, today }: { readonly later: readonly VersionListing[]; readonly today: string },
): Pick<VersionView, "state" | "effectiveFrom" | "effectiveUntil"> {
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
