import { describe, expect, it } from "vitest";
import { faultOf } from "./fault.ts";

describe("faultOf", () => {
  it("keeps the kind, the places and the causes of an error, and not a word of its message", () => {
    const error = new RangeError("P1 owes\n    at 1200.00 (secret:1:2)", { cause: new TypeError("P2 too") });
    const fault = faultOf(error);
    expect(fault).toMatchObject({ name: "RangeError", cause: { name: "TypeError" } });
    expect(fault.frames[0]).toContain("fault.test.ts");
    expect(JSON.stringify(fault)).not.toMatch(/P1|P2|owes|secret/);
  });

  it("takes what is no error, and ends where causes go round", () => {
    expect(faultOf("P1")).toEqual({ name: "string", frames: [] });
    const round = new Error("a");
    round.cause = round;
    expect(JSON.stringify(faultOf(round)).match(/"name"/g)).toHaveLength(5);
  });
});
