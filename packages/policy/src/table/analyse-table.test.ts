import type { DecisionTable, Policy } from "@evenhand/domain";
import { catalogueOf } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { analyseTable } from "./analyse-table.ts";
import { fact, parameter, samplePolicy, sampleTable } from "./sample-table.ts";

const POLICY = samplePolicy({
  facts: {
    case: {
      loss: fact("money", "loss"),
      weight: fact("decimal", "weight", { minimum: 0 }),
      share: fact("rate", "share"),
      times: fact("integer", "times", { minimum: 1 }),
      points: fact("integer", "points"),
      late: fact("boolean", "the goods came late"),
      confirmed: fact("boolean", "the recording confirms it", { required: false, whenAbsent: "unknown" }),
      market: fact("enum", "market", {
        values: { home: { en: "domestic", zh: "国内" }, abroad: { en: "overseas", zh: "海外" } },
      }),
      kind: fact("enum", "kind", { open: true, values: { quality: { en: "quality", zh: "质量" } } }),
      note: fact("text", "note"),
      soldOn: fact("date", "day of sale"),
      claim: fact("money", "claim", { required: false }),
      delivered: fact("integer", "delivered", { minimum: 0 }),
      defective: fact("integer", "defective", { minimum: 0 }),
    },
    party: {},
  },
  derived: {
    case: {
      defectRate: {
        label: { en: "defect rate", zh: "不良率" },
        kind: "ratio",
        numerator: "defective",
        denominator: "delivered",
      },
    },
  },
  parameters: {
    bonusCapRate: parameter(0.5, "rate"),
    limit: parameter(200_000, "money"),
    threshold: parameter(0.03, "rate"),
    newLaw: parameter("2026-07-01", "date"),
  },
  conditions: { claimed: { all: [{ fact: "claim", operator: "greaterThan", value: 0 }] } },
});

type Rows = Parameters<typeof sampleTable>[1];

function findings(
  inputs: readonly string[],
  rows: Rows,
  parts: Partial<DecisionTable> = {},
  policy: Policy = POLICY,
) {
  return analyseTable(sampleTable(inputs, rows, parts), "levels", policy, catalogueOf(policy));
}

function messages(...given: Parameters<typeof findings>): readonly string[] {
  return findings(...given).map(({ code, message }) => `${code}: ${message.en}`);
}

describe("ends that meet on the lattice of their type leave no gap", () => {
  it.each<[string, string, Rows]>([
    ["fen", "loss", { low: [{ atMost: 200_000 }], high: [{ atLeast: 200_001 }] }],
    [
      "fen, parameters",
      "loss",
      { low: [{ atMost: { fact: "parameter.limit" } }], high: [{ atLeast: 200_001 }] },
    ],
    ["millionths of a decimal", "weight", { low: [{ atMost: 0.1 }], high: [{ atLeast: 0.100001 }] }],
    ["millionths of a rate", "share", { low: [{ below: 0.3 }], high: [{ atLeast: 0.3 }] }],
    [
      "whole numbers",
      "times",
      { once: [{ is: 1 }], twice: [{ atLeast: 2, below: 3 }], more: [{ above: 2 }] },
    ],
    [
      "days",
      "soldOn",
      { old: [{ below: { fact: "parameter.newLaw" } }], young: [{ atLeast: { fact: "parameter.newLaw" } }] },
    ],
    [
      "exact ratios",
      "defectRate",
      { low: [{ below: { fact: "parameter.threshold" } }], high: [{ atLeast: 0.03 }] },
    ],
    ["values of a closed list", "market", { home: [{ is: "home" }], abroad: [{ oneOf: ["abroad"] }] }],
    ["truth values", "late", { yes: [{ is: true }], no: [{ is: false }] }],
  ])("%s", (_, input, rows) => {
    expect(messages([input], rows)).toEqual([]);
  });
});

