import type { Actor } from "@evenhand/domain";
import { appendAuditEvent, insertSubmission, updateDraft } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import { handedIn } from "./approvals.ts";
import { lockedDraft, requireContent } from "./draft-at-hand.ts";

/**
 * Notes of a draft in review what a full simulation of exactly this content would move, in minor units: from the amount
 * in the settings on, two people must approve. It becomes a submission of its own, so that approvals given without it are
 * void; handing the same content in again later keeps the figure.
 */
export async function attachSimulation(
  context: Pick<ServiceContext, "store" | "now" | "random">,
  {
    actor,
    draft: id,
    contentHash,
    movedMinor,
  }: {
    readonly actor: Actor;
    readonly draft: string;
    readonly contentHash: string;
    readonly movedMinor: number;
  },
): Promise<{ readonly submission: string } | RefusedAsk> {
  return orRefused(() =>
    context.store.write(async (tx) => {
      const draft = await lockedDraft(tx, id);
      await requireContent(tx, draft, { contentHash, states: ["in-review", "approved"] });
      const handed = await handedIn(tx, draft);
      // INVARIANT: what is in review, or approved, was handed in as it is.
      if (!handed) throw new Error(`draft ${id} is ${draft.row.state} and was not handed in`);
      const { sequence: _sequence, ...submission } = handed.submission;
      if (submission.moved_minor === movedMinor) return { submission: submission.id };
      const [next, at] = [newId(context, "submission"), context.now()];
      await insertSubmission(tx, { ...submission, id: next, moved_minor: movedMinor });
      await updateDraft(tx, id, { state: "in-review", changed_at: at });
      await appendAuditEvent(tx, {
        at,
        actor,
        action: "draft.simulated",
        object: { kind: "draft", id },
        before: { state: draft.row.state, submission: submission.id },
        after: { state: "in-review", submission: next, contentHash, movedMinor },
      });
      return { submission: next };
    }),
  );
}
