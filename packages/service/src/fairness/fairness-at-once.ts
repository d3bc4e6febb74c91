import type { Actor } from "@evenhand/domain";
import type { ServiceContext } from "../context.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import type { FairnessKept } from "./fairness-job.ts";
import { readFairnessAsk } from "./read-fairness-ask.ts";
import { resolvePayload } from "./resolve-fairness.ts";
import { reviewSteps } from "./review-steps.ts";

/**
 * Reviews here and now, and writes nothing: for a command over a database that it only reads. The same decisions asked the same
 * give the same result as a review that was put in line. It tells how far it is, and gives what it found at the end.
 */
export async function fairnessAtOnce(
  { store, rulebook, now }: Pick<ServiceContext, "store" | "rulebook" | "now">,
  given: {
    readonly actor: Actor;
    readonly body: unknown;
    readonly onStep: (step: { readonly done: number; readonly total: number }) => void;
  },
): Promise<FairnessKept | RefusedAsk> {
  const sent = readFairnessAsk(given.body);
  if ("refusal" in sent) return sent;
  const rules = await rulebook();
  return orRefused(async () => {
    const { payload, total } = await store.read((db) =>
      resolvePayload({ rules, db, at: now(), actor: given.actor }, sent),
    );
    const steps = reviewSteps({ store, rules, pause: NO_PAUSE }, payload);
    for (;;) {
      const next = await steps.next();
      if (next.done === true) return next.value;
      given.onStep({ done: next.value.done, total });
    }
  });
}

/** A command has nobody to let have their turn. */
const NO_PAUSE = async (): Promise<void> => undefined;
