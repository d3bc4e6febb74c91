import { expect, it } from "vitest";
import { editLabel } from "./edit-label.ts";

it("keeps a label that the service takes", () => {
  expect(editLabel("Row 3 fine 500 → 800")).toBe("Row 3 fine 500 → 800");
  expect(editLabel("名".repeat(200))).toBe("名".repeat(200));
});

it("shortens one that is too long to what the service takes, and cuts no character in two", () => {
  expect(editLabel("名".repeat(201))).toBe(`${"名".repeat(199)}…`);
  const cut = editLabel(`${"a".repeat(198)}𠮷𠮷`);
  expect(cut).toBe(`${"a".repeat(198)}…`);
  expect(cut.isWellFormed()).toBe(true);
});
