import { describe, expect, it } from "vitest";
import { type Strip, stripOf, stripScale } from "./strip.ts";

const QUARTILES = { n: 12, least: 1, lower: 2, median: 2.5, upper: 4, most: 10 };

function strip(quartiles: Parameters<typeof stripOf>[0]): Strip {
  return stripOf(quartiles, stripScale([{ label: "all", quartiles, outliers: [] }]));
}

describe("stripOf", () => {
  it("ends its lines at the fences where values lie beyond them", () => {
    const { whiskers, box, median } = strip({ ...QUARTILES, fences: { below: -1, above: 7 } });
    expect(whiskers).toEqual({ from: 0.1, to: 0.7 });
    expect(box).toEqual({ from: 0.2, to: 0.4 });
    expect(median).toBe(0.25);
  });

  it("ends them at the least and the most where none does", () => {
    const { whiskers } = strip({ ...QUARTILES, fences: { below: -1, above: 70 } });
    expect(whiskers).toEqual({ from: 0.1, to: 1 });
  });

  it("draws a measure without variance as a line at its one value", () => {
    const { whiskers, box, median } = strip({
      n: 12,
      least: 2,
      lower: 2,
      median: 2,
      upper: 2,
      most: 2,
      fences: { below: 2, above: 2 },
    });
    expect([whiskers.from, whiskers.to, box.from, box.to]).toEqual([median, median, median, median]);
  });
});

describe("stripScale", () => {
  it("is one for all, so that two distributions can be compared by eye", () => {
    const fences = { below: -1, above: 7 };
    const rows = [10, 40].map((most) => ({
      label: String(most),
      quartiles: { ...QUARTILES, most, fences },
      outliers: [],
    }));
    expect(stripScale(rows).marks).toEqual([0, 10, 20, 30, 40]);
  });
});
