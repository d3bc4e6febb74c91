import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchById, matchByKey } from "./match.ts";

function moved(before: readonly string[], after: readonly string[]): readonly string[] {
  return matchById(before, after, (id) => id)
    .kept.filter((kept) => kept.moved)
    .map(({ id }) => id);
}

describe("lists matched by id", () => {
  it("say that as few items as possible moved", () => {
    expect(moved(["a", "b", "c", "d"], ["d", "a", "b", "c"])).toEqual(["d"]);
    expect(moved(["a", "b", "c", "d"], ["b", "c", "d", "a"])).toEqual(["a"]);
    expect(moved(["a", "b", "c"], ["c", "b", "a"])).toEqual(["c", "a"]);
  });

  it("do not take what came or went for a move", () => {
    expect(moved(["a", "b", "c"], ["x", "b", "y", "c"])).toEqual([]);
    const { added, removed } = matchById(["a", "b"], ["x", "b"], (id) => id);
    expect([added, removed]).toEqual([
      [{ id: "x", item: "x", index: 0 }],
      [{ id: "a", item: "a", index: 0 }],
    ]);
  });

  it("keep the order of all that did not move", () => {
    const lists = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), { minLength: 1 });
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const stayed = matchById(before, after, (id) => id).kept.filter((kept) => !kept.moved);
        const places = stayed.map((kept) => kept.before.index);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("groups matched by key", () => {
  it("never move, whatever the order of their keys", () => {
    const { kept, added, removed } = matchByKey({ a: 1, b: 2 }, { b: 2, a: 1 });
    expect([kept.some((each) => each.moved), added, removed]).toEqual([false, [], []]);
  });
});
