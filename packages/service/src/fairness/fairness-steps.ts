import { type NewFairnessCase, deleteFairnessCases, insertFairnessCases, jobProgress } from "@evenhand/store";
import type { JobKind, JobStep } from "../jobs/job-kind.ts";
import { keysOfCase } from "./case-keys.ts";
import type { FairnessCase } from "./fairness-cases.ts";
import { FAIRNESS } from "./fairness-job.ts";
import { fairnessPayload } from "./read-fairness.ts";
import { reviewSteps } from "./review-steps.ts";

/** A step is kept after so long, or once it counted so many. */
const STEP_MS = 1_000;
const STEP_CASES = 500;

/**
 * How fairness reviews are worked on. What the questions have in mind is not kept on the way, so that a review whose worker is gone
 * begins anew; and one that is called off leaves no figures, since those of some decisions would be taken for those of all.
 */
export const FAIRNESS_REVIEWS: JobKind = {
  name: FAIRNESS.kind,
  steps: async function* ({ store, rulebook, now }, job) {
    const steps = reviewSteps({ store, rules: await rulebook(), pause: job.pause }, fairnessPayload(job));
    let [isFirst, keptAt] = [true, now()];
    let waiting: FairnessCase[] = [];
    let progress = { done: 0, skipped: 0 };
    const step = (result: unknown): JobStep => ({
      ...progress,
      total: job.total,
      result: JSON.stringify(result),
      checkpoint: "null",
      keep: keeping(job.id, waiting, isFirst),
    });
    for (;;) {
      const next = await steps.next();
      if (next.done === true) {
        yield step(next.value);
        return;
      }
      const { counted, ...at } = next.value;
      progress = at;
      waiting.push(...counted);
      if (now() - keptAt < STEP_MS && waiting.length < STEP_CASES) continue;
      yield step(null);
      [isFirst, keptAt, waiting] = [false, now(), []];
    }
  },
  clear: async (tx, id) => {
    const row = await jobProgress(tx, id);
    if (row?.state !== "done") await deleteFairnessCases(tx, id);
  },
};

/** Keeps whom a step counted; the first one takes away what was counted before the worker was gone. */
function keeping(
  job: string,
  counted: readonly FairnessCase[],
  isFirst: boolean,
): NonNullable<JobStep["keep"]> {
  const rows = counted.map((one): NewFairnessCase => {
    const { position, decision } = one;
    return {
      job_id: job,
      position,
      decision_id: decision,
      line: JSON.stringify(one),
      keys: keysOfCase(one),
    };
  });
  return async (tx) => {
    if (isFirst) await deleteFairnessCases(tx, job);
    await insertFairnessCases(tx, rows);
  };
}
