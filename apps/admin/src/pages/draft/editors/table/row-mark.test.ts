import { describe, expect, it } from "vitest";
import type { Json } from "../../../../document/pointer.ts";
import { planPaste, replaced } from "./paste-plan.ts";
import { indexOfMarked, markOf } from "./row-mark.ts";

const row = (id: string, ...when: readonly Json[]): Json => ({ id, when });
const ROWS = [row("small", 1), row("middle", 2), row("large", 3)];

describe("a row that was meant", () => {
  const middle = markOf(ROWS, 1);
  it.each([
    ["is found by its id below rows that were added", [row("new", 0), ...ROWS], 2],
    ["is found by its id whatever it says by now", [row("small", 1), row("middle", 9)], 1],
    [
      "is gone once nothing has its id, whatever stands in its place",
      [row("small", 1), row("large", 3)],
      undefined,
    ],
  ])("%s", (_, rows, index) => {
    expect(indexOfMarked(rows, middle)).toBe(index);
  });

  it("is known by its place and what it says where ids do not tell rows apart", () => {
    const twins = [row("twin", 1), row("twin", 2)];
    expect(indexOfMarked(twins, markOf(twins, 1))).toBe(1);
    expect(indexOfMarked([row("twin", 0), ...twins], markOf(twins, 1))).toBeUndefined();
    const nameless = [{ when: [1] }, { when: [2] }];
    expect(indexOfMarked(nameless, markOf(nameless, 1))).toBe(1);
    expect(indexOfMarked([{ when: [0] }, ...nameless], markOf(nameless, 1))).toBeUndefined();
  });
});

describe("a plan of what is pasted", () => {
  const range = [["a"], ["b"], ["c"]];
  const plan = planPaste(range, { at: { row: 1, column: 0 }, columns: [], rows: ROWS, language: "en" });
  const placesIn = (rows: readonly Json[]) => replaced(plan, rows)?.cells.map((cell) => cell.row);

  it("goes with its rows, and what it adds stays at the end", () => {
    expect(placesIn(ROWS)).toEqual([1, 2, 3]);
    expect(placesIn([row("new", 0), ...ROWS, row("last", 4)])).toEqual([2, 3, 5]);
  });

  it("is lost with one of its rows, and not with another", () => {
    expect(placesIn(ROWS.slice(1))).toEqual([0, 1, 2]);
    expect(placesIn(ROWS.slice(0, 2))).toBeUndefined();
  });
});
