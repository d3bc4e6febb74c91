import type { Case, Policy } from "@evenhand/domain";
import { type CaseRow, caseById, latestCases } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { versionsOf } from "../rulebook/versions-of.ts";
import { maskedCase } from "./masked-case.ts";

/** A case as those who write rules see it: what happened, and nobody to whom. */
export type RecentCase = {
  readonly id: string;
  /** The day that decides the version, `YYYY-MM-DD`. */
  readonly appliesOn: string | null;
  /** When it came in, RFC 3339, UTC. */
  readonly createdAt: string;
  readonly case: Case;
};

export type RecentCases = {
  /** RFC 3339, UTC. */
  readonly takenAt: string;
  /** The last that came in first. */
  readonly cases: readonly RecentCase[];
  /** How many of those asked for, the oldest, did not fit into one answer. */
  readonly leftOut: number;
};

export const MOST_RECENT = 1_000;
/** What the cases of one answer come to at most as JSON, in bytes. */
export const MOST_RECENT_BYTES = 4 * 1024 * 1024;
/** After so many cases others have their turn; some ten milliseconds. */
const TURN = 20;

export type RecentAsk = {
  readonly policyId: string;
  readonly limit?: number;
  /** Only this case, in the revision of that id, whenever it came in. */
  readonly caseId?: string;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
};

/**
 * The cases of a policy that came in last, in their newest revisions and with everybody masked: what those who write and
 * review rules need to see whom a change would have hit how, and no more.
 */
export async function recentCases(
  { store, rulebook, now }: Pick<ServiceContext, "store" | "rulebook" | "now">,
  { policyId, limit = MOST_RECENT, caseId, pause }: RecentAsk,
): Promise<RecentCases | RefusedAsk> {
  const found = versionsOf(await rulebook(), policyId);
  if ("refusal" in found) return refusedAsk(...found.refusal.problems);
  const rows = await store.read(async (db) => {
    if (caseId === undefined) return latestCases(db, { policyId, limit: Math.min(limit, MOST_RECENT) });
    const row = await caseById(db, caseId);
    return row?.policy_id === policyId ? [row] : [];
  });
  const takenAt = new Date(now()).toISOString();
  const cases: RecentCase[] = [];
  const utf8 = new TextEncoder();
  let bytes = 0;
  for (const [index, row] of rows.entries()) {
    if (index % TURN === TURN - 1) await pause();
    const one = recentCase(found.versions, row);
    bytes += utf8.encode(JSON.stringify(one)).length;
    if (bytes > MOST_RECENT_BYTES) break;
    cases.push(one);
  }
  return { takenAt, cases, leftOut: rows.length - cases.length };
}

function recentCase(versions: readonly Policy[], row: CaseRow): RecentCase {
  return {
    id: row.id,
    appliesOn: row.applies_on,
    createdAt: new Date(row.created_at).toISOString(),
    case: maskedCase(versions, { reference: row.id, sealed: JSON.parse(row.content) as Case }),
  };
}
