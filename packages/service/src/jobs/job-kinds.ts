import { REPLAYS } from "../evidence/replay/replay-steps.ts";
import { SIMULATIONS } from "../simulations/simulation-steps.ts";
import type { JobKind } from "./job-kind.ts";

/** Every kind of job that there is. */
export const JOB_KINDS: readonly JobKind[] = [REPLAYS, SIMULATIONS];
