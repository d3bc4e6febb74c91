import { describe, expect, it } from "vitest";
import { MOST_REASONS, SkippedTally } from "./skipped-tally.ts";

const undecided = (code: string, at: string) => ({
  problem: { code, at, message: { en: `of ${at}`, zh: `${at}` } },
});

describe("cases that are skipped", () => {
  it("are told by the fact, not by the place of the party or by what the case says", () => {
    const tally = new SkippedTally();
    for (const party of [0, 3])
      tally.add(`c${party}`, {
        baseline: undecided("wrong-type", `/case/parties/${party}/facts/points`),
        candidate: undecided("wrong-type", `/case/parties/${party}/facts/points`),
      });
    expect(tally.reasons()).toEqual([
      {
        side: "both",
        code: "wrong-type",
        reason: { en: "`points`: a value of another type is needed", zh: "`points`：取值类型不符" },
        cases: 2,
        examples: ["c0", "c3"],
      },
    ]);
  });

  it("are counted together beyond a number of reasons, so that no input makes the list grow without end", () => {
    const tally = new SkippedTally();
    for (let index = 0; index < MOST_REASONS + 50; index += 1)
      tally.add(`c${index}`, {
        baseline: undecided("out-of-range", `/case/facts/f${index}`),
        candidate: undecided("out-of-range", `/case/facts/f${index}`),
      });
    expect(tally.reasons()).toHaveLength(MOST_REASONS + 1);
    expect(tally.reasons()[0]).toMatchObject({ code: "other", cases: 50 });
    expect(new SkippedTally(tally.state()).reasons()).toEqual(tally.reasons());
  });
});
