import { describe, expect, it } from "vitest";
import { type JsonObject, itemsOf } from "../../../../document/pointer.ts";
import { columnsOf } from "./columns.ts";
import { readRows, rowOf, withRows } from "./example-rows.ts";

const label = { en: "x", zh: "x" };
const TITLE = { en: "late", zh: "迟到" };
const WHOLE: JsonObject = {
  id: "late",
  title: TITLE,
  request: {
    case: {
      reference: "EX-1",
      facts: { loss: 12_345, careless: true, day: "2026-03-02", kinds: ["a", "b"] },
      parties: [{ id: "P1", kind: "person", facts: { bonus: 300_000 } }],
    },
  },
  expect: { disposition: "upheld", parties: [{ totalMinor: 5 }] },
  reasons: ["wait", "fines#low"],
};
/** What no column can hold: facts of another type, unknown ones, evidence, fields that no example has. */
const UNUSUAL: JsonObject = {
  id: "odd",
  title: TITLE,
  more: 1,
  request: {
    policyVersion: 2,
    case: {
      reference: "EX-2",
      facts: { loss: "much", careless: null, day: " 2026-03-02 ", "a/b": "x" },
      parties: [{ id: "P1", kind: "person", memberOf: "T", facts: {} }, { id: 7 }, {}],
      evidence: [{ id: "E1", kind: "statement" }],
    },
  },
  expect: {},
  reasons: [],
};
const DOCUMENT: JsonObject = {
  currency: "CNY",
  facts: {
    case: {
      loss: { type: "money", label },
      careless: { type: "boolean", label },
      day: { type: "date", label },
      kinds: { type: "set", values: { a: label, b: label }, label },
    },
    party: { bonus: { type: "money", label } },
  },
  examples: [WHOLE, UNUSUAL],
};

/** Rows of texts, as a file has them, changed as somebody may have changed them. */
function sheet(change: (row: Record<string, string>, index: number) => void = () => undefined) {
  const columns = columnsOf(DOCUMENT);
  const rows = itemsOf(DOCUMENT["examples"]).map((example, index) => {
    const row = { ...rowOf(DOCUMENT, example) };
    change(row, index);
    return { number: index + 2, texts: columns.map(({ at }) => row[at] ?? "") };
  });
  return { header: columns.map(({ at }) => `name [${at}]`), rows };
}

describe("examples in a sheet", () => {
  it("come back the same, whatever they hold", () => {
    const found = readRows(DOCUMENT, sheet());
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([
      ["late", "unchanged"],
      ["odd", "unchanged"],
    ]);
    expect(readRows({ ...DOCUMENT, examples: [] }, sheet())).toMatchObject([
      { kind: "added", example: WHOLE },
      { kind: "added", example: UNUSUAL },
    ]);
  });

  it("show amounts as people write them, and leave nothing over of what has its columns", () => {
    expect(rowOf(DOCUMENT, WHOLE)).toMatchObject({
      "/request/case/facts/loss": "123.45",
      "/request/case/parties/0/facts/bonus": "3000",
      "/reasons": "wait\nfines#low",
    });
    expect(Object.keys(rowOf(DOCUMENT, WHOLE))).not.toContain("");
  });

  it("are changed by what is changed, added under another id, and stay where they are in no row", () => {
    const file = sheet((row, index) => {
      if (index === 0) row["/request/case/facts/loss"] = "200";
      else row["/id"] = "other";
    });
    const found = readRows(DOCUMENT, file);
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([
      ["late", "changed"],
      ["other", "added"],
    ]);
    const examples = itemsOf(withRows(DOCUMENT, found)["examples"]);
    expect(examples).toMatchObject([
      { id: "late", request: { case: { facts: { loss: 20_000 } } } },
      { id: "odd" },
      { id: "other" },
    ]);
  });

  it.each([
    ["/id", "Not An Id", { kind: "no-id" }],
    ["/id", "late", { kind: "twice" }],
    ["/title/en", "", { kind: "no-title" }],
    ["/request/case/facts/loss", "lots", { kind: "no-value", at: "/request/case/facts/loss" }],
    ["/expect", "{", { kind: "no-value", at: "/expect" }],
  ])("are not taken where %s is %s", (at, text, problem) => {
    const file = sheet((row, index) => {
      if (index === 1) row[at] = text;
    });
    expect(readRows(DOCUMENT, file)[1]).toMatchObject({ kind: "unfit", problems: [problem] });
  });
});
