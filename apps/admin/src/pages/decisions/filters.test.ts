import { describe, expect, it } from "vitest";
import { readersTimeZone } from "../../format/format.ts";
import { askedOf, readFilters } from "./filters.ts";

describe("the filters of an address", () => {
  it("are read as they stand, blanks around them aside", () => {
    const asked = {
      policy: "complaint-fines",
      version: "2",
      party: " P1 ",
      outcome: "upheld",
      departures: "yes",
    };
    expect(readFilters(asked)).toEqual({ ...asked, party: "P1" });
  });

  it("leave out what is none", () => {
    expect(
      readFilters({
        version: "2",
        from: "2026-02-30",
        to: "soon",
        outcome: "lost",
        status: "gone",
        departures: "no",
        reference: "  ",
      }),
    ).toEqual({});
  });
});

describe("what the service is asked for", () => {
  it("names the day after the last one, over the end of a year too", () => {
    expect(askedOf({ from: "2026-12-01", to: "2026-12-31" }, undefined)).toBe(
      `from=2026-12-01&until=2027-01-01&timeZone=${encodeURIComponent(readersTimeZone())}`,
    );
  });

  it("has the service's own names, and the page to go on from", () => {
    expect(askedOf({ outcome: "not-upheld", status: "superseded" }, "17")).toBe(
      "status=superseded&disposition=not-upheld&cursor=17",
    );
    expect(askedOf({}, undefined)).toBe("");
  });
});
