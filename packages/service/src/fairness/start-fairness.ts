import type { Actor } from "@evenhand/domain";
import { actorName, insertJob } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import { FAIRNESS } from "./fairness-job.ts";
import { readFairnessAsk } from "./read-fairness-ask.ts";
import { resolvePayload } from "./resolve-fairness.ts";

/** Puts a fairness review in line: over the decisions of a policy that are in force now. */
export async function startFairness(
  context: Pick<ServiceContext, "store" | "rulebook" | "now" | "random">,
  { actor, body }: { readonly actor: Actor; readonly body: unknown },
): Promise<{ readonly id: string } | RefusedAsk> {
  const sent = readFairnessAsk(body);
  if ("refusal" in sent) return sent;
  const rules = await context.rulebook();
  const at = context.now();
  return orRefused(async () => {
    const { payload, total } = await context.store.read((db) =>
      resolvePayload({ rules, db, at, actor }, sent),
    );
    const id = newId(context, "job");
    await context.store.write((tx) =>
      insertJob(tx, {
        id,
        kind: FAIRNESS.kind,
        payload: JSON.stringify(payload),
        total,
        created_at: at,
        created_by: actorName(actor),
      }),
    );
    return { id };
  });
}
