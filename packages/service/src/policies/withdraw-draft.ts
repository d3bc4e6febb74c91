import type { Actor } from "@evenhand/domain";
import { type Db, appendAuditEvent, updateDraft } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import { actingPerson } from "./acting-person.ts";
import { lockedDraft, requireState } from "./draft-at-hand.ts";
import type { DraftView } from "./draft-view.ts";
import { readDraft } from "./read-draft.ts";

/** Gives a draft up for good; it can still be read. */
export async function withdrawDraft(
  context: ServiceContext,
  ask: { readonly actor: Actor; readonly id: string },
): Promise<{ readonly draft: DraftView } | RefusedAsk> {
  const person = await actingPerson(context, ask.actor);
  if ("refusal" in person) return person;
  const withdrawn = await orRefused(() =>
    context.store.write(async (tx) => {
      await keepDraftWithdrawn(context, tx, ask);
      return {};
    }),
  );
  return "refusal" in withdrawn ? withdrawn : readDraft(context, ask);
}

/** @throws AskRefused as `not-found` or `wrong-state` */
export async function keepDraftWithdrawn(
  context: Pick<ServiceContext, "now">,
  tx: Db,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<void> {
  const draft = await lockedDraft(tx, id);
  requireState(draft, "draft", "in-review", "approved");
  const at = context.now();
  await updateDraft(tx, id, { state: "withdrawn", changed_at: at });
  await appendAuditEvent(tx, {
    at,
    actor,
    action: "draft.withdrawn",
    object: { kind: "draft", id },
    before: { state: draft.row.state },
    after: { state: "withdrawn", contentHash: draft.contentHash },
  });
}
