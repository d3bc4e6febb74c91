import { describe, expect, it } from "vitest";
import type { ImportView } from "../../api/answers.ts";
import { columnsOf, columnsRefused } from "./sheet-columns.ts";

const label = { en: "loss", zh: "损失" };

describe("the columns of a sheet", () => {
  it("begin with those that somebody must settle", () => {
    const view = {
      columns: [{ header: "损失", letters: "C", holds: "case.lossAmount", label, by: "header", unit: null }],
      leftOut: ["其他"],
      unmatched: [{ code: "unknown-column", at: "/columns/备注", message: label, column: "备注" }],
      unsettled: [{ code: "unknown-column", at: "/columns/来函日", message: label, column: "来函日" }],
    } as unknown as ImportView;
    expect(columnsOf(view)).toEqual([
      { header: "来函日", isOpen: true },
      { header: "损失", letters: "C", holds: "case.lossAmount", isOpen: false },
      { header: "其他", isOpen: false },
      { header: "备注", isOpen: false },
    ]);
  });

  it("are read from the pointers where a sheet is refused as a whole, each once", () => {
    const problem = (pointer: string) => ({ code: "unknown-column", pointer, detail: "" });
    expect(
      columnsRefused([problem("/columns/a~1b"), problem("/columns/a~1b"), problem(""), problem("/rows/2")]),
    ).toEqual([{ header: "a/b", isOpen: true }]);
  });
});
