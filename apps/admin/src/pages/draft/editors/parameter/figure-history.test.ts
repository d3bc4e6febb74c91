import { describe, expect, it } from "vitest";
import { changesBefore, exactDifference, figureHistory, lastPublished } from "./figure-history.ts";

function rate(value: number) {
  return { value, unit: "rate", label: { en: "", zh: "" }, references: [{ article: "16" }] } as const;
}

const VERSIONS = [
  { version: 2, effectiveFrom: "2026-01-01", parameter: rate(0.18) },
  { version: 1, effectiveFrom: "2024-01-01", parameter: rate(0.15) },
  { version: 3, effectiveFrom: "2026-06-01", parameter: undefined },
];

describe("the history of a figure", () => {
  it("stands in the order of the days, the draft last, not before the last version", () => {
    const points = figureHistory({ versions: VERSIONS, draft: rate(0.2), today: "2026-03-01" });
    expect(points.map(({ version, from, value }) => [version, from, value])).toEqual([
      [1, "2024-01-01", 0.15],
      [2, "2026-01-01", 0.18],
      [3, "2026-06-01", undefined],
      [undefined, "2026-06-01", 0.2],
    ]);
    expect(changesBefore(points)).toBe(1);
    expect(lastPublished(points)?.version).toBe(2);
  });

  it("takes a figure in another unit for none, since the two cannot be compared", () => {
    const draft = { ...rate(0.2), unit: "count" };
    const points = figureHistory({ versions: VERSIONS, draft, today: "2026-12-01" });
    expect(points.map(({ value }) => value)).toEqual([undefined, undefined, undefined, 0.2]);
    expect(points.at(-1)?.from).toBe("2026-12-01");
    expect(lastPublished(points)).toBeUndefined();
  });
});

describe("the difference of two figures", () => {
  it.each([
    [0.1, 0.3, 0.2],
    [0.3, 0.1, -0.2],
    [1_000_000_000_000, 1_000_000_000_001, 1],
    ["2026-01-01", "2027-01-01", undefined],
    [0.12345678, 0.2, undefined],
  ])("from %s to %s is %s", (before, after, difference) => {
    expect(exactDifference(before, after)).toBe(difference);
  });
});
