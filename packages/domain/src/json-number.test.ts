import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isExactNumber } from "./json-number.ts";

const RUNS = { seed: 20_260_701, numRuns: 5_000 };

describe("isExactNumber", () => {
  it.each([
    "0",
    "-0",
    "-0.00e5",
    "0e999999999999999999999",
    "0.1",
    "1e2",
    "1E+2",
    "100e-2",
    "1.50",
    "9007199254740991",
    "9007199254740992",
    "1e21",
    "1000000000000000000000",
    "0.0000001",
    "5e-324",
    "1.7976931348623157e308",
    `1${"0".repeat(300)}e-300`,
  ])("holds of %s", (text) => {
    expect(isExactNumber(text)).toBe(true);
  });

  it.each([
    "1e400",
    "-1e400",
    "1e-400",
    "9007199254740993",
    "0.1000000000000000055",
    "0.30000000000000004441",
    "1.00000000000000000001",
    "4.9e-324",
    `1e${"9".repeat(400)}`,
    `1e-${"9".repeat(400)}`,
    "1".repeat(400),
  ])("does not hold of %s", (text) => {
    expect(isExactNumber(text)).toBe(false);
  });

  it("holds of every number as JSON prints it, however it is padded", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = JSON.stringify(value);
        expect(isExactNumber(text)).toBe(true);
        const [mantissa = "", exponent = "+0"] = text.split("e");
        expect(isExactNumber(`${mantissa}${mantissa.includes(".") ? "" : "."}00e${exponent}`)).toBe(true);
      }),
      RUNS,
    );
  });

  it("holds of no number with a digit beyond those that are printed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 53 - 1 }),
        fc.integer({ min: 1, max: 9 }),
        (whole, digit) => {
          expect(isExactNumber(`${whole}.${"0".repeat(20)}${digit}`)).toBe(false);
        },
      ),
      RUNS,
    );
  });
});
