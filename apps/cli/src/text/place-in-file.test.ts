import { describe, expect, it } from "vitest";
import { placeInFile } from "./place-in-file.ts";

const TEXT = `{
  "id": "fines", "note": "a \\"quoted\\" { brace, [",
  "rules": [
    { "id": "first", "label": { "en": "First", "zh": "第一" } },
    {
      "id": "second",
      "label": { "en": "Second", "zh": "第二" },
      "rule": { "all": [1, [2, 3],
        { "a/b": 4 }] }
    }
  ],
  "tables": {
    "grades": {
      "label": { "en": "Grades", "zh": "等级" },
      "rows": [
        { "id": "slight" },
        { "id": "grave",
          "then": [] }
      ]
    }
  }
}`;

describe("placeInFile", () => {
  const second = { id: "second", label: { en: "Second", zh: "第二" } };
  const grades = { en: "Grades", zh: "等级" };
  it.each([
    { pointer: "/id", place: { line: 2 } },
    { pointer: "/rules", place: { line: 3 } },
    { pointer: "/rules/0", place: { line: 4, part: { id: "first", label: { en: "First", zh: "第一" } } } },
    { pointer: "/rules/1/rule/all/1/1", place: { line: 8, part: second } },
    { pointer: "/rules/1/rule/all/2/a~1b", place: { line: 9, part: second } },
    { pointer: "/rules/1/rule/missing", place: { line: 8, part: second } },
    { pointer: "/rules/9", place: { line: 3 } },
    { pointer: "/tables/grades/hitPolicy", place: { line: 13, part: { id: "grades", label: grades } } },
    {
      pointer: "/tables/grades/rows/1/then",
      place: { line: 18, part: { id: "grades#grave", label: grades } },
    },
    { pointer: "/__proto__", place: { line: 1 } },
  ])("finds $pointer", ({ pointer, place }) => {
    expect(placeInFile(TEXT, pointer)).toEqual(place);
  });

  it("has no place for the document as a whole", () => {
    expect(placeInFile(TEXT, "")).toBeUndefined();
  });

  it("finds the line also where the text is no JSON", () => {
    expect(placeInFile('{\n "a": 1,\n "b": nothing "', "/b")).toEqual({ line: 3 });
    expect(placeInFile("[".repeat(100_000), "/0/0")).toEqual({ line: 1 });
  });
});