describe("a gap is told with what it leaves out and an example", () => {
  it.each<[string, string, Rows, string]>([
    [
      "money between two ends",
      "loss",
      { low: [{ atMost: 200_000 }], high: [{ atLeast: 500_000 }] },
      "loss above 2,000.00 and below 5,000.00, e.g. loss 3,000.00",
    ],
    ["one fen", "loss", { low: [{ below: 200_000 }], high: [{ above: 200_000 }] }, "loss being 2,000.00"],
    ["everything below", "loss", { high: [{ atLeast: 100_000 }] }, "loss below 1,000.00, e.g. loss 0.00"],
    ["everything above", "loss", { low: [{ below: 100_000 }] }, "loss 1,000.00 or more, e.g. loss 1,000.00"],
    [
      "two millionths of a decimal",
      "weight",
      { low: [{ atMost: 0.1 }], high: [{ atLeast: 0.100003 }] },
      "weight above 0.1 and below 0.100003, e.g. weight 0.100001",
    ],
    ["a rate up to the whole", "share", { low: [{ atMost: 0.3 }] }, "share above 30%, e.g. share 100%"],
    [
      "between two millionths of a ratio",
      "defectRate",
      { low: [{ atMost: 0.03 }], high: [{ atLeast: 0.030001 }] },
      "defect rate being 3.00005%",
    ],
    [
      "a number of times",
      "times",
      { once: [{ is: 1 }], more: [{ atLeast: 4 }] },
      "times from 2 to 3, e.g. times 2",
    ],
    [
      "below zero, where nothing rules it out",
      "points",
      { some: [{ atLeast: 0 }] },
      "points -1 or less, e.g. points -1",
    ],
    ["a value of a list", "market", { home: [{ is: "home" }] }, "market being “overseas”"],
    ["values outside an open list", "kind", { known: [{ is: "quality" }] }, "kind being anything else"],
    ["texts that no row names", "note", { a: [{ is: "A" }], b: [{ is: "B" }] }, "note being anything else"],
    ["a truth value", "late", { late: [{ is: true }] }, "“the goods came late” being no"],
    [
      "days before",
      "soldOn",
      { young: [{ atLeast: { fact: "parameter.newLaw" } }] },
      "day of sale up to 30 June 2026, e.g. day of sale 30 June 2026",
    ],
  ])("%s", (_, input, rows, told) => {
    expect(messages([input], rows)).toEqual([`table-gap: no row of \`levels\` covers ${told}`]);
  });

  it("in Chinese with Chinese figures and punctuation", () => {
    const [gap] = findings(["loss", "times"], {
      low: [{ below: 100_000 }, null],
      first: [{ atLeast: 100_000, below: 500_000 }, { atMost: 2 }],
      high: [{ atLeast: 500_000 }, null],
    });
    expect(gap?.message.zh).toBe(
      "表`levels`中没有一行适用于：loss不低于1,000.00元且低于5,000.00元，且times不低于3；例如loss为1,000.00元、times为3",
    );
    expect(gap?.message.en).toBe(
      "no row of `levels` covers loss from 1,000.00 to below 5,000.00 and times 3 or more, e.g. loss 1,000.00, times 3",
    );
    expect(gap).toMatchObject({ severity: "warning", at: "/tables/levels" });
  });

  it("with its words quoted in Chinese as well", () => {
    const [gap] = findings(["market"], { a: [{ is: "home" }] });
    expect(gap?.message.zh).toBe("表`levels`中没有一行适用于：market为“海外”");
  });

  it("as one region over several segments, however other rows cut them", () => {
    const rows: Rows = {
      a: [{ below: 100 }, { is: "home" }, null],
      b: [{ atLeast: 100, below: 200 }, { is: "home" }, { is: true }],
      c: [{ atLeast: 200 }, { is: "home" }, null],
      d: [null, { is: "abroad" }, { is: true }],
    };
    expect(messages(["loss", "market", "late"], rows)).toEqual([
      "table-gap: no row of `levels` covers loss from 1.00 to below 2.00, market being “domestic” and “the goods came late” being no, e.g. loss 1.00",
      "table-gap: no row of `levels` covers market being “overseas” and “the goods came late” being no",
    ]);
  });

  it("but not where the table means to be partial, nor for inputs that are unknown", () => {
    expect(messages(["loss"], { low: [{ below: 100 }] }, { partial: true })).toEqual([]);
    expect(messages(["claim"], { known: [{ atLeast: 0 }] })).toEqual([]);
    expect(messages(["confirmed"], { yes: [{ is: true }], no: [{ is: false }] })).toEqual([]);
  });

  it("and not where the table's own condition is certainly false", () => {
    const rows: Rows = { some: [{ above: 0 }] };
    expect(messages(["claim"], rows, { when: { all: [{ condition: "claimed" }] } })).toEqual([]);
    expect(
      messages(["claim"], rows, { when: { not: { fact: "claim", operator: "equal", value: 0 } } }),
    ).toEqual([]);
    expect(
      messages(["claim"], rows, {
        when: { any: [{ condition: "claimed" }, { fact: "late", operator: "equal", value: true }] },
      }),
    ).toHaveLength(1);
    const either: DecisionTable["when"] = {
      any: [
        { fact: "claim", operator: "greaterThanInclusive", value: 500 },
        { fact: "market", operator: "in", value: ["abroad"] },
      ],
    };
    expect(
      messages(
        ["claim", "market"],
        { large: [{ atLeast: 500 }, null], abroad: [{ below: 500 }, { is: "abroad" }] },
        { when: either },
      ),
    ).toEqual([]);
  });

  it("twenty times at most, with the number of the others", () => {
    const rows = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`r${index}`, [{ is: index * 2 }]]),
    );
    const told = messages(["loss"], rows);
    expect(told).toHaveLength(21);
    expect(told.at(-1)).toBe("table-gap: no row of `levels` covers 20 more parts of its input");
  });
});

