import { createLiveWork } from "./live-work.ts";
import type { LiveOrder } from "./protocol.ts";

const take = createLiveWork({
  report: (report) => postMessage(report),
  now: () => performance.now(),
  pause: () =>
    new Promise((resume) => {
      setTimeout(resume);
    }),
});

// INVARIANT: nobody but the workspace posts here, and it posts orders only.
addEventListener("message", ({ data }: MessageEvent<LiveOrder>) => take(data));
