import { type Actor, contentHash } from "@evenhand/domain";
import { type Db, appendAuditEvent, insertDraftSimulation } from "@evenhand/store";
import type { DraftIdentity } from "../policies/version-or-draft.ts";
import type { SimulationKept, SimulationPayload } from "./simulation-job.ts";

/** A full simulation of a draft that came to its end. */
export type FullSimulation = {
  readonly id: string;
  readonly candidate: DraftIdentity;
  readonly payload: SimulationPayload;
  readonly kept: SimulationKept;
};

/** Makes a full simulation what exactly this content of the draft is reviewed with, in place of any before; once each. */
export async function keepEvidence(
  tx: Db,
  { id, candidate, payload: { policy, baseline }, kept }: FullSimulation,
  { at, actor }: { readonly at: number; readonly actor: Actor },
): Promise<void> {
  const { movedMinor } = kept.simulation.amounts;
  const result = { cases: kept.caseSet.cases, movedMinor, resultHash: contentHash(kept) };
  const isNew = await insertDraftSimulation(tx, {
    job_id: id,
    draft_id: candidate.draft,
    content_hash: candidate.contentHash,
    cases: result.cases,
    moved_minor: movedMinor,
    result_hash: result.resultHash,
    at,
  });
  if (!isNew) return;
  await appendAuditEvent(tx, {
    at,
    actor,
    action: "simulation.ended",
    object: { kind: "simulation", id },
    after: { ...candidate, policy, baseline, caseSet: kept.caseSet.hash, engine: kept.engine, ...result },
  });
}
