import { describe, expect, it } from "vitest";
import { type Edits, diagnose, found, sampleRow } from "./sample-policy.ts";

const TABLE = "/tables/approval";
const label = { en: "a label", zh: "名称" };

/** A table of fines by kind and loss in place of the sample's. */
function fines(edits: Edits = {}): Edits {
  const table = {
    label,
    stage: "penalty",
    scope: "party",
    references: [{ article: "3" }],
    hitPolicy: "first",
    partial: true,
    inputs: [{ fact: "kind" }, { fact: "loss" }],
    event: { type: "fine", params: { once: true } },
    outputs: ["amount", "times"],
    rows: [
      sampleRow("delay", [{ is: "delay" }, null], [{ fact: "parameter.fine" }, { fact: "faultCount" }]),
      sampleRow("other", [{ oneOf: ["quality"] }, { atLeast: 0 }], [{ fact: "parameter.fine" }, 1]),
    ],
  };
  return { [TABLE]: table, ...edits };
}

describe("a table in which the upper row wins", () => {
  const rows = (count: number): unknown[] =>
    Array.from({ length: count }, (_, index) =>
      sampleRow(`row-${index}`, [null, { atLeast: count - index }], [{ fact: "parameter.fine" }, 1]),
    );

  it.each([
    [100, []],
    [101, [`${TABLE}/rows`]],
  ])("may have 100 rows, since each asks those above it: %i", (count, places) => {
    const errors = diagnose(fines({ [`${TABLE}/rows`]: rows(count) })).filter(
      ({ code }) => code === "too-many",
    );
    expect(errors.map(({ at }) => at)).toEqual(places);
  });
});

