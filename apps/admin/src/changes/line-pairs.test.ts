import { describe, expect, it } from "vitest";
import { foldEqual, linePairs } from "./line-pairs.ts";

/** Pairs as `before|after`, a `!` before those that differ. */
function written(before: string, after: string): readonly string[] {
  return linePairs(before.split(""), after.split("")).map(
    (pair) => `${pair.isChanged ? "!" : ""}${pair.before?.text ?? ""}|${pair.after?.text ?? ""}`,
  );
}

describe("two texts side by side", () => {
  it("keep every line where they are the same", () => {
    expect(written("abc", "abc")).toEqual(["a|a", "b|b", "c|c"]);
    expect(written("", "")).toEqual([]);
  });

  it("have a changed line beside the one that it replaces", () => {
    expect(written("abc", "axc")).toEqual(["a|a", "!b|x", "c|c"]);
  });

  it("have nothing beside a line that only one of them has", () => {
    expect(written("ac", "abc")).toEqual(["a|a", "!|b", "c|c"]);
    expect(written("abc", "ac")).toEqual(["a|a", "!b|", "c|c"]);
    expect(written("", "ab")).toEqual(["!|a", "!|b"]);
  });

  it("keep the longest run of lines that both have", () => {
    expect(written("abcd", "xbcdy")).toEqual(["!a|x", "b|b", "c|c", "d|d", "!|y"]);
    expect(written("abcabba", "cbabac").filter((pair) => !pair.startsWith("!"))).toHaveLength(4);
  });

  it("number the lines of each by themselves", () => {
    expect(linePairs(["a", "c"], ["a", "b", "c"]).at(-1)).toEqual({
      before: { number: 2, text: "c" },
      after: { number: 3, text: "c" },
      isChanged: false,
    });
  });
});

describe("equal lines far from any change", () => {
  it("are put together into their number", () => {
    const pairs = linePairs("abcdefghij".split(""), "abcdXfghij".split(""));
    expect(foldEqual(pairs, 1).map((one) => ("folded" in one ? one.folded : one.after?.text))).toEqual([
      3,
      "d",
      "X",
      "f",
      4,
    ]);
  });
});
