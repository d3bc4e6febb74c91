import { describe, expect, it } from "vitest";
import { spreadOf, writeSpread } from "./spread.ts";

describe("a spread", () => {
  it.each([
    [[3], { median: 3, least: 3, most: 3 }],
    [[10, 1, 2], { median: 2, least: 1, most: 10 }],
    [[10, 1, 2, 3], { median: 2.5, least: 1, most: 10 }],
  ])("of %j has its middle and its ends", (measured, spread) => {
    expect(spreadOf(measured)).toEqual(spread);
  });

  it("is refused where nothing was measured", () => {
    expect(() => spreadOf([])).toThrow("nothing was measured");
  });

  it("is written with three digits that count", () => {
    expect(writeSpread({ median: 1_234_567, least: 0.123_4, most: 45.67 })).toBe("1,230,000 (0.123–45.7)");
  });
});
