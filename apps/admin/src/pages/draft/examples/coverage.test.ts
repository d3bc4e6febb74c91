import { describe, expect, it } from "vitest";
import { coverageOf, nameOfRule } from "./coverage.ts";

const DOCUMENT = {
  rules: [{ id: "wait", label: { en: "Wait", zh: "等待" } }, { id: "go" }],
  tables: { fines: { label: { en: "Fines", zh: "罚款" }, rows: [{ id: "low" }, { id: "high" }] } },
};

describe("what examples reach", () => {
  it("counts in how many examples each rule and each row of a table stands", () => {
    const runs = [{ standing: ["wait", "fines#high"] }, { standing: ["wait"] }];
    expect(coverageOf(DOCUMENT, runs).map(({ rule, pointer, hits }) => [rule, pointer, hits])).toEqual([
      ["wait", "/rules/0", 2],
      ["go", "/rules/1", 0],
      ["fines#low", "/tables/fines/rows/0", 0],
      ["fines#high", "/tables/fines/rows/1", 1],
    ]);
  });

  it("calls a row by its table and number, and a rule without a label by its id", () => {
    const rowName = ({ table, row }: { readonly table: string; readonly row: number }) => `${table}, ${row}`;
    const names = coverageOf(DOCUMENT, []).map((one) => nameOfRule(one, "en", rowName));
    expect(names).toEqual(["Wait", "go", "Fines, 1", "Fines, 2"]);
  });
});
