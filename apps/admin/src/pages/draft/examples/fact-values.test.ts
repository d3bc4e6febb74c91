import { describe, expect, it } from "vitest";
import { factTyped, firstValue, statableFacts, typedFact } from "./fact-values.ts";

const currency = "CNY";

describe("the value of a fact", () => {
  it.each([
    ["money", 1_234_567, "12345.67"],
    ["rate", 0.125, "12.5"],
    ["integer", 3, "3"],
    ["date", "2026-03-02", "2026-03-02"],
    ["set", ["late", "rude"], "late, rude"],
    ["party", "P1", "P1"],
  ] as const)("of type %s is typed as people write it and read back the same", (type, value, text) => {
    expect(typedFact(value, { type, currency })).toBe(text);
    expect(factTyped(text, { type, currency })).toEqual(value);
  });

  it.each([
    ["money", "lots"],
    ["money", "0.001"],
    ["integer", "1.5"],
    ["date", "2 March"],
    ["text", " "],
  ] as const)("of type %s is not taken from %s", (type, text) => {
    expect(factTyped(text, { type, currency })).toBeUndefined();
  });

  it("begins as something of its type", () => {
    const document = { facts: { case: { matter: { type: "enum", values: { damage: {} } } } } };
    expect(firstValue(document, { scope: "case", name: "matter", type: "enum" })).toBe("damage");
    expect(firstValue(document, { scope: "case", name: "loss", type: "money" })).toBe(0);
    expect(statableFacts(document, "case")[0]).toBe("matter");
    expect(statableFacts(document, "case")).toContain("decidedOn");
  });
});
