import { expect, it } from "vitest";
import { LISTS, inList } from "./review-lists.ts";

const ME = "user:u1";

it.each([
  ["in-review", "user:u2", ["waiting"]],
  ["approved", "user:u2", ["waiting"]],
  ["in-review", ME, ["mine"]],
  ["draft", ME, []],
  ["draft", "user:u2", []],
  ["published", ME, ["done"]],
  ["withdrawn", "user:u2", ["done"]],
] as const)("lists what is %s and was begun by %s under %j", (state, createdBy, lists) => {
  expect(LISTS.filter((list) => inList({ state, createdBy }, list, ME))).toEqual(lists);
});
