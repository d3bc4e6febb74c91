import type { RunProgress } from "../api/answers.ts";

/**
 * How many seconds a run still takes at the rate that was measured, rounded up; undefined while nothing is known of that.
 *
 * @example
 * secondsLeft({ state: "running", done: 6912, skipped: 41, total: 9932, perSecond: 690 }); // 5
 */
export function secondsLeft({ state, done, total, perSecond }: RunProgress): number | undefined {
  if (state !== "running" || perSecond === null || perSecond <= 0) return undefined;
  return Math.ceil((total - done) / perSecond);
}
