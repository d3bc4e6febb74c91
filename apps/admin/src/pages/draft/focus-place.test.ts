import { describe, expect, it } from "vitest";
import { nearestOf } from "./focus-place.ts";

const POINTERS = [
  "/rules/1",
  "/rules/1/label/zh",
  "/rules/1/label/en",
  "/rules/10",
  "/parameters/rate/value",
  "/tables/fines",
  "/tables/fines/rows/0",
  "/tables/fines",
];

describe("the field of a place", () => {
  it.each([
    ["/rules/1/label/en", 2, "is the one that edits just it"],
    ["/rules/1/label", 1, "is else the first that edits a part of it"],
    ["/rules/1/rule/conditions/all/0", 0, "is else the nearest around it"],
    ["/rules/1/label/en/0", 2, "is else the nearest around it, and not the widest"],
    ["/rules/2", -1, "is none of another part"],
    ["/rules/100", -1, "is none whose pointer only begins alike"],
    ["/parameters", 4, "may lie deep"],
    ["/tables/fines", 5, "is the first of two of one place"],
    ["/tables/fines/inputs/0", 7, "is the last of two around it"],
  ])("%s leads to %i: it %s", (pointer, index) => {
    expect(nearestOf(POINTERS, pointer)).toBe(index);
  });
});
