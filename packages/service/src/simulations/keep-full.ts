import { systemActor } from "@evenhand/domain";
import { type Db, draftSimulationOf } from "@evenhand/store";
import type { JobContext, JobToDo } from "../jobs/job-kind.ts";
import { attachSimulation } from "../policies/attach-simulation.ts";
import { handedIn } from "../policies/approvals.ts";
import { draftAtHand, lockedDraft } from "../policies/draft-at-hand.ts";
import type { DraftIdentity } from "../policies/version-or-draft.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { canBeEvidence } from "./open-sides.ts";
import type { SimulationKept, SimulationPayload } from "./simulation-job.ts";

const SIMULATION_ACTOR = systemActor("simulation");

/**
 * Keeps as evidence that a draft was simulated in full against the version in force, and notes it where the draft is in
 * review without one. Whatever else was simulated, or is simulated again of what is in review with its evidence, is looked
 * at and nothing more. Doing it again changes nothing.
 */
export async function keepFull(
  context: JobContext,
  { id }: JobToDo,
  { payload, kept }: { readonly payload: SimulationPayload; readonly kept: SimulationKept },
): Promise<void> {
  const { candidate } = payload;
  const at = context.now();
  const rules = await context.rulebook();
  if (!("draft" in candidate) || !canBeEvidence({ rules, at }, payload)) return;
  await context.store.write(async (tx) => {
    if (await isReviewedWithAnother(tx, candidate)) return;
    await keepEvidence(tx, { id, candidate, payload, kept }, { at, actor: SIMULATION_ACTOR });
  });
  const { draft, contentHash } = candidate;
  const isWanted = await context.store.read(async (db) => {
    const handed = await handedIn(db, await draftAtHand(db, draft));
    return handed?.submission.moved_minor === null;
  });
  const { movedMinor } = kept.simulation.amounts;
  // Refused where the draft was edited, published or taken back meanwhile: then there is nothing to note it of.
  if (isWanted) await attachSimulation(context, { actor: SIMULATION_ACTOR, draft, contentHash, movedMinor });
}

/** What a draft in review was handed in with stays, until its author pins another one. */
async function isReviewedWithAnother(tx: Db, { draft: id, contentHash }: DraftIdentity): Promise<boolean> {
  const draft = await lockedDraft(tx, id);
  if (draft.contentHash !== contentHash || !(await handedIn(tx, draft))) return false;
  return (await draftSimulationOf(tx, { draftId: id, contentHash })) !== undefined;
}
