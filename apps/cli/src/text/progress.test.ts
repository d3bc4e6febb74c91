import { describe, expect, it } from "vitest";
import { progressTo } from "./progress.ts";

/** What is written of these steps, each with the moment at which it is told, milliseconds. */
function written(steps: readonly (readonly [at: number, done: number, total: number])[]): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  const surroundings = { now: () => at, err: (text: string) => void lines.push(text.trimEnd()) };
  const tell = progressTo(surroundings, (done, total) => `${done}/${total}`);
  for (const [now, done, total] of steps) {
    at = now;
    tell({ done, total });
  }
  return lines;
}

describe("progress on the error stream", () => {
  it("says the end once, however often it is told while the answers are worked out", () => {
    expect(
      written([
        [1, 40, 40],
        [2, 40, 40],
        [5_000, 40, 40],
      ]),
    ).toEqual(["40/40"]);
  });

  it("says in between how far it is once a second, and nothing where it comes no further", () => {
    expect(
      written([
        [500, 10, 40],
        [1_500, 20, 40],
        [1_600, 25, 40],
        [3_000, 30, 40],
        [9_000, 30, 40],
      ]),
    ).toEqual(["20/40", "30/40"]);
  });

  it("says nothing of a single one", () => {
    expect(written([[1, 1, 1]])).toEqual([]);
  });
});
