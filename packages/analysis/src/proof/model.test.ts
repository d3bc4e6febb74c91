import { describe, expect, it } from "vitest";
import { readModel } from "./model.ts";

describe("reading a model", () => {
  it("gives whole numbers of either sign and truths, by their names without bars", () => {
    const { numbers, truths } = readModel(`(
      ; what z3 says
      (define-fun |case.lossAmount| () Int 123456789012345678901234567890)
      (define-fun |A: grade| () Int (- 1))
      (define-fun alone () Bool true)
      (define-fun |x stated| () Bool
        false)
    )`);
    expect(Object.fromEntries(numbers)).toEqual({
      "case.lossAmount": 123456789012345678901234567890n,
      "A: grade": -1n,
    });
    expect(Object.fromEntries(truths)).toEqual({ alone: true, "x stated": false });
  });

  it("passes over functions and other sorts", () => {
    const { numbers, truths } = readModel(
      "(model (define-fun f ((x Int)) Int x) (define-fun r () Real (/ 1.0 2.0)))",
    );
    expect([numbers.size, truths.size]).toEqual([0, 0]);
  });

  it.each(["((define-fun x () Int 1)", "(define-fun x () Int 1))"])("refuses %s", (text) => {
    expect(() => readModel(text)).toThrow(/parenthesis/);
  });
});
