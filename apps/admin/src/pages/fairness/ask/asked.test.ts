import { describe, expect, it } from "vitest";
import { isSameQuestion, type Parameters, parametersOf, readAsked } from "./asked.ts";

const addressOf = (parameters: Parameters): string => parametersOf(readAsked(parameters)).toString();

describe("the question of an address", () => {
  it("comes back to the same address", () => {
    const parameters = {
      policy: "conduct",
      from: "2026-01-01",
      until: "2026-06-30",
      kind: "damage",
      groups: "site,rank",
      "ref-site": "suzhou",
      same: "lossBand,rank",
      cross: "department,rank",
      draft: "draft-1",
      rank: "rank",
      pay: "monthlyWage",
      unit: "branch",
      "part-did": "causedIt",
      "step-close": "closedOn",
    };
    expect(addressOf(parameters)).toBe(new URLSearchParams(parameters).toString());
  });

  it("leaves out what is no day, and what names nothing", () => {
    expect(
      addressOf({ policy: "conduct", from: "2026-02-30", until: "soon", cross: "site", rank: " " }),
    ).toBe("policy=conduct");
  });

  it("holds kind of case and loss band the same unless the address says otherwise", () => {
    expect(readAsked({}).same).toEqual({ category: true, lossBand: true, facts: [] });
    expect(readAsked({ same: "" }).same).toEqual({ category: false, lossBand: false, facts: [] });
    expect(addressOf({ same: "" })).toBe("same=");
  });

  it("tells that no group was chosen from that nobody chose yet", () => {
    expect(readAsked({}).groups).toBeUndefined();
    expect(readAsked({ groups: "" }).groups).toEqual([]);
  });
});

describe("isSameQuestion", () => {
  it("takes no heed of the order in which things were chosen", () => {
    const [one, other] = [
      readAsked({ same: "rank,lossBand,site" }),
      readAsked({ same: "site,rank,lossBand" }),
    ];
    expect(isSameQuestion(one, other)).toBe(true);
    expect(isSameQuestion(one, readAsked({ same: "rank,lossBand" }))).toBe(false);
    expect(isSameQuestion(readAsked({ groups: "site,rank" }), readAsked({ groups: "rank,site" }))).toBe(true);
  });
});
