import { describe, expect, it } from "vitest";
import { EXIT, type ExitCode, worst } from "./exit-code.ts";

describe("worst", () => {
  it("puts our fault before invalid input, that before a refusal, and that before a decision", () => {
    const order: readonly ExitCode[] = [EXIT.failed, EXIT.invalid, EXIT.refused, EXIT.decided];
    for (const [rank, graver] of order.entries()) {
      for (const milder of order.slice(rank))
        expect([worst(graver, milder), worst(milder, graver)]).toEqual([graver, graver]);
    }
    expect(order).toEqual([1, 3, 2, 0]);
  });
});
