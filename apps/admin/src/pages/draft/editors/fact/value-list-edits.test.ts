import { describe, expect, it } from "vitest";
import { valueId, withFieldMoved } from "./value-list-edits.ts";

describe("the values of a fact", () => {
  const values = { slight: 1, serious: 2, "very-serious": 3 };

  it("are moved past one another, and stay where nothing is beyond them", () => {
    const order = (key: string, by: 1 | -1): readonly string[] =>
      Object.keys(withFieldMoved(values, key, by));
    expect(order("serious", -1)).toEqual(["serious", "slight", "very-serious"]);
    expect(order("serious", 1)).toEqual(["slight", "very-serious", "serious"]);
    expect(withFieldMoved(values, "slight", -1)).toBe(values);
    expect(withFieldMoved(values, "very-serious", 1)).toBe(values);
    expect(withFieldMoved(values, "unheard-of", 1)).toBe(values);
  });

  it("are called by their English name in rules, each once, and by a number where it says nothing", () => {
    const ids = ["Middling", "Slight", " 50% or more ", "重要", ""].map((english) =>
      valueId({ ...values, value1: 4 }, english),
    );
    expect(ids).toEqual(["middling", "slight-2", "50-or-more", "value2", "value2"]);
  });
});
