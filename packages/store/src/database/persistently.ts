import { setTimeout as pause } from "node:timers/promises";
import { StoreUnavailable } from "../failures/store-unavailable.ts";
import { TryAgain } from "../failures/try-again.ts";

const MOST_TRIES = 8;
const FIRST_PAUSE_MS = 5;

/**
 * Runs a transaction again where nothing of it stands and that may help.
 *
 * @throws StoreUnavailable where it does not help
 */
export async function persistently<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!(error instanceof TryAgain)) throw error;
      if (tried === MOST_TRIES) throw new StoreUnavailable(error.trouble, error);
    }
    // Each pause may be twice as long as the one before, and none is like another, so that the same two do not meet again.
    await pause(Math.random() * FIRST_PAUSE_MS * 2 ** tried);
  }
}
