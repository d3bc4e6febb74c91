import { describe, expect, it } from "vitest";
import { differenceScale, quantityScale, ratioScale, shareScale } from "./scale.ts";

describe("ratioScale", () => {
  it("puts half as far from one as twice", () => {
    const { at, marks, reference } = ratioScale([]);
    expect(marks).toEqual([0.5, 1, 2]);
    expect([at(0.5), at(1), at(2)]).toEqual([0, 0.5, 1]);
    expect(reference).toBe(1);
  });

  it("reaches from the mark below the least to the mark above the most", () => {
    expect(ratioScale([0.15, 3.2]).marks).toEqual([0.1, 0.2, 0.5, 1, 2, 5]);
  });

  it("puts nothing, and what lies beyond the last mark, at an end", () => {
    const { at, marks } = ratioScale([0, 900]);
    expect(marks.at(-1)).toBe(20);
    expect([at(0), at(900)]).toEqual([0, 1]);
  });
});

describe("differenceScale", () => {
  it("always has zero on it, and a round step beyond both ends", () => {
    expect(differenceScale([-12_000, 52_000]).marks).toEqual([-20_000, 0, 20_000, 40_000, 60_000]);
    expect(differenceScale([9_000, 52_000]).marks[0]).toBe(0);
  });

  it("puts equal differences at equal distances", () => {
    const { at } = differenceScale([-20_000, 60_000]);
    expect([at(-20_000), at(0), at(20_000), at(60_000)]).toEqual([0, 0.25, 0.5, 1]);
  });

  it("is zero alone, in the middle, where nothing differs at all", () => {
    const { at, marks } = differenceScale([0, 0]);
    expect([marks, at(0)]).toEqual([[0], 0.5]);
  });
});

describe("quantityScale", () => {
  it("writes no rests of fractions", () => {
    expect(quantityScale([0.12, 0.4]).marks).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  });
});

describe("shareScale", () => {
  it("runs from nobody to all, and holds each against the share of all", () => {
    const { at, reference } = shareScale(0.2);
    expect([at(0), at(0.2), at(1)]).toEqual([0, 0.2, 1]);
    expect(reference).toBe(0.2);
  });
});
