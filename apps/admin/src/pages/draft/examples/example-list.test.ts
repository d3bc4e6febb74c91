import { describe, expect, it } from "vitest";
import { examplesIn, withCopy, withExample } from "./example-list.ts";

const title = { en: "late", zh: "迟到" };
const NEW = { title, request: {}, expect: {}, reasons: [] };

describe("the examples of a document", () => {
  it("get ids that no other one has", () => {
    const twice = withExample(withExample({}, "past-case", NEW), "past-case", NEW);
    expect(examplesIn(twice).map(({ id }) => id)).toEqual(["past-case", "past-case-2"]);
  });

  it("are copied behind the one that is copied", () => {
    const two = withExample(withExample({}, "a", NEW), "b", NEW);
    expect(examplesIn(withCopy(two, 0)).map(({ id }) => id)).toEqual(["a", "a-2", "b"]);
    expect(withCopy(two, 5)).toBe(two);
  });

  it("are called by their titles, else their ids, else their places", () => {
    const document = { examples: [{ id: "a", title }, { id: "b" }, 7] };
    expect(examplesIn(document).map(({ name }) => name("zh"))).toEqual(["迟到", "b", "3"]);
  });
});
