import type { Cell, DecisionTable, Rule } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { levelRanks } from "./level-ranks.ts";

function authority(id: string, level: string, priority?: number): Rule {
  return {
    id,
    stage: "authority",
    scope: "case",
    label: { en: id, zh: id },
    references: [],
    rule: {
      conditions: { all: [] },
      event: { type: "authority", params: { level } },
      ...(priority === undefined ? {} : { priority }),
    },
  };
}

const label = { en: "x", zh: "x" };
const BIG = { value: 9_000, unit: "money", label, references: [] } as const;

function ranked(
  rules: readonly Rule[],
  tables: Readonly<Record<string, DecisionTable>> = {},
): readonly string[] {
  const ranks = levelRanks({ policy: { tables, parameters: { big: BIG } }, rules });
  return [...ranks].toSorted(([, left], [, right]) => left - right).map(([level]) => level);
}

describe("how high levels stand", () => {
  it("goes by priority first, then by the order in which rules stand", () => {
    const rules = [authority("a", "board", 10), authority("b", "head"), authority("c", "director")];
    expect(ranked(rules)).toEqual(["head", "director", "board"]);
  });

  it("goes in a table by the amount at which a row begins, whatever the order of its rows", () => {
    // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
    const row = (id: string, when: Cell) => ({ id, when: [when], then: [id] });
    const table: DecisionTable = {
      label,
      stage: "authority",
      scope: "case",
      references: [],
      hitPolicy: "unique",
      inputs: [{ fact: "claim" }],
      event: { type: "authority", params: {} },
      outputs: ["level"],
      rows: [
        row("general-manager", { above: { fact: "parameter.big" } }),
        row("manager", { atMost: 1_000 }),
        row("deputy", { above: 1_000, atMost: { fact: "parameter.big" } }),
      ],
    };
    const rules = table.rows.map(({ id }) => authority(`bands#${id}`, id));
    expect(ranked(rules, { bands: table })).toEqual(["manager", "deputy", "general-manager"]);
  });
});
