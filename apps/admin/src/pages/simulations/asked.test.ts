import { describe, expect, it } from "vitest";
import { type Asked, addressOf, bodyOf, isFull, readAsked, searchOf, withValue } from "./asked.ts";

const WHOLE: Asked = {
  policy: "complaint-fines",
  baseline: 1,
  candidate: { version: 2 },
  from: "2026-01-01",
  until: "2026-06-30",
  scope: [
    { fact: "site", values: ["north", "south:2"] },
    { fact: "complaintKind", values: ["late-delivery"] },
  ],
  groups: ["unit", "rank"],
};

/** What a browser makes of an address. */
function searchIn(address: string): Record<string, string[]> {
  const search: Record<string, string[]> = {};
  for (const [name, value] of new URL(address, "http://x").searchParams) (search[name] ??= []).push(value);
  return search;
}

describe("the address of a new simulation", () => {
  it("says everything that is asked for, and is read as the same", () => {
    expect(readAsked(searchIn(addressOf(WHOLE)))).toEqual(WHOLE);
    const { baseline: _, ...inForce } = { ...WHOLE, candidate: { draft: "draft-1" } };
    expect(readAsked(searchIn(addressOf(inForce)))).toEqual(inForce);
  });

  it("leaves out what is none: no day, no version, a value of no fact", () => {
    const asked = { version: "0", baseline: "two", from: "2026-02-30", until: "soon", scope: ":north" };
    expect(readAsked(asked)).toEqual({ scope: [], groups: [] });
  });

  it("takes off what is not asked for any more", () => {
    expect(searchOf({ scope: [], groups: [] })).toMatchObject({ policy: undefined, scope: [], group: [] });
  });
});

describe("what the service is asked", () => {
  it("is the version in force where no baseline was chosen", () => {
    const { baseline: _, ...asked } = WHOLE;
    expect(bodyOf(asked)).toEqual({ ...asked, baseline: "in-force" });
  });

  it("is nothing before both sides are known, or with days that run backwards", () => {
    const { candidate: _, ...half } = WHOLE;
    expect(bodyOf(half)).toBeUndefined();
    expect(bodyOf({ ...WHOLE, from: "2026-07-01" })).toBeUndefined();
  });
});

describe("a scope", () => {
  it("takes a value in, and out again", () => {
    const value = { fact: "site", value: "north" };
    const one = withValue([], value);
    expect(one).toEqual([{ fact: "site", values: ["north"] }]);
    expect(withValue(one, { fact: "site", value: "south" })[0]?.values).toEqual(["north", "south"]);
    expect(withValue(one, value)).toEqual([]);
  });

  it("makes a simulation one of a part of the cases, as days do", () => {
    expect([isFull(WHOLE), isFull({ scope: [] }), isFull({ scope: [], from: "2026-01-01" })]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
