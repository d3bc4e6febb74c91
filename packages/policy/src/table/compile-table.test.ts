import { describe, expect, it } from "vitest";
import { compileTable } from "./compile-table.ts";
import { holds, parameter, samplePolicy, sampleTable } from "./sample-table.ts";

describe("a row as a rule", () => {
  it("asks for the table's condition and every cell that is not empty", () => {
    const table = sampleTable(
      ["loss", "kind", "late"],
      { middle: [{ atLeast: 1, below: 5 }, { oneOf: ["a", "b"] }, null] },
      { when: { all: [{ fact: "disposition", operator: "equal", value: "upheld" }] } },
    );
    expect(compileTable("levels", table)[0]?.rule.conditions).toEqual({
      all: [
        { fact: "disposition", operator: "equal", value: "upheld" },
        { fact: "loss", operator: "greaterThanInclusive", value: 1 },
        { fact: "loss", operator: "lessThan", value: 5 },
        { fact: "kind", operator: "in", value: ["a", "b"] },
      ],
    });
  });

  it("keeps a condition that is no `all` as one member", () => {
    const table = sampleTable(
      ["loss"],
      { known: [{ unknown: true }] },
      { when: { not: { condition: "closed" } } },
    );
    expect(compileTable("levels", table)[0]?.rule.conditions).toEqual({
      all: [{ not: { condition: "closed" } }, { fact: "loss", operator: "equal", value: null }],
    });
  });

  it("asks for truth values one by one, since membership knows numbers and text only", () => {
    const table = sampleTable(["late"], { either: [{ oneOf: [true, false] }] });
    expect(compileTable("levels", table)[0]?.rule.conditions).toEqual({
      all: [
        {
          any: [
            { fact: "late", operator: "equal", value: true },
            { fact: "late", operator: "equal", value: false },
          ],
        },
      ],
    });
  });

  it("that asks for nothing holds always, and has no empty group", () => {
    const policy = samplePolicy();
    const [rule] = compileTable("levels", sampleTable(["loss"], { any: [null] }));
    expect(rule && holds(rule.rule.conditions, { loss: null }, policy)).toBe(true);
    expect(rule && holds(rule.rule.conditions, { loss: 3 }, policy)).toBe(true);
    expect(JSON.stringify(rule)).not.toMatch(/"(?:all|any)":\[\]/);
  });

  it("is called by table and row, with the row's place in its label", () => {
    const [, second] = compileTable(
      "levels",
      sampleTable(["loss"], { low: [{ below: 1 }], high: [{ atLeast: 1 }] }),
    );
    expect(second).toMatchObject({
      id: "levels#high",
      stage: "authority",
      scope: "case",
      label: { en: "Levels, row 2", zh: "审批权限第2行" },
    });
  });

  it("cites its own article, and the table's where it has none", () => {
    const table = sampleTable(["loss"], { low: [{ below: 1 }], high: [{ atLeast: 1 }] });
    const rows = table.rows.map((row, index) =>
      index === 1 ? { ...row, references: [{ article: "11(2)" }] } : row,
    );
    const cited = compileTable("levels", { ...table, rows }).map(({ references }) => references);
    expect(cited).toEqual([[{ article: "11" }], [{ article: "11(2)" }]]);
  });

  it("fills the event's outputs beside its fixed parameters and keeps the table's priority", () => {
    const table = sampleTable(
      ["loss"],
      { low: [null] },
      { event: { type: "measure", params: { kind: "repair" } }, outputs: ["quantity"], priority: 7 },
    );
    expect(compileTable("levels", table)[0]?.rule).toMatchObject({
      event: { type: "measure", params: { kind: "repair", quantity: "low" } },
      priority: 7,
    });
  });
});

describe("hit policy `first`", () => {
  it("excludes only the earlier rows that can hold together with a row", () => {
    const table = sampleTable(
      ["loss"],
      { low: [{ below: 10 }], high: [{ atLeast: 20 }], upToThirty: [{ atMost: 30 }] },
      { hitPolicy: "first" },
    );
    const [, high, upToThirty] = compileTable("levels", table);
    expect(high?.rule.conditions).toEqual({
      all: [{ fact: "loss", operator: "greaterThanInclusive", value: 20 }],
    });
    expect(upToThirty?.rule.conditions).toEqual({
      all: [
        { fact: "loss", operator: "lessThanInclusive", value: 30 },
        { not: { fact: "loss", operator: "lessThan", value: 10 } },
        { not: { fact: "loss", operator: "greaterThanInclusive", value: 20 } },
      ],
    });
  });

  it("tells ends that meet apart by whether they are included", () => {
    const rows = (first: object, second: object) =>
      sampleTable(["loss"], { a: [first as never], b: [second as never] }, { hitPolicy: "first" });
    const excludes = (first: object, second: object) =>
      JSON.stringify(compileTable("t", rows(first, second))[1]).includes("not");
    expect(excludes({ atMost: 5 }, { atLeast: 5 })).toBe(true);
    expect(excludes({ atMost: 5 }, { above: 5 })).toBe(false);
    expect(excludes({ below: 5 }, { is: 5 })).toBe(false);
    expect(excludes({ is: 5 }, { oneOf: [5, 6] })).toBe(true);
    expect(excludes({ unknown: true }, { atLeast: 0 })).toBe(false);
    expect(excludes({ below: { fact: "parameter.limit" } }, { atLeast: { fact: "parameter.limit" } })).toBe(
      false,
    );
    expect(excludes({ below: { fact: "parameter.limit" } }, { atLeast: { fact: "parameter.other" } })).toBe(
      true,
    );
  });

  it("knows the parameters it is given", () => {
    const table = sampleTable(
      ["loss"],
      { low: [{ below: { fact: "parameter.low" } }], high: [{ atLeast: { fact: "parameter.high" } }] },
      { hitPolicy: "first" },
    );
    const parameters = { low: parameter(10, "money"), high: parameter(20, "money") };
    expect(JSON.stringify(compileTable("levels", table, { parameters })[1])).not.toContain("not");
  });

  it("leaves a last row for everything else, unknown included", () => {
    const table = sampleTable(["loss"], { low: [{ below: 10 }], rest: [null] }, { hitPolicy: "first" });
    const [low, rest] = compileTable("levels", table);
    const fires = (loss: number | null) =>
      [low, rest].map((rule) => rule && holds(rule.rule.conditions, { loss }, samplePolicy()));
    expect(fires(9)).toEqual([true, false]);
    expect(fires(10)).toEqual([false, true]);
    expect(fires(null)).toEqual([false, true]);
  });

  it("gives a row below one that holds of everything nothing, with a condition that can be evaluated", () => {
    const table = sampleTable(["loss"], { all: [null], low: [{ below: 10 }] }, { hitPolicy: "first" });
    const [, low] = compileTable("levels", table);
    expect(low && [null, 5, 15].map((loss) => holds(low.rule.conditions, { loss }, samplePolicy()))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
