import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type JsonObject, valueAt, withValueAt } from "../../../../document/pointer.ts";
import { type Bands, bandOf, bandsOf, withBandSplit, withBoundary, withoutBand } from "./bands.ts";

const file = new URL("../../../../../../../rules/manufacturer-complaints/v1.json", import.meta.url);
const POLICY = JSON.parse(readFileSync(file, "utf8")) as JsonObject;
const TABLE = "approval-by-amount";

function bandsIn(document: JsonObject): Bands {
  const bands = bandsOf(document, TABLE);
  if (!bands) throw new Error("the table is none of bands");
  return bands;
}

function summary(document: JsonObject): readonly unknown[] {
  const { bands, boundaries } = bandsIn(document);
  return [bands.map(({ level }) => level), boundaries.map(({ value }) => value)];
}

describe("the bands of a table", () => {
  it("join end to end, and an amount at a boundary belongs to one of them", () => {
    const bands = bandsIn(POLICY);
    expect(bands.boundaries.map(({ value, belongsTo }) => [value, belongsTo])).toEqual([
      [200_000, "lower"],
      [2_000_000, "lower"],
    ]);
    expect([0, 200_000, 200_001, 2_000_000, 2_000_001].map((amount) => bandOf(bands, amount)?.level)).toEqual(
      [
        "business-manager",
        "business-manager",
        "deputy-general-manager",
        "deputy-general-manager",
        "general-manager",
      ],
    );
  });

  it("are none where rows leave a gap, overlap, list values, or ask more than one fact", () => {
    const changed = (place: string, value: JsonObject | readonly unknown[] | number): JsonObject =>
      withValueAt(POLICY, `/tables/${TABLE}${place}`, value as JsonObject) as JsonObject;
    const odd = [
      changed("/rows/1/when/0", { above: 300_000, atMost: 2_000_000 }),
      changed("/rows/1/when/0", { atLeast: { fact: "parameter.businessManagerLimit" } }),
      changed("/rows/0/when/0", { is: 1 }),
      changed("/rows/2/when/0", { above: 2_000_000 }),
      changed("/inputs", [{ fact: "claimAmount" }, { fact: "market" }]),
      changed("/rows", []),
      changed("", 5),
    ];
    expect(odd.map((document) => bandsOf(document, TABLE))).toEqual(odd.map(() => undefined));
    expect(bandsOf(POLICY, "close-by-market")).toBeUndefined();
    expect(bandsOf(POLICY, "no-such-table")).toBeUndefined();
  });

  it("move on both sides of a boundary, be it a figure or a bare number", () => {
    const [first] = bandsIn(POLICY).boundaries;
    if (!first) throw new Error("there is no boundary");
    const moved = withBoundary(POLICY, first, 300_000);
    expect(valueAt(moved, "/parameters/businessManagerLimit/value")).toBe(300_000);
    expect(summary(moved)[1]).toEqual([300_000, 2_000_000]);
    const split = withBandSplit(POLICY, bandsIn(POLICY), { row: 1, value: 1_000_000 });
    const bare = bandsIn(split).boundaries[1];
    expect(bare?.figure).toBeUndefined();
    expect(summary(bare ? withBoundary(split, bare, 900_000) : split)[1]).toEqual([
      200_000, 900_000, 2_000_000,
    ]);
  });

  it("stay whole when one is split or taken out, whichever it is", () => {
    const split = withBandSplit(POLICY, bandsIn(POLICY), { row: 2, value: 5_000_000 });
    expect(summary(split)).toEqual([
      ["business-manager", "deputy-general-manager", "general-manager", "general-manager"],
      [200_000, 2_000_000, 5_000_000],
    ]);
    expect(withoutBand(split, bandsIn(split), 3)).toEqual(POLICY);
    expect(summary(withoutBand(POLICY, bandsIn(POLICY), 0))).toEqual([
      ["deputy-general-manager", "general-manager"],
      [2_000_000],
    ]);
    expect(summary(withoutBand(POLICY, bandsIn(POLICY), 1))).toEqual([
      ["business-manager", "general-manager"],
      [2_000_000],
    ]);
  });
});
