import { setImmediate as nextTurn } from "node:timers/promises";

/** What a worker is given of the thread it is in. */
export const IN_THIS_THREAD = {
  pause: () => nextTurn(),
  every: (ms: number, work: () => void): (() => void) => {
    const timer = setInterval(work, ms);
    // A sign of life alone keeps no process alive.
    timer.unref();
    return () => clearInterval(timer);
  },
};
