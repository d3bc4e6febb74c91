import { contentHash } from "@evenhand/domain";
import { appendAuditEvent, insertDraftSimulation } from "@evenhand/store";
import type { JobContext, JobToDo } from "../jobs/job-kind.ts";
import { attachSimulation } from "../policies/attach-simulation.ts";
import { draftAtHand } from "../policies/draft-at-hand.ts";
import { handedIn } from "../policies/approvals.ts";
import { inForce } from "./open-sides.ts";
import { type SimulationKept, type SimulationPayload, isFull } from "./simulation-job.ts";

const SIMULATION_ACTOR = { kind: "system", id: "simulation" } as const;

/**
 * Keeps as evidence that a draft was simulated in full against the version in force, and notes it where the draft is in
 * review without one. Whatever else was simulated is looked at and nothing more. Doing it again changes nothing.
 */
export async function keepFull(
  context: JobContext,
  { id }: JobToDo,
  { payload, kept }: { readonly payload: SimulationPayload; readonly kept: SimulationKept },
): Promise<void> {
  const { candidate, baseline, policy } = payload;
  if (!("draft" in candidate) || !isFull(payload)) return;
  const at = context.now();
  if (inForce(await context.rulebook(), policy, at) !== baseline.version) return;
  const { movedMinor } = kept.simulation.amounts;
  const result = { cases: kept.caseSet.cases, movedMinor, resultHash: contentHash(kept) };
  await context.store.write(async (tx) => {
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
      actor: SIMULATION_ACTOR,
      action: "simulation.ended",
      object: { kind: "simulation", id },
      after: { ...candidate, policy, baseline, caseSet: kept.caseSet.hash, engine: kept.engine, ...result },
    });
  });
  const isWanted = await context.store.read(async (db) => {
    const draft = await draftAtHand(db, candidate.draft);
    return (await handedIn(db, draft))?.submission.moved_minor === null;
  });
  // Refused where the draft was edited, published or taken back meanwhile: then there is nothing to note it of.
  if (isWanted) await attachSimulation(context, { actor: SIMULATION_ACTOR, ...noted(candidate), movedMinor });
}

function noted({ draft, contentHash: hash }: { readonly draft: string; readonly contentHash: string }) {
  return { draft, contentHash: hash };
}