describe("rows that overlap", () => {
  it("are an error in a `unique` table, told with both rows and where, at the lower one", () => {
    const [overlap, ...others] = findings(["loss", "late"], {
      low: [{ atMost: 100 }, null],
      high: [{ atLeast: 100 }, null],
    });
    expect(others).toEqual([]);
    expect(overlap).toMatchObject({
      code: "table-overlap",
      severity: "error",
      at: "/tables/levels/rows/1",
      message: {
        en: "rows 1 (`low`) and 2 (`high`) of `levels` both hold for loss being 1.00",
        zh: "表`levels`的第1行（`low`）与第2行（`high`）同时适用于：loss为1.00元",
      },
    });
  });

  it("may overlap in what is unknown", () => {
    expect(messages(["claim"], { any: [null], none: [{ unknown: true }] })).toEqual([
      "table-overlap: rows 1 (`any`) and 2 (`none`) of `levels` both hold for claim being unknown",
    ]);
  });

  it("are told pair by pair, in three dimensions as in one", () => {
    const rows: Rows = {
      a: [null, null, { is: true }],
      b: [null, { is: "home" }, { is: false }],
      c: [null, { is: "abroad" }, { is: false }],
      d: [{ atLeast: 900 }, { is: "abroad" }, null],
    };
    expect(messages(["loss", "market", "late"], rows)).toEqual([
      "table-overlap: rows 1 (`a`) and 4 (`d`) of `levels` both hold for loss 9.00 or more, market being “overseas” and “the goods came late” being yes",
      "table-overlap: rows 3 (`c`) and 4 (`d`) of `levels` both hold for loss 9.00 or more, market being “overseas” and “the goods came late” being no",
    ]);
  });

  it("do no harm where the upper row wins, nor where the table is not asked", () => {
    const rows: Rows = { low: [{ atMost: 100 }], rest: [null] };
    expect(messages(["loss"], rows, { hitPolicy: "first" })).toEqual([]);
    const when: DecisionTable["when"] = { all: [{ fact: "loss", operator: "notEqual", value: 100 }] };
    expect(messages(["loss"], { low: [{ atMost: 100 }], high: [{ atLeast: 100 }] }, { when })).toEqual([]);
  });
});

describe("a row that decides nothing is reported", () => {
  it("where the rows above cover it together", () => {
    const rows: Rows = {
      low: [{ below: 100 }],
      high: [{ atLeast: 100 }],
      middle: [{ atLeast: 50, below: 150 }],
    };
    const [found, ...others] = findings(["loss"], rows, { hitPolicy: "first" });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: "unreachable-rule",
      severity: "warning",
      at: "/tables/levels/rows/2",
    });
  });

  it("but not where something is left to it, such as the unknown", () => {
    const rows: Rows = { low: [{ below: 100 }], high: [{ atLeast: 100 }], rest: [null] };
    expect(messages(["claim"], rows, { hitPolicy: "first" })).toEqual([]);
  });

  it("where nothing can satisfy a cell", () => {
    const [found] = findings(["loss"], { all: [null], never: [{ above: 5, below: 6 }] });
    expect(found).toMatchObject({ code: "unreachable-rule", at: "/tables/levels/rows/1/when/0" });
  });

  it("where the table's own condition rules it out", () => {
    const when: DecisionTable["when"] = { all: [{ fact: "loss", operator: "greaterThan", value: 0 }] };
    expect(findings(["loss"], { none: [{ is: 0 }], some: [{ above: 0 }] }, { when })).toMatchObject([
      { code: "unreachable-rule", at: "/tables/levels/rows/0" },
    ]);
  });
});

describe("what cannot be checked is said and not guessed", () => {
  it("a cell that compares with another fact", () => {
    expect(
      findings(["loss"], { below: [{ below: { fact: "claim" } }], rest: [{ atLeast: { fact: "claim" } }] }),
    ).toMatchObject([{ code: "table-gap", severity: "warning", at: "/tables/levels" }]);
  });

  it("a table of more combinations than can be gone through", () => {
    const facts = Object.fromEntries(
      Array.from({ length: 16 }, (_, index) => [`f${index}`, fact("money", `f${index}`)]),
    );
    const policy = samplePolicy({ facts: { case: facts, party: {} } });
    const names = Object.keys(facts);
    const rows = Object.fromEntries(
      Array.from({ length: 200 }, (_, row) => [
        `r${row}`,
        names.map((__, column) =>
          (row * 7 + column * 13) % 5 === 0 ? null : { below: 100 + ((row * 31 + column * 17) % 97) },
        ),
      ]),
    );
    expect(
      findings(names, rows, { hitPolicy: "first" }, policy).map(({ code, message }) => [code, message.en]),
    ).toContainEqual([
      "table-gap",
      "`levels` has too many combinations of its input to be checked for gaps and overlaps in full",
    ]);
  });

  it("a table that is not well formed has no findings of this kind", () => {
    expect(findings(["loss", "loss"], { a: [null, null] })).toEqual([]);
    expect(findings(["nothing"], { a: [null] })).toEqual([]);
    expect(findings(["loss"], { a: [] })).toEqual([]);
  });
});
