import { type Actor, canonicalJson } from "@evenhand/domain";
import { appendAuditEvent, decisionById } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { decisionView } from "../decisions/decision-view.ts";
import { noDecision } from "../decisions/problems.ts";
import { keepText } from "../pseudonyms/keep-text.ts";
import { openFor } from "../pseudonyms/open-for.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../refused.ts";
import { readReason } from "./read-reason.ts";

/**
 * A decision with everybody in it under their staff numbers and every text, as JSON text, for somebody who is shown
 * pseudonyms otherwise. That they looked, and why, is kept for good before they see anything.
 */
export async function unmaskDecision(
  context: ServiceContext,
  { actor, decision, body }: { readonly actor: Actor; readonly decision: string; readonly body: unknown },
): Promise<{ readonly body: string } | RefusedAsk> {
  const read = readReason(body);
  if ("refusal" in read) return read;
  const rules = await context.rulebook();
  return orRefused(() =>
    context.store.write(async (tx) => {
      if (!(await decisionById(tx, decision))) throw new AskRefused(noDecision(decision));
      const reason = await keepText(context, tx, { value: read.reason, objectId: decision });
      await appendAuditEvent(tx, {
        at: context.now(),
        actor,
        action: "decision.unmasked",
        object: { kind: "decision", id: decision },
        after: { reason },
      });
      const view = canonicalJson(await decisionView(rules, tx, decision));
      return { body: await openFor(tx, view, { kind: "all" }) };
    }),
  );
}
