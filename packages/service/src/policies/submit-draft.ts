import type { Actor } from "@evenhand/domain";
import type { ExampleResult } from "@evenhand/engine";
import {
  type Db,
  appendAuditEvent,
  draftEditors,
  insertSubmission,
  submissionsOf,
  updateDraft,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../refused.ts";
import { withNames } from "../pseudonyms/open-for.ts";
import { type ActingPerson, actingPerson } from "./acting-person.ts";
import {
  type DraftAtHand,
  draftAtHand,
  lockedDraft,
  requireRevision,
  requireState,
} from "./draft-at-hand.ts";
import { errorsOf, openDraft } from "./draft-diagnostics.ts";
import type { DraftView } from "./draft-view.ts";
import { runExamples } from "./examples/run-examples.ts";
import { readDraft } from "./read-draft.ts";
import { fullSimulation } from "../simulations/full-simulation.ts";
import { requireChange } from "./require-change.ts";

/**
 * Hands a draft in for review, exactly as it is: refused with all errors of its document, or with every example whose
 * outcome or reasons are other than it says, found by both evaluators; where it says what the newest version says; and
 * where there are past cases that exactly this content was not simulated over.
 */
export async function submitDraft(
  context: ServiceContext,
  ask: { readonly actor: Actor; readonly id: string; readonly revision: number },
): Promise<{ readonly draft: DraftView } | RefusedAsk> {
  const { actor, id, revision } = ask;
  const submitter = await actingPerson(context, actor);
  if ("refusal" in submitter) return submitter;
  const submitted = await orRefused(async () => {
    const seen = await context.store.read((db) => draftAtHand(db, id));
    requireState(seen, "draft");
    requireRevision(seen, { revision, by: submitter });
    await check(context, seen);
    await context.store.write(async (tx) => {
      const draft = await lockedDraft(tx, id);
      requireState(draft, "draft");
      // INVARIANT: what is handed in is what was checked, since no revision is ever another than it was.
      requireRevision(draft, { revision, by: submitter });
      await requireChange(tx, draft);
      const movedMinor = await fullSimulation(tx, draft);
      await keep(context, tx, { draft, actor, submitter, movedMinor });
    });
    return {};
  });
  return "refusal" in submitted ? withNames(context, actor, submitted) : readDraft(context, ask);
}

async function check(context: ServiceContext, { row, document }: DraftAtHand): Promise<void> {
  const opened = openDraft(await context.rulebook(), { policyId: row.policy_id, document });
  if (!opened.loaded) throw new AskRefused(...errorsOf(opened.diagnostics));
  const failures = failuresOf(await runExamples(context, opened.loaded));
  if (failures.length > 0) throw new AskRefused(...failures);
}

/** An answer never grows far beyond what was asked. */
const MOST_TOLD = 100;

function failuresOf(results: readonly ExampleResult[]): readonly SentProblem[] {
  return results
    .flatMap(({ failures }) => failures)
    .slice(0, MOST_TOLD)
    .map(({ at, message }) => ({ code: "examples-fail", at, message }));
}

async function keep(
  context: ServiceContext,
  tx: Db,
  {
    draft: { row, contentHash },
    actor,
    submitter,
    movedMinor,
  }: {
    readonly draft: DraftAtHand;
    readonly actor: Actor;
    readonly submitter: ActingPerson;
    readonly movedMinor: number | null;
  },
): Promise<void> {
  const at = context.now();
  const before = await submissionsOf(tx, row.id);
  // What was noted of this very content before still holds of it.
  const simulated = before.findLast(({ content_hash }) => content_hash === contentHash);
  const moved = movedMinor ?? simulated?.moved_minor ?? null;
  const id = newId(context, "submission");
  await insertSubmission(tx, {
    id,
    draft_id: row.id,
    revision: row.revision,
    content_hash: contentHash,
    submitted_by: submitter.account,
    submitted_by_person: submitter.person,
    at,
    moved_minor: moved,
  });
  await updateDraft(tx, row.id, { state: "in-review", changed_at: at });
  const editors = await draftEditors(tx, row.id);
  await appendAuditEvent(tx, {
    at,
    actor,
    action: "draft.submitted",
    object: { kind: "draft", id: row.id },
    before: { state: row.state },
    after: {
      state: "in-review",
      policy: row.policy_id,
      submission: id,
      revision: row.revision,
      contentHash,
      ...(moved === null ? {} : { movedMinor: moved }),
      editors: [...new Set(editors.map(({ editor }) => editor))],
    },
  });
}
