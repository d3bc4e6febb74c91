import type { ConditionTrace, DecisionTable, ExplanationStep, FactValue, Operator } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { askedTable } from "./row-match.ts";

const LABEL = { en: "Fines", zh: "罚款" };

/** Three bands of loss, the middle one divided by how often it happened; nobody is asked before the complaint is upheld. */
const TABLE: DecisionTable = {
  label: LABEL,
  stage: "penalty",
  scope: "party",
  references: [],
  hitPolicy: "first",
  when: { all: [{ condition: "upheld" }] },
  inputs: [{ fact: "loss" }, { fact: "times" }],
  event: { type: "fine", params: {} },
  outputs: ["amount"],
  rows: [
    row("small", [{ below: 1_000 }, null], 100),
    row("first", [{ atLeast: 1_000, below: 5_000 }, { is: 0 }], 500),
    row("again", [{ atLeast: 1_000, below: 5_000 }, null], 800),
    row("large", [{ atLeast: 5_000 }, null], 1_200),
  ],
};

function row(id: string, when: DecisionTable["rows"][number]["when"], amount: number) {
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
  return { id, when, then: [amount] };
}

function saw(
  fact: string,
  operator: Operator,
  [value, expected, met]: readonly [FactValue, number, boolean],
): ConditionTrace {
  return { kind: "comparison", met, fact, operator, saw: value, expected };
}

const UPHELD: ConditionTrace = {
  kind: "named",
  name: "upheld",
  met: true,
  of: [
    {
      kind: "comparison",
      met: true,
      fact: "disposition",
      operator: "equal",
      saw: "upheld",
      expected: "upheld",
    },
  ],
};

function asked(id: string, fired: boolean, own: readonly ConditionTrace[]): ExplanationStep {
  const conditions = { kind: "all", met: fired, of: [UPHELD, ...own] } as const;
  return {
    stage: "penalty",
    kind: "rule",
    rule: `fines#${id}`,
    party: "P1",
    label: LABEL,
    references: [],
    fired,
    conditions,
  };
}

const MIDDLE = [
  saw("loss", "greaterThanInclusive", [3_200, 1_000, true]),
  saw("loss", "lessThan", [3_200, 5_000, true]),
];
/** Under `first`, a row also asks that none above it holds. */
const NOT_FIRST: ConditionTrace = {
  kind: "not",
  met: true,
  of: [{ kind: "all", met: false, of: [saw("times", "equal", [2, 0, false])] }],
};

describe("a table as it was asked", () => {
  it("shows the row that was hit with its neighbours, cell by cell, and what the case had in each", () => {
    const steps = [
      asked("small", false, [saw("loss", "lessThan", [3_200, 1_000, false])]),
      asked("first", false, [...MIDDLE, saw("times", "equal", [2, 0, false])]),
      asked("again", true, [...MIDDLE, NOT_FIRST]),
      asked("large", false, [saw("loss", "greaterThanInclusive", [3_200, 5_000, false])]),
    ];
    expect(askedTable("fines", TABLE, steps)).toEqual({
      saw: [3_200, 2],
      rows: [
        { index: 1, isHit: false, cells: [true, false] },
        { index: 2, isHit: true, cells: [true, true] },
        { index: 3, isHit: false, cells: [false, true] },
      ],
    });
  });

  it("has one neighbour at its end, and knows nothing of an input that no row looked at", () => {
    const steps = [
      asked("small", true, [saw("loss", "lessThan", [10, 1_000, true])]),
      asked("first", false, []),
    ];
    const { saw: seen, rows } = askedTable("fines", TABLE, steps);
    expect(seen).toEqual([10, null]);
    expect(rows.map(({ index, isHit }) => [index, isHit])).toEqual([
      [0, true],
      [1, false],
    ]);
  });
});
