import { describe, expect, it } from "vitest";
import { accepted, expectationOf, expectations, toBeSettled } from "./expectation.ts";

describe("what an example expects", () => {
  it("is everything that came out, without empty lists and without warnings, whose wording may change", () => {
    const outcome = { disposition: "upheld", parties: [], warnings: ["…"], authority: { level: null } };
    expect(expectationOf(outcome)).toEqual({ disposition: "upheld", authority: { level: null } });
  });

  it("is open in what somebody has yet to settle, fails until then, and takes what is accepted", () => {
    const outcome = {
      disposition: "upheld",
      parties: [
        { party: "P1", totalMinor: 0 },
        { party: "P2", totalMinor: 3 },
      ],
    };
    const open = toBeSettled(outcome, "P1");
    expect(open).toEqual({
      disposition: "upheld",
      parties: [{ party: "P1", totalMinor: null }, { party: "P2" }],
    });
    expect(expectations(open, outcome).filter(({ isSame }) => !isSame)).toMatchObject([
      { path: ["parties", 0, "totalMinor"], expected: null, got: 0 },
    ]);
    expect(expectations(accepted(open, outcome), outcome).every(({ isSame }) => isSame)).toBe(true);
    for (const bare of [{ disposition: "referred", parties: [] }, {}])
      expect(expectations(toBeSettled(bare), bare).every(({ isSame }) => isSame)).toBe(false);
  });

  it("keeps what it names and takes the new value, where a new result is accepted", () => {
    const before = { disposition: "upheld", ground: "late", parties: [{ party: "P1", totalMinor: 1 }] };
    const outcome = {
      disposition: "upheld",
      severity: "major",
      parties: [
        { party: "P1", totalMinor: 2, fineMinor: 2 },
        { party: "P2", totalMinor: 3 },
      ],
    };
    expect(accepted(before, outcome)).toEqual({
      disposition: "upheld",
      parties: [
        { party: "P1", totalMinor: 2 },
        { party: "P2", totalMinor: 3 },
      ],
    });
    expect(expectations(accepted(before, outcome), outcome).every(({ isSame }) => isSame)).toBe(true);
  });

  it("is held against the outcome member by member, a list of another length as one", () => {
    const expected = { authority: { level: "manager" }, bearers: [{ bearer: "P1" }], deadlines: [] };
    const outcome = { authority: { level: "director", excluded: [] }, bearers: [], deadlines: [] };
    expect(expectations(expected, outcome)).toEqual([
      { path: ["authority", "level"], expected: "manager", got: "director", isSame: false },
      { path: ["bearers"], expected: [{ bearer: "P1" }], got: [], isSame: false },
      { path: ["deadlines"], expected: [], got: [], isSame: true },
    ]);
  });

  it("has nothing come out where the case could not be decided", () => {
    expect(expectations({ disposition: "upheld" }, undefined)).toEqual([
      { path: ["disposition"], expected: "upheld", got: undefined, isSame: false },
    ]);
  });
});
