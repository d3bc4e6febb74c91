import { describe, expect, it } from "vitest";
import { differencesBetween, listDifference } from "./differences.ts";

describe("the differences between two values", () => {
  it("are told place by place, with what only one of them has", () => {
    const recorded = { a: 1, b: [1, { c: "x" }], d: null, "e/f": true };
    const now = { a: 1, b: [2, { c: "y" }, 3], "e/f": { g: 1 }, h: 0 };
    expect(differencesBetween(recorded, now, ["at", 0])).toEqual([
      { at: "/at/0/b/0", recorded: 1, now: 2 },
      { at: "/at/0/b/1/c", recorded: "x", now: "y" },
      { at: "/at/0/b/2", recorded: null, now: 3 },
      { at: "/at/0/d", recorded: null, now: null },
      { at: "/at/0/e~1f", recorded: true, now: { g: 1 } },
      { at: "/at/0/h", recorded: null, now: 0 },
    ]);
    expect(differencesBetween(recorded, structuredClone(recorded))).toEqual([]);
    expect(differencesBetween([], {})).toHaveLength(1);
  });

  it("are at most 20", () => {
    const many = Array.from({ length: 50 }, (_, index) => index);
    expect(
      differencesBetween(
        many,
        many.map((each) => each + 1),
      ),
    ).toHaveLength(20);
  });
});

describe("the difference between two lists", () => {
  it("is what only one of them holds, as often as it does, whatever their order", () => {
    expect(listDifference([{ a: 1, b: 2 }, 3], [3, { b: 2, a: 1 }])).toBeUndefined();
    expect(listDifference([1, 1, 2], [2, 1, 4])).toEqual({ recorded: [1], now: [4] });
    expect(listDifference([], [1])).toEqual({ recorded: [], now: [1] });
  });
});
