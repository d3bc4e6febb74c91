import { describe, expect, it } from "vitest";
import { clashWith, isNamed, othersOf, stateOf } from "./accounts.ts";
import type { Account } from "./people-queries.ts";

const ONE: Account = {
  id: "u1",
  email: "one@example.org",
  name: "",
  personId: "E1001",
  roles: ["author"],
  disabled: false,
  canSignIn: true,
  hasSecondFactor: false,
  createdAt: "2026-07-01T00:00:00.000Z",
  lastSignedInAt: null,
};

describe("an account", () => {
  it("is active, waits for its first password, is shut, or is of a person who was erased", () => {
    expect(stateOf(ONE)).toBe("active");
    expect(stateOf({ ...ONE, canSignIn: false })).toBe("invited");
    expect(stateOf({ ...ONE, disabled: true, canSignIn: false })).toBe("disabled");
    expect(stateOf({ ...ONE, personId: "", disabled: true })).toBe("erased");
  });

  it("is found by name, address and staff number, in either case", () => {
    expect(["ONE@", "e1001", " "].map((text) => isNamed(ONE, text))).toEqual([true, true, true]);
    expect(isNamed(ONE, "E1002")).toBe(false);
  });
});

describe("the roles of a person", () => {
  const other: Account = { ...ONE, id: "u2", roles: ["auditor"] };

  it("clash across accounts of one staff number, and not with one's own before the change", () => {
    expect(clashWith([ONE], { personId: "E1001 ", roles: ["auditor"] })).toEqual(["auditor", "author"]);
    expect(clashWith([ONE], { id: "u1", personId: "E1001", roles: ["auditor"] })).toBeUndefined();
    expect(clashWith([ONE], { personId: "E1002", roles: ["auditor"] })).toBeUndefined();
  });

  it("of an account that is shut do not count", () => {
    expect(othersOf([ONE, other], ONE)).toEqual([other]);
    expect(othersOf([ONE, { ...other, disabled: true }], ONE)).toEqual([]);
  });
});
