import { describe, expect, it } from "vitest";
import { dayAfter, effectFindings, isDay } from "./effect.ts";

function versions(...days: readonly (readonly [string, string | null])[]) {
  return days.map(([effectiveFrom, effectiveUntil], index) => ({
    version: index + 1,
    effectiveFrom,
    effectiveUntil,
  }));
}

describe("the effect of versions", () => {
  it("has nothing to say where each ends on the day before the next", () => {
    expect(effectFindings(versions(["2025-07-01", "2026-06-30"], ["2026-07-01", null]))).toEqual([]);
    expect(effectFindings([])).toEqual([]);
  });

  it("has a gap of every day on which none is in force, and of one day as well", () => {
    expect(effectFindings(versions(["2025-07-01", "2026-06-29"], ["2026-07-01", null]))).toEqual([
      { kind: "gap", from: "2026-06-30", until: "2026-06-30" },
    ]);
  });

  it("has an overlap of every day that two claim", () => {
    expect(effectFindings(versions(["2025-07-01", "2026-07-01"], ["2026-07-01", null]))).toEqual([
      { kind: "overlap", from: "2026-07-01", until: "2026-07-01", versions: [1, 2] },
    ]);
    expect(effectFindings(versions(["2025-07-01", null], ["2026-07-01", null]))).toEqual([
      { kind: "overlap", from: "2026-07-01", until: null, versions: [1, 2] },
    ]);
    expect(effectFindings(versions(["2025-07-01", null], ["2026-07-01", "2026-07-31"]))).toEqual([
      { kind: "overlap", from: "2026-07-01", until: "2026-07-31", versions: [1, 2] },
    ]);
  });

  it("takes a version that was overtaken before it began for none of the days", () => {
    const overtaken = versions(
      ["2025-07-01", "2026-04-30"],
      ["2026-07-01", "2026-04-30"],
      ["2026-05-01", null],
    );
    expect(effectFindings(overtaken)).toEqual([{ kind: "never", version: 2 }]);
  });
});

describe("a day of an address", () => {
  it("must be there", () => {
    expect(["2026-07-01", "2026-13-01", "tomorrow", "", undefined].map((text) => isDay(text))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("is followed by the next across months and years", () => {
    expect([dayAfter("2026-12-31"), dayAfter("2024-02-28"), dayAfter("2026-03-01", -1)]).toEqual([
      "2027-01-01",
      "2024-02-29",
      "2026-02-28",
    ]);
  });
});
