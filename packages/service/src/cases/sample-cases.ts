import type { Case } from "@evenhand/domain";
import { latestCases } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { versionsOf } from "../rulebook/versions-of.ts";
import { maskedCase } from "./masked-case.ts";

/** A case of a sample: what happened, and nobody to whom. */
export type SampleCase = {
  readonly id: string;
  /** The day that decides the version, `YYYY-MM-DD`. */
  readonly appliesOn: string | null;
  /** When it came in, RFC 3339, UTC. */
  readonly createdAt: string;
  readonly case: Case;
};

export type CaseSample = {
  /** RFC 3339, UTC. */
  readonly takenAt: string;
  /** The last that came in first. */
  readonly cases: readonly SampleCase[];
};

export const MOST_SAMPLED = 1_000;

/**
 * The cases of a policy that came in last, in their newest revisions and with everybody masked: what those who write and
 * review rules need to see whom a change would have hit how, and no more.
 */
export async function sampleCases(
  { store, rulebook, now }: Pick<ServiceContext, "store" | "rulebook" | "now">,
  { policyId, limit = MOST_SAMPLED }: { readonly policyId: string; readonly limit?: number },
): Promise<CaseSample | RefusedAsk> {
  const found = versionsOf(await rulebook(), policyId);
  if ("refusal" in found) return refusedAsk(...found.refusal.problems);
  const rows = await store.read((db) => latestCases(db, { policyId, limit: Math.min(limit, MOST_SAMPLED) }));
  return {
    takenAt: new Date(now()).toISOString(),
    cases: rows.map(({ id, applies_on: appliesOn, created_at: createdAt, content }) => ({
      id,
      appliesOn,
      createdAt: new Date(createdAt).toISOString(),
      case: maskedCase(found.versions, { reference: id, sealed: JSON.parse(content) as Case }),
    })),
  };
}
