import { describe, expect, it } from "vitest";
import { pointerTo, valueAt, withValueAt } from "./pointer.ts";

const DOCUMENT = { rules: [{ id: "one" }, { id: "two" }], "a/b": { "~": 1 } };

describe("a pointer into a document", () => {
  it("finds what stands there, odd names and all, and nothing where nothing does", () => {
    expect(valueAt(DOCUMENT, "/rules/1/id")).toBe("two");
    expect(valueAt(DOCUMENT, pointerTo("a/b", "~"))).toBe(1);
    expect(valueAt(DOCUMENT, "")).toBe(DOCUMENT);
    for (const nowhere of ["/rules/2", "/rules/0/toString", "/constructor", "/rules/0/id/0"])
      expect(valueAt(DOCUMENT, nowhere)).toBeUndefined();
  });

  it("changes one value and keeps everything else, the very objects", () => {
    const after = withValueAt(DOCUMENT, "/rules/1/id", "other") as typeof DOCUMENT;
    expect(after.rules).toEqual([{ id: "one" }, { id: "other" }]);
    expect(after.rules[0]).toBe(DOCUMENT.rules[0]);
    expect(after["a/b"]).toBe(DOCUMENT["a/b"]);
    expect(DOCUMENT.rules[1]?.id).toBe("two");
  });

  it("adds a field, appends to a list, and takes out", () => {
    expect(withValueAt(DOCUMENT, "/notes/en", "new")).toMatchObject({ notes: { en: "new" } });
    expect(withValueAt(DOCUMENT, "/rules/2", { id: "three" })).toMatchObject({
      rules: [{}, {}, { id: "three" }],
    });
    expect(withValueAt(DOCUMENT, "/rules/0", undefined)).toMatchObject({ rules: [{ id: "two" }] });
    expect(Object.keys(withValueAt(DOCUMENT, "/rules", undefined) as object)).toEqual(["a/b"]);
  });
});
