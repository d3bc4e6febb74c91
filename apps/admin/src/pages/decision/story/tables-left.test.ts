import type { DecisionTable } from "@evenhand/domain";
import { expect, it } from "vitest";
import { tablesLeft } from "./tables-left.ts";

const FINES: Pick<DecisionTable, "event"> = { event: { type: "fine", params: {} } };
const TABLES = {
  loss: FINES,
  "loss-late": FINES,
  points: FINES,
  approvers: { event: { type: "authority", params: {} } },
} as const;

it("names a table of which a row applied beside it and none applies here", () => {
  const applied = { here: ["points#one", "cap"], elsewhere: ["loss#light", "points#two"] };
  expect(tablesLeft(applied, TABLES)).toEqual(["loss"]);
});

it("names no table that applies, whichever row it is, none that costs nothing, and none that is there no more", () => {
  expect(tablesLeft({ here: ["loss#heavy"], elsewhere: ["loss#light"] }, TABLES)).toEqual([]);
  expect(tablesLeft({ here: [], elsewhere: ["loss-late#any"] }, TABLES)).toEqual(["loss-late"]);
  expect(tablesLeft({ here: [], elsewhere: ["old#any", "cap", "approvers#head"] }, TABLES)).toEqual([]);
});
