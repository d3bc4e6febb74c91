import { expect, it } from "vitest";
import { withItemMoved, withWord } from "./label-edits.ts";

it("a grade is moved past the next one, and stays where nothing is beyond it", () => {
  const grades = ["warning", "demerit", "dismissal"];
  expect(withItemMoved(grades, 1, -1)).toEqual(["demerit", "warning", "dismissal"]);
  expect(withItemMoved(grades, 1, 1)).toEqual(["warning", "dismissal", "demerit"]);
  expect(withItemMoved(grades, 0, -1)).toBe(grades);
  expect(withItemMoved(grades, 2, 1)).toBe(grades);
});

it("a word keeps the labels that it is not given anew, and a new one has both", () => {
  const document = { id: "x", words: { warning: { en: "warning", zh: "警告" } } };
  expect(withWord(document, "warning", { zh: "书面警告" })["words"]).toEqual({
    warning: { en: "warning", zh: "书面警告" },
  });
  expect(withWord(document, "warning", {})).toEqual(document);
  expect(withWord({}, "demerit", {})).toEqual({ words: { demerit: { en: "", zh: "" } } });
});
