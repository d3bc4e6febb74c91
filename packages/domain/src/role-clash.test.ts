import { describe, expect, it } from "vitest";
import { clashOf } from "./role-clash.ts";

describe("roles that clash", () => {
  it("are told, the first two of them", () => {
    expect(clashOf(["employee", "auditor", "handler"])).toEqual(["auditor", "handler"]);
    expect(clashOf(["author", "approver", "handler", "employee"])).toBeUndefined();
    expect(clashOf(["admin", "auditor"])).toEqual(["admin", "auditor"]);
    expect(clashOf([])).toBeUndefined();
  });
});
