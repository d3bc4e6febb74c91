import type { Actor } from "@evenhand/domain";
import { actorName, insertJob } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import { resolveAsk } from "./open-sides.ts";
import { readAsk } from "./read-ask.ts";
import { SIMULATION } from "./simulation-job.ts";

/**
 * Puts a simulation in line: a published version or a draft as it stands now against a version, over the past cases of
 * their policy.
 */
export async function beginSimulation(
  context: Pick<ServiceContext, "store" | "rulebook" | "now" | "random">,
  { actor, body }: { readonly actor: Actor; readonly body: unknown },
): Promise<{ readonly id: string } | RefusedAsk> {
  const asked = readAsk(body);
  if ("refusal" in asked) return asked;
  const rules = await context.rulebook();
  const at = context.now();
  return orRefused(async () => {
    const { payload } = await context.store.read((db) => resolveAsk({ rules, db, at }, asked));
    const id = newId(context, "job");
    await context.store.write((tx) =>
      insertJob(tx, {
        id,
        kind: SIMULATION.kind,
        payload: JSON.stringify(payload),
        created_at: at,
        created_by: actorName(actor),
      }),
    );
    return { id };
  });
}
