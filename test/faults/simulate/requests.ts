import { setTimeout as pause } from "node:timers/promises";
import { POLICY } from "../../simulation-service/past.ts";
import { type Session, ask } from "./author.ts";

export type Requests = {
  readonly count: number;
  /** Milliseconds. */
  readonly p95: number;
  readonly longest: number;
};

const EVERY_MS = 25;

/** Reads a version aloud again and again, as pages do, until it is stopped; how long that took. */
export function watchRequests(session: Session): { readonly stop: () => Promise<Requests> } {
  let isOver = false;
  const took: number[] = [];
  const reading = (async () => {
    while (!isOver) {
      const begun = performance.now();
      await ask(session, `/v1/policies/${POLICY}/versions/2/reading?lang=zh`);
      took.push(performance.now() - begun);
      await pause(EVERY_MS);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await reading;
      const sorted = took.toSorted((one, other) => one - other);
      return {
        count: sorted.length,
        p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
        longest: sorted.at(-1) ?? 0,
      };
    },
  };
}
