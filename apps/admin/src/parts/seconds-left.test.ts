import { describe, expect, it } from "vitest";
import { secondsLeft } from "./seconds-left.ts";

const RUNNING = { state: "running", done: 6912, skipped: 41, total: 9932, perSecond: 690 } as const;

describe("the time that a run still takes", () => {
  it("is what is left over the rate that was measured, rounded up", () => {
    expect(secondsLeft(RUNNING)).toBe(5);
    expect(secondsLeft({ ...RUNNING, done: 9932 })).toBe(0);
  });

  it("is not told before a rate was measured, in line, or once it is over", () => {
    expect(secondsLeft({ ...RUNNING, perSecond: null })).toBeUndefined();
    expect(secondsLeft({ ...RUNNING, state: "queued" })).toBeUndefined();
    expect(secondsLeft({ ...RUNNING, state: "cancelled" })).toBeUndefined();
  });
});
