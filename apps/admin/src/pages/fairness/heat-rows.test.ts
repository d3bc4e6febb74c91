import type { Crossed } from "@evenhand/analysis";
import { describe, expect, it } from "vitest";
import { heatRange, heatRows } from "./heat-rows.ts";

const label = { en: "", zh: "" };
const side = (fact: string, groups: readonly string[]): Crossed["rows"] => ({
  attribute: { fact, scope: "party", label },
  groups: groups.map((group) => ({ group, label })),
});
const rate = (estimate: number) => ({ estimate, lower: 0, upper: 1, level: 0.95 });

const CROSSED: Crossed = {
  rows: side("site", ["north", "south"]),
  columns: side("rank", ["lead", "staff"]),
  cells: [
    {
      row: "north",
      column: "staff",
      shown: "figures",
      n: 40,
      people: 30,
      rate: rate(0.2),
      paid: {
        n: 12,
        least: 1,
        lower: 2,
        median: 500,
        upper: 600,
        most: 900,
        fences: { below: 0, above: 1_000 },
      },
    },
    { row: "south", column: "lead", shown: "n < 10" },
    {
      row: "south",
      column: "staff",
      shown: "figures",
      n: 20,
      people: 20,
      rate: rate(0.5),
      paid: { notComputable: { en: "too few", zh: "不足" } },
    },
  ],
};

describe("heatRows", () => {
  it("has a cell for every pair, also where nobody is", () => {
    const [north, south] = heatRows(CROSSED, "penalty");
    expect(north?.cells.map(({ cell }) => cell)).toEqual([
      { shown: "empty" },
      { shown: "figure", n: 40, value: 0.2 },
    ]);
    expect(south?.cells.map(({ cell }) => cell)).toEqual([
      { shown: "n < 10" },
      { shown: "figure", n: 20, value: 0.5 },
    ]);
  });

  it("gives the other rate, and what is typically paid with the n of those who pay", () => {
    const cellOf = (measure: Parameters<typeof heatRows>[1]) =>
      heatRows(CROSSED, measure).map(({ cells }) => cells[1]?.cell);
    expect(cellOf("no-penalty")).toEqual([
      { shown: "figure", n: 40, value: 0.8 },
      { shown: "figure", n: 20, value: 0.5 },
    ]);
    expect(cellOf("amount")).toEqual([{ shown: "figure", n: 12, value: 500 }, { shown: "untold" }]);
  });
});

describe("heatRange", () => {
  it("leaves out small groups, and is none where all are small", () => {
    expect(heatRange(heatRows(CROSSED, "penalty"))).toEqual({ least: 0.2, most: 0.5 });
    const small = { ...CROSSED, cells: CROSSED.cells.filter(({ shown }) => shown === "n < 10") };
    expect(heatRange(heatRows(small, "penalty"))).toBeUndefined();
  });
});
