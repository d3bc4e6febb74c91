import { type Cell, type DecisionTable, catalogueOf } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { analyseTable, toldBy } from "./analyse-table.ts";
import { type TableInPolicy, rowsCovering, rowsWithout } from "./mend-table.ts";
import { fact, parameter, samplePolicy, sampleTable } from "./sample-table.ts";
import { tableCoverage } from "./table-coverage.ts";

const POLICY = samplePolicy({
  facts: {
    case: {
      loss: fact("money", "loss"),
      times: fact("integer", "times", { minimum: 1 }),
      share: fact("rate", "share"),
      claim: fact("money", "claim", { required: false }),
      kind: fact("enum", "kind", {
        values: {
          a: { en: "a", zh: "甲" },
          b: { en: "b", zh: "乙" },
          c: { en: "c", zh: "丙" },
        },
      }),
      open: fact("enum", "open", { open: true, values: { a: { en: "a", zh: "甲" } } }),
      meant: fact("boolean", "meant"),
    },
    party: {},
  },
  parameters: { limit: parameter(200_000, "money"), bonusCapRate: parameter(0.5, "rate") },
});

function at(inputs: readonly string[], rows: Parameters<typeof sampleTable>[1]): TableInPolicy {
  return { table: sampleTable(inputs, rows), policy: POLICY, catalogue: catalogueOf(POLICY) };
}

function gapsOf({ table, policy, catalogue }: TableInPolicy) {
  return tableCoverage(table, policy, catalogue)?.gaps ?? [];
}

function withRows(where: TableInPolicy, whens: readonly (readonly Cell[])[]): TableInPolicy {
  const added = whens.map((when, index): DecisionTable["rows"][number] => ({
    id: `added-${index}`,
    when,
    // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
    then: ["x"],
  }));
  return { ...where, table: { ...where.table, rows: [...where.table.rows, ...added] } };
}

describe("a row for a gap", () => {
  it.each<[string, readonly string[], Parameters<typeof sampleTable>[1], readonly (readonly Cell[])[]]>([
    [
      "ends as the neighbours write theirs",
      ["loss"],
      { low: [{ atMost: 200_000 }], high: [{ atLeast: 500_000 }] },
      [[{ above: 200_000, below: 500_000 }]],
    ],
    [
      "names a parameter rather than copying it",
      ["loss"],
      { low: [{ below: { fact: "parameter.limit" } }] },
      [[{ atLeast: { fact: "parameter.limit" } }]],
    ],
    ["counts from one on", ["times"], { one: [{ is: 1 }], two: [{ is: 2 }] }, [[{ atLeast: 3 }]]],
    ["a single figure", ["times"], { one: [{ is: 1 }], more: [{ atLeast: 3 }] }, [[{ is: 2 }]]],
    ["up to the whole", ["share"], { low: [{ atMost: 0.3 }] }, [[{ above: 0.3 }]]],
    ["values of a list", ["kind"], { one: [{ is: "a" }] }, [[{ oneOf: ["b", "c"] }]]],
    [
      "holds of anything where the gap does",
      ["loss", "times"],
      { low: [{ below: 100_000 }, null], first: [{ atLeast: 100_000 }, { is: 1 }] },
      [[{ atLeast: 100_000 }, { atLeast: 2 }]],
    ],
  ])("%s", (_, inputs, rows, expected) => {
    const where = at(inputs, rows);
    const [gap] = gapsOf(where);
    expect(gap && rowsCovering(gap, where)).toEqual(expected);
  });

  it("closes it, and opens no overlap, whatever the table", () => {
    const tables = [
      at(["loss", "times", "kind"], {
        a: [{ below: 100_000 }, { is: 1 }, { is: "a" }],
        b: [null, { is: 4 }, null],
      }),
      at(["claim", "meant"], { a: [{ atLeast: 100 }, { is: true }], b: [{ unknown: true }, null] }),
      at(["loss", "share", "times"], {
        a: [{ atLeast: 5, below: { fact: "parameter.limit" } }, { atMost: 0.125 }, { atLeast: 3, atMost: 7 }],
      }),
    ];
    for (let where of tables) {
      for (let left = 50; gapsOf(where).length > 0; left -= 1) {
        const [gap] = gapsOf(where);
        where = withRows(where, (gap && rowsCovering(gap, where)) ?? []);
        expect(left).toBeGreaterThan(0);
      }
      expect(analyseTable(where.table, "t", where.policy, where.catalogue)).toEqual([]);
    }
  });

  it("is not there where no cell could say it", () => {
    const where = at(["open"], { one: [{ is: "a" }] });
    const [gap] = gapsOf(where);
    expect(gap && rowsCovering(gap, where)).toBeUndefined();
  });
});

describe("a row without what another one says", () => {
  const where = at(["loss", "meant"], {
    large: [{ atLeast: 500_000 }, null],
    meant: [{ atLeast: 1_000_000 }, { is: true }],
    within: [{ atLeast: 2_000_000 }, { is: true }],
  });

  it("holds of all the rest, and of nothing twice", () => {
    expect(rowsWithout({ row: "large", other: "meant" }, where)).toEqual([
      [{ atLeast: 500_000, below: 1_000_000 }, null],
      [{ atLeast: 1_000_000 }, { is: false }],
    ]);
  });

  it("is none where it holds nowhere else", () => {
    expect(rowsWithout({ row: "within", other: "meant" }, where)).toEqual([]);
  });
});

describe("a finding", () => {
  it("leads back to what it tells of, each to its own", () => {
    const where = at(["loss"], {
      low: [{ below: 100_000 }],
      mid: [{ atLeast: 200_000, atMost: 500_000 }],
      high: [{ atLeast: 500_000, below: 900_000 }],
    });
    const { table, policy, catalogue } = where;
    const coverage = tableCoverage(table, policy, catalogue);
    if (!coverage) throw new Error("the table is well formed");
    const told = analyseTable(table, "t", policy, catalogue).map((one) =>
      toldBy(one, { id: "t", table, coverage }),
    );
    expect(told).toEqual([
      { overlap: coverage.overlaps[0] },
      { gap: coverage.gaps[0] },
      { gap: coverage.gaps[1] },
    ]);
    expect(coverage.gaps[0]).not.toEqual(coverage.gaps[1]);
  });
});
