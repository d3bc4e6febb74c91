import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { today } from "./format.ts";

describe("today", () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-11-22T16:30:00Z") }));
  afterEach(() => void vi.useRealTimers());

  it("is the day in the zone that is asked about, whatever zone the reader is in", () => {
    expect(today("Asia/Shanghai")).toBe("2026-11-23");
    expect(today("UTC")).toBe("2026-11-22");
    expect(today("America/New_York")).toBe("2026-11-22");
  });

  it("changes at midnight there", () => {
    vi.setSystemTime(Date.parse("2026-11-22T15:59:59Z"));
    expect(today("Asia/Shanghai")).toBe("2026-11-22");
    vi.setSystemTime(Date.parse("2026-11-22T16:00:00Z"));
    expect(today("Asia/Shanghai")).toBe("2026-11-23");
  });
});
