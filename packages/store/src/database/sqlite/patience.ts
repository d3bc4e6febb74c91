import { setTimeout as pause } from "node:timers/promises";
import { isBusy } from "./sqlite-failure.ts";

/** How long a transaction waits for those of other processes. */
const MOST_WAITING_MS = 15_000;
const LONGEST_PAUSE_MS = 8;

/**
 * Tries again while another process is writing. SQLite's own waiting would hold up everything else in this process, and
 * for ever where the one who writes is in this process too.
 */
export async function whileBusy<Result>(work: () => Result): Promise<Result> {
  const begun = performance.now();
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() - begun > MOST_WAITING_MS) throw error;
    }
    // Pauses differ, so that processes do not keep meeting at the same moment.
    await pause(1 + Math.random() * LONGEST_PAUSE_MS);
  }
}
