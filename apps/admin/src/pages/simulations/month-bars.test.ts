import { describe, expect, it } from "vitest";
import { highestBar, monthBars } from "./month-bars.ts";

describe("the months of past cases", () => {
  it("have a bar each, those without a case and over the end of a year included", () => {
    const bars = monthBars([
      { month: "2025-11", cases: 3 },
      { month: "2026-02", cases: 5 },
    ]);
    expect(bars.map(({ month, cases }) => `${month} ${cases}`)).toEqual([
      "2025-11 3",
      "2025-12 0",
      "2026-01 0",
      "2026-02 5",
    ]);
    expect(highestBar(bars)).toEqual({ month: "2026-02", cases: 5 });
  });

  it("are none where there are no cases", () => {
    expect(monthBars([])).toEqual([]);
    expect(highestBar([])).toBeUndefined();
  });
});
