import { describe, expect, it } from "vitest";
import { datesInWords } from "./dates-in-text.ts";
import { instalmentRuns } from "./instalments.ts";

const month = (
  name: string,
  amountMinor: number,
): { readonly month: string; readonly amountMinor: number } => ({ month: name, amountMinor });

describe("a schedule", () => {
  it("draws three or more equal months in a row together, over the end of a year too", () => {
    const equal = ["2026-11", "2026-12", "2027-01"].map((name) => month(name, 4_000));
    expect(instalmentRuns([...equal, month("2027-02", 1_000)])).toEqual([
      { from: "2026-11", to: "2027-01", months: 3, amountMinor: 4_000 },
      { from: "2027-02", to: "2027-02", months: 1, amountMinor: 1_000 },
    ]);
  });

  it("tells two equal months, and months with a gap between them, one by one", () => {
    expect(instalmentRuns([month("2026-07", 5), month("2026-08", 5)])).toHaveLength(2);
    expect(instalmentRuns([month("2026-07", 5), month("2026-09", 5), month("2026-11", 5)])).toHaveLength(3);
    expect(instalmentRuns([])).toEqual([]);
  });
});

describe("dates in a text of the engine", () => {
  it("are written as people write them", () => {
    expect(datesInWords("2026-07-06 + 7 = 2026-07-13", "en")).toBe("6 July 2026 + 7 = 13 July 2026");
    expect(datesInWords("2026-04-01T09:00:00+08:00 + 4", "zh")).toBe("2026年4月1日09:00 + 4");
    expect(datesInWords("2026-07，此前已安排800.00元", "zh")).toBe("2026年7月，此前已安排800.00元");
    expect(datesInWords("12,000.00 × 4 ÷ 40", "en")).toBe("12,000.00 × 4 ÷ 40");
  });
});
