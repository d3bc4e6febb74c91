import { describe, expect, it } from "vitest";
import { weeksOf } from "./weeks-of.ts";

describe("the weeks of a month", () => {
  it("have every day once, under the day of the week it falls on, from Monday", () => {
    // 1 September 2026 is a Tuesday, the 30th a Wednesday.
    const weeks = weeksOf("2026-09");
    expect(weeks[0]?.slice(0, 2)).toEqual([undefined, "2026-09-01"]);
    expect(weeks.at(-1)).toEqual([
      "2026-09-28",
      "2026-09-29",
      "2026-09-30",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(weeks.flat().filter((day) => day !== undefined)).toHaveLength(30);
  });

  it("are as many as the month touches", () => {
    const lengths = ["2021-02", "2026-06", "2026-08"].map((month) => weeksOf(month).length);
    expect(lengths).toEqual([4, 5, 6]);
  });

  it("are none of what is no month", () => {
    expect(["2026-13", "", "+010000-01"].map(weeksOf)).toEqual([[], [], []]);
  });
});
