import { CHECKS } from "../checks/check-steps.ts";
import { REPLAYS } from "../evidence/replay/replay-steps.ts";
import { FAIRNESS_REVIEWS } from "../fairness/fairness-steps.ts";
import { SIMULATIONS } from "../simulations/simulation-steps.ts";
import type { JobKind } from "./job-kind.ts";

/** Every kind of job that there is. */
export const JOB_KINDS: readonly JobKind[] = [REPLAYS, SIMULATIONS, CHECKS, FAIRNESS_REVIEWS];
