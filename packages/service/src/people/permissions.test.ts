import { type Actor, PERMISSIONS, ROLES, type Role, SCOPES, reachOf, whoMay } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { mayReadPerson, seesNames } from "./own-or-other.ts";

function person(...roles: readonly Role[]): Actor {
  return { kind: "user", id: "u1", person: "E1", roles, secondFactor: false };
}

describe("a permission", () => {
  it("is never given to a key where somebody is to answer for it", () => {
    const ofPeople = PERMISSIONS.filter((permission) =>
      /^(?:drafts|users|keys|settings|people|appeals|evidence|audit|exports):|:(?:publish|depart|reverse|unmask|manage)$/.test(
        permission,
      ),
    );
    expect(ofPeople.length).toBeGreaterThan(10);
    expect(ofPeople.flatMap((permission) => whoMay(permission).scopes)).toEqual([]);
    const key: Actor = { kind: "key", id: "k1", scopes: SCOPES };
    expect(ofPeople.filter((permission) => reachOf(key, permission) !== undefined)).toEqual([]);
  });

  it("is in somebody's hands, each of them", () => {
    const nobodys = PERMISSIONS.filter((permission) => {
      const { roles, scopes } = whoMay(permission, { own: true });
      return roles.length + scopes.length === 0;
    });
    expect(nobodys).toEqual(["public", "self"]);
  });

  it("is never in the hands of one role that another must check", () => {
    for (const [one, other] of [
      ["drafts:write", "drafts:review"],
      ["people:erase", "decisions:record"],
      ["users:manage", "decisions:record"],
      ["users:manage", "drafts:review"],
      ["audit:read", "decisions:record"],
    ] as const) {
      const both = ROLES.filter((role) => reachOf(person(role), one) && reachOf(person(role), other));
      expect([one, other, both]).toEqual([one, other, []]);
    }
  });

  it("goes as far as the role that goes furthest", () => {
    expect(reachOf(person("employee"), "decisions:read")).toBe("own");
    expect(reachOf(person("employee", "handler"), "decisions:read")).toBe("all");
    expect(reachOf(person(), "decisions:read")).toBeUndefined();
    expect(reachOf(person(), "self")).toBe("all");
  });
});

describe("what is decided about a person", () => {
  it("is read by who may read all of it, and by the person, under any account of theirs", () => {
    expect(mayReadPerson(person("employee"), "E1")).toBe(true);
    expect(mayReadPerson(person("employee"), "E2")).toBe(false);
    expect(mayReadPerson(person("handler"), "E2")).toBe(true);
    expect(mayReadPerson(person("author"), "E1")).toBe(false);
    expect(mayReadPerson({ kind: "key", id: "k1", scopes: ["decisions:read"] }, "E2")).toBe(true);
    expect(mayReadPerson({ kind: "key", id: "k1", scopes: ["evaluate"] }, "E1")).toBe(false);
  });

  it("does not name people to an auditor, whatever else they are", () => {
    expect(seesNames(person("auditor"))).toBe(false);
    expect(seesNames(person("auditor", "employee"))).toBe(false);
    expect(seesNames(person("handler"))).toBe(true);
  });
});
