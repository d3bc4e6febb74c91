import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../document/pointer.ts";
import { fixed } from "./fix.ts";
import { analysisOf, fixesOf } from "./fixes-of.ts";

type Cell = JsonObject | null;

/** A draft with a table of fines by loss and by how often, and nothing else that is well formed. */
function draftWith(rows: readonly (readonly Cell[])[]): JsonObject {
  const table = {
    hitPolicy: "unique",
    inputs: [{ fact: "loss" }, { fact: "times" }],
    event: { type: "fine", params: {} },
    outputs: ["amount"],
    // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
    rows: rows.map((when, index) => ({ id: `r${index + 1}`, when, then: [100] })),
  };
  return {
    currency: "CNY",
    facts: {
      case: {
        loss: { type: "money", label: { en: "loss", zh: "损失" }, required: true },
        times: { type: "integer", label: { en: "times", zh: "次数" }, required: true, minimum: 1 },
        broken: 7,
      },
      party: {},
    },
    parameters: { broken: {} },
    rules: "nothing of the kind",
    tables: { fines: table },
  };
}

function found(document: JsonObject): readonly string[] {
  return analysisOf(document, "fines")?.findings.map(({ diagnostic }) => diagnostic.message.en) ?? ["unread"];
}

const PLANTED = draftWith([
  [{ below: 100_000 }, null],
  [{ atLeast: 100_000, below: 500_000 }, { is: 1 }],
  [{ atLeast: 100_000, below: 500_000 }, { is: 2 }],
  [{ atLeast: 500_000 }, null],
  [{ atLeast: 1_000_000 }, { atLeast: 2 }],
]);

describe("gaps and overlaps that were planted", () => {
  it("are all found, and nothing else is, however broken the rest of the draft is", () => {
    expect(found(PLANTED)).toEqual([
      "rows 4 (`r4`) and 5 (`r5`) of `fines` both hold for loss 10,000.00 or more and times 2 or more",
      "no row of `fines` covers loss from 1,000.00 to below 5,000.00 and times 3 or more, e.g. loss 1,000.00, times 3",
    ]);
  });

  it("are mended by what is offered: a row closes the gap, and one row leaves to the other what both say", () => {
    const [overlap, gap] = analysisOf(PLANTED, "fines")?.findings ?? [];
    const [addRow] = gap?.fixes ?? [];
    const [narrow] = overlap?.fixes ?? [];
    expect(addRow).toMatchObject({
      kind: "addRows",
      rows: [[{ atLeast: 100_000, below: 500_000 }, { atLeast: 3 }]],
    });
    // Row 5 lies within row 4, so nothing would be left of it.
    expect(overlap?.fixes.map((fix) => fix.kind)).toEqual(["takeOut", "upperWins"]);
    if (!addRow || !narrow) throw new Error("something is offered");
    expect(found(fixed(PLANTED, addRow))).toEqual([found(PLANTED)[0]]);
    expect(found(fixed(fixed(PLANTED, addRow), narrow))).toEqual([]);
  });

  it("may also be said to be meant", () => {
    const [, gap] = analysisOf(PLANTED, "fines")?.findings ?? [];
    const meant = gap?.fixes.at(-1);
    expect(meant?.kind).toBe("meant");
    expect(meant && found(fixed(PLANTED, meant))).toEqual([found(PLANTED)[0]]);
  });
});

describe("a finding by itself", () => {
  it("has the fixes of its own place in the draft, and those of other kinds have none", () => {
    const [overlap] = analysisOf(PLANTED, "fines")?.findings ?? [];
    if (!overlap) throw new Error("the overlap is found");
    expect(fixesOf(overlap.diagnostic, PLANTED)).toEqual(overlap.fixes);
    expect(fixesOf({ ...overlap.diagnostic, at: "/rules/0" }, PLANTED)).toEqual([]);
  });
});
