import { SCOPES } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { standingOf } from "./key-standing.ts";
import { PURPOSES, checkCommand } from "./purposes.ts";

const NOW = Date.parse("2026-07-10T00:00:00Z");

describe("a key", () => {
  it("ends soon from thirty days before its end on", () => {
    const at = (expiresAt: string | null) => standingOf({ state: "valid", expiresAt }, NOW);
    expect(at("2026-08-09T00:00:00.001Z")).toBe("valid");
    expect(at("2026-08-09T00:00:00.000Z")).toBe("soon");
    expect(at("2026-07-10T00:00:00.001Z")).toBe("soon");
    expect(at("2026-07-10T00:00:00.000Z")).toBe("expired");
    expect(at(null)).toBe("valid");
    expect(standingOf({ state: "revoked", expiresAt: "2027-01-01T00:00:00Z" }, NOW)).toBe("revoked");
  });

  it("has a purpose for each scope there is", () => {
    expect(PURPOSES.map(({ scope }) => scope)).toEqual(SCOPES);
  });

  it("is tried with a command that only reads", () => {
    expect(
      checkCommand({
        scopes: ["payroll:write"],
        secret: "evh_abc",
        origin: "https://hr.example.org",
        month: "2026-07",
      }),
    ).toBe(`curl -sS 'https://hr.example.org/v1/payroll/2026-07' -H 'Authorization: Bearer evh_abc'`);
  });
});
