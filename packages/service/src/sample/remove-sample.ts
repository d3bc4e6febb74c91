import type { Actor } from "@evenhand/domain";
import {
  type Db,
  SAMPLE,
  appendAuditEvent,
  listDrafts,
  listVersions,
  lockWithdrawals,
  raiseRulesRevision,
  standingSample,
  stopImports,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { actingPerson } from "../policies/acting-person.ts";
import { keepDraftWithdrawn } from "../policies/withdraw-draft.ts";
import { keepWithdrawal } from "../policies/withdraw-version.ts";
import type { RefusedAsk } from "../refused.ts";
import { type SampleView, readSample } from "./sample-view.ts";

/**
 * Removes the sample company: its versions are withdrawn, its open drafts too, its cases are listed no more, and where
 * they are still on their way no more of them is kept. What the log tells of it stays, and nothing else is touched. Where
 * there is none, nothing happens.
 */
export async function removeSample(
  context: ServiceContext,
  { actor }: { readonly actor: Actor },
): Promise<{ readonly sample: SampleView } | RefusedAsk> {
  const person = await actingPerson(context, actor);
  if ("refusal" in person) return person;
  if (await context.store.read((db) => standingSample(db))) {
    const revision = await context.store.write(async (tx) => {
      const raised = await raiseRulesRevision(tx);
      await lockWithdrawals(tx, "alone");
      const standing = await standingSample(tx);
      if (standing) await remove(context, tx, { actor, policy: standing.object_id });
      return raised;
    });
    await context.rulebook(revision);
  }
  return { sample: await readSample(context) };
}

type Removing = { readonly actor: Actor; readonly policy: string };

async function remove(context: ServiceContext, tx: Db, { actor, policy }: Removing): Promise<void> {
  const at = context.now();
  for (const one of await stopImports(tx, policy))
    await appendAuditEvent(tx, {
      at,
      actor,
      action: "import.ended",
      object: { kind: "import", id: one.id },
      after: { state: "failed", rows: { done: one.rows_done, taken: one.rows_taken } },
    });
  await withdrawDrafts(context, tx, { actor, policy });
  const versions = await listVersions(tx, policy);
  for (const listing of versions.filter(({ withdrawn_at }) => withdrawn_at === null))
    await keepWithdrawal(context, tx, { actor, listing, reason: REASON, state: "sample" });
  await appendAuditEvent(tx, {
    at,
    actor,
    action: SAMPLE.removed,
    object: { kind: SAMPLE.kind, id: policy },
    after: { versions: versions.length },
  });
}

const REASON = "the sample company was removed";
const OPEN_STATES = ["draft", "in-review", "approved"] as const;
const PAGE = 100;

async function withdrawDrafts(context: ServiceContext, tx: Db, { actor, policy }: Removing): Promise<void> {
  for (;;) {
    // Those that were withdrawn are listed no more, so that the next ones come up.
    const drafts = await listDrafts(tx, { policyId: policy, states: OPEN_STATES, limit: PAGE });
    for (const { id } of drafts) await keepDraftWithdrawn(context, tx, { actor, id });
    if (drafts.length < PAGE) return;
  }
}
