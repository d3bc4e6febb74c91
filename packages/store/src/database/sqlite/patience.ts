import { setTimeout as pause } from "node:timers/promises";
import { isBusy } from "./sqlite-failure.ts";

/** How long a transaction waits for those of other processes. */
const MOST_WAITING_MS = 15_000;
const LONGEST_PAUSE_MS = 8;
/** For how long it is remembered that there are other processes that write. */
const REMEMBERED_MS = 60_000;
/** In this time some of those that wait ask again. */
const GIVING_WAY_MS = 2;

/**
 * How a connection shares a file with other processes. SQLite keeps no line of those that wait: whoever asks first once
 * the file is free has it, so that a process with much to write would take it again and again before anybody else asks.
 */
export class Patience {
  #waitedAt = -Infinity;

  /** Leaves others a moment, where there were any lately. */
  async giveWay(): Promise<void> {
    if (performance.now() - this.#waitedAt < REMEMBERED_MS) await pause(GIVING_WAY_MS);
  }

  /**
   * Tries again while another process is writing. SQLite's own waiting would hold up everything else in this process, and
   * for ever where the one who writes is in this process too.
   */
  async whileBusy<Result>(work: () => Result): Promise<Result> {
    const begun = performance.now();
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error) || performance.now() - begun > MOST_WAITING_MS) throw error;
      }
      this.#waitedAt = performance.now();
      // Pauses differ, so that processes do not keep meeting at the same moment; who waits long asks more often.
      const patience = 1 - (this.#waitedAt - begun) / MOST_WAITING_MS;
      await pause(1 + Math.random() * LONGEST_PAUSE_MS * Math.max(0, patience));
    }
  }
}
