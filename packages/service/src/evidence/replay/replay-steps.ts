import type { JobKind } from "../../jobs/job-kind.ts";
import { NO_RESULT, REPLAY, type ReplayPayload, type ReplayResult, withVerdict } from "./replay-job.ts";
import { replay } from "./replay.ts";
import type { ReplayPlace } from "./replayed.ts";

/** Each step takes so many decisions, which is a second at most. */
const STEP = 100;

/** How replays are worked on. */
export const REPLAYS: JobKind = {
  name: REPLAY.kind,
  steps: async function* ({ store }, { payload, total, kept, pause }) {
    // INVARIANT: both texts were written here or where the job was put in line.
    const asked = JSON.parse(payload) as ReplayPayload;
    let result = kept ? (JSON.parse(kept.result) as ReplayResult) : NO_RESULT;
    let at = kept ? (JSON.parse(kept.checkpoint) as ReplayPlace) : { done: 0, after: 0, total };
    const step = () => ({ ...at, result: JSON.stringify(result), checkpoint: JSON.stringify(at) });
    for await (const { replayed, ...place } of replay({ store }, { ...asked, pause, goesOn: at })) {
      result = withVerdict(result, replayed, asked);
      at = place;
      if (at.done % STEP === 0) yield step();
    }
    yield step();
  },
};
