import { describe, expect, it } from "vitest";
import { readTsv, writeTsv } from "./clipboard.ts";

describe("a range on the clipboard", () => {
  it.each([
    [
      "plain cells",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "empty cells at every edge",
      [
        ["", "a", ""],
        ["b", "", "c"],
      ],
    ],
    [
      "tabs, line ends and quotation marks within a cell",
      [
        ['say "no"\tor\nyes', "x"],
        ["", "y"],
      ],
    ],
    ["Chinese", [["任意", "1,000 – <5,000"]]],
  ])("comes back as it went: %s", (_, range) => {
    expect(readTsv(writeTsv(range))).toEqual(range);
  });

  it("is read as Excel leaves it, with line ends of its own and one more behind the last row", () => {
    expect(readTsv("a\tb\r\nc\td\r\n")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(readTsv('a quotation mark " that is not closed\t"b')).toEqual([
      ['a quotation mark " that is not closed', '"b'],
    ]);
  });
});
