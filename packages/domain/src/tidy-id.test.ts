import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alikeKey, tidyId, untidyId } from "./tidy-id.ts";

describe("an id as it is to be written", () => {
  it.each([
    [" P1", "P1"],
    ["P1\t", "P1"],
    ["P1\u3000", "P1"],
    ["Ｐ１", "P1"],
    ["P\u200b1", "P1"],
    ["\ufeffP1", "P1"],
    ["team  A", "team A"],
    ["team\u00a0A", "team A"],
    ["e\u0301", "é"],
    ["C－１", "C-1"],
  ])("of %j is %j", (given, tidy) => {
    expect(tidyId(given)).toBe(tidy);
    expect(untidyId(given)?.help?.en).toBe(`did you mean \`${tidy}\`?`);
  });

  it.each(["P1", "p1", "team A", "（2026）沪01号", "投诉〔2026〕12号", "质检部"])(
    "of %j is that itself",
    (given) => {
      expect(tidyId(given)).toBe(given);
      expect(untidyId(given)).toBeUndefined();
    },
  );

  it("suggests nothing in the place of what holds nothing to see", () => {
    expect(untidyId("\u200b")).toEqual({ message: expect.anything() as object });
  });

  it("is the same once it is tidy, and alike to what it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(tidyId(tidyId(text))).toBe(tidyId(text));
        expect(alikeKey(tidyId(text))).toBe(alikeKey(text));
      }),
    );
  });
});

describe("ids that people would take for one", () => {
  it.each([
    ["P1", "p1"],
    ["P1", "P 1"],
    ["P1", "Ｐ１"],
    ["C-1", "c-1"],
    ["（2026）沪01号", "(2026)沪01号"],
    ["Straße", "STRASSE"],
  ])("have one key: %j and %j", (one, other) => {
    expect(alikeKey(one)).toBe(alikeKey(other));
  });

  it.each([
    ["P1", "P01"],
    ["P1", "P-1"],
    ["P1", "P10"],
    ["O1", "01"],
  ])("are not %j and %j", (one, other) => {
    expect(alikeKey(one)).not.toBe(alikeKey(other));
  });
});