describe("a table", () => {
  it("is taken where every row is a whole rule", () => {
    expect(found(fines())).toEqual([]);
  });

  it.each([
    ["a cell too few", `${TABLE}/rows/0/when`, [{ is: "delay" }], "table-shape", `${TABLE}/rows/0/when`],
    ["an output too many", `${TABLE}/rows/0/then`, [1, 1, 1], "table-shape", `${TABLE}/rows/0/then`],
    [
      "a word its input cannot be",
      `${TABLE}/rows/0/when/0`,
      { is: "delays" },
      "table-shape",
      `${TABLE}/rows/0/when/0/is`,
    ],
    [
      "a word of a list its input cannot be",
      `${TABLE}/rows/1/when/0`,
      { oneOf: ["quality", "x"] },
      "table-shape",
      `${TABLE}/rows/1/when/0/oneOf/1`,
    ],
    [
      "a range of words",
      `${TABLE}/rows/0/when/0`,
      { above: 5 },
      "table-shape",
      `${TABLE}/rows/0/when/0/above`,
    ],
    [
      "half a fen",
      `${TABLE}/rows/1/when/1`,
      { atLeast: 0.5 },
      "table-shape",
      `${TABLE}/rows/1/when/1/atLeast`,
    ],
    ["a range of nothing", `${TABLE}/rows/1/when/1`, {}, "table-shape", `${TABLE}/rows/1/when/1`],
    [
      "one end twice",
      `${TABLE}/rows/1/when/1`,
      { atLeast: 0, above: 1 },
      "table-shape",
      `${TABLE}/rows/1/when/1/above`,
    ],
    [
      "the other end twice",
      `${TABLE}/rows/1/when/1`,
      { below: 1, atMost: 1 },
      "table-shape",
      `${TABLE}/rows/1/when/1/atMost`,
    ],
    [
      "a cell that names nobody's fact",
      `${TABLE}/rows/1/when/1`,
      { above: { fact: "los" } },
      "unknown-fact",
      `${TABLE}/rows/1/when/1/above/fact`,
    ],
    ["an input nobody declared", `${TABLE}/inputs/0/fact`, "knid", "unknown-fact", `${TABLE}/inputs/0/fact`],
    ["an input twice", `${TABLE}/inputs/1/fact`, "kind", "table-shape", `${TABLE}/inputs/1/fact`],
    ["an output that is no parameter", `${TABLE}/outputs/0`, "amuont", "table-shape", `${TABLE}/outputs/0`],
    ["an output twice", `${TABLE}/outputs/1`, "amount", "table-shape", `${TABLE}/outputs/1`],
    [
      "an output that all rows have already",
      `${TABLE}/event/params/times`,
      1,
      "table-shape",
      `${TABLE}/outputs/1`,
    ],
    [
      "a parameter of another event",
      `${TABLE}/event/params/level`,
      "x",
      "unknown-field",
      `${TABLE}/event/params/level`,
    ],
    [
      "a parameter of the wrong kind",
      `${TABLE}/event/params/once`,
      "yes",
      "wrong-shape",
      `${TABLE}/event/params/once`,
    ],
    [
      "an output of the wrong kind",
      `${TABLE}/rows/1/then/0`,
      "much",
      "type-mismatch",
      `${TABLE}/rows/1/then/0`,
    ],
    [
      "an output of an unknown parameter",
      `${TABLE}/rows/1/then/0`,
      { fact: "parameter.fines" },
      "unknown-parameter",
      `${TABLE}/rows/1/then/0/fact`,
    ],
    ["two rows of one id", `${TABLE}/rows/1/id`, "delay", "duplicate-id", `${TABLE}/rows/1/id`],
    ["an event of another stage", `${TABLE}/stage`, "attribution", "misplaced-event", `${TABLE}/event/type`],
    [
      "an unknown condition",
      `${TABLE}/when`,
      { condition: "uphold" },
      "unknown-condition",
      `${TABLE}/when/condition`,
    ],
  ])("is refused with %s", (_, at, value, code, place) => {
    expect(found(fines({ [at]: value }))).toContain(`${code} ${place}`);
  });

  it("is refused where its rows leave a parameter out", () => {
    const rows = [sampleRow("delay", [{ is: "delay" }, null], [1])];
    expect(found(fines({ [`${TABLE}/outputs`]: ["times"], [`${TABLE}/rows`]: rows }))).toEqual([
      `missing-field ${TABLE}/event/params/amount`,
    ]);
  });

  it("reads the facts of its own scope only", () => {
    expect(found(fines({ [`${TABLE}/scope`]: "case" }))).toEqual(
      expect.arrayContaining([
        `wrong-scope ${TABLE}/rows/0/then/1/fact`,
        `misplaced-event ${TABLE}/event/type`,
      ]),
    );
  });

  it("is looked at as a whole once nothing in it is wrong", () => {
    const gap = { [`${TABLE}/rows/1/when/0`]: { above: { fact: "parameter.fine" }, below: 0 } };
    expect(diagnose(gap).map(({ code }) => code)).toContain("table-gap");
    expect(diagnose({ ...gap, [`${TABLE}/rows/1/then`]: [] }).map(({ code }) => code)).not.toContain(
      "table-gap",
    );
  });

  it("is looked at as a whole whatever is wrong elsewhere", () => {
    expect(diagnose({ [`${TABLE}/rows/0`]: undefined, "/version": "one" }).map(({ code }) => code)).toContain(
      "wrong-shape",
    );
    const overlap = { [`${TABLE}/rows/1/when/0`]: null, "/version": "one" };
    expect(found(overlap)).toEqual(["wrong-shape /version", `table-overlap ${TABLE}/rows/1`]);
  });

  it("counts its rows among the rules, of which there may be 500", () => {
    const row = (index: number) =>
      sampleRow(`row-${index}`, [null, { atLeast: 0 }], [{ fact: "parameter.fine" }, 1]);
    const rows = (count: number) =>
      fines({
        [`${TABLE}/hitPolicy`]: "unique",
        [`${TABLE}/rows`]: Array.from({ length: count }, (_, index) => row(index)),
      });
    expect(found(rows(492)).filter((one) => one.startsWith("too-many"))).toEqual([]);
    expect(found(rows(493)).filter((one) => one.startsWith("too-many"))).toEqual(["too-many /tables"]);
  });
});
