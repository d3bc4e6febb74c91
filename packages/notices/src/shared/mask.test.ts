import { expect, test } from "vitest";
import { maskOf, mentions } from "./mask.ts";

const mask = maskOf(new Set(["E2", "E20", "生产部", "a.b"]));

test("an id counts only where it is a word of its own", () => {
  expect(mask.free("E2, E20 and E200 of E2-1")).toBe("another party, another party and E200 of E2-1");
});

test("Chinese runs on without spaces, and the id in it is found", () => {
  expect(mask.free("由E2与生产部承担")).toBe("由另一当事方与另一当事方承担");
});

test("characters of an id mean nothing but themselves", () => {
  expect(mask.free("axb and a.b")).toBe("axb and another party");
});

test("each language has its own word, and what a person wrote takes that of its language", () => {
  expect(mask.text({ en: "moves to E2", zh: "转由E2承担" })).toEqual({
    en: "moves to another party",
    zh: "转由另一当事方承担",
  });
});

test("nobody else, nothing masked", () => {
  expect(maskOf(new Set()).free("E2")).toBe("E2");
});

test("whether a text names somebody", () => {
  expect(mentions("the share of E2 moves", "E2")).toBe(true);
  expect(mentions("the share of E22 moves", "E2")).toBe(false);
});
