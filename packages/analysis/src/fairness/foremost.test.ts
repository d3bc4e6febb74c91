import { expect, it } from "vitest";
import { addTo, foremostOf } from "./foremost.ts";

it("keeps the first of many, in whatever order they come, and not much more than these", () => {
  const three = { most: 3, order: (one: number, other: number) => one - other };
  const many = Array.from({ length: 101 }, (_, index) => (index * 37) % 101);
  const kept: number[] = [];
  for (const item of many) {
    addTo(kept, item, three);
    expect(kept.length).toBeLessThanOrEqual(6);
  }
  expect(foremostOf(kept, three)).toEqual([0, 1, 2]);
  expect(foremostOf([5, 4], three)).toEqual([4, 5]);
});
