import { expect, it } from "vitest";
import { whatAbout } from "./what-about.ts";

const label = { en: "Fine tiers", zh: "罚款档次" };
const DOCUMENT = {
  parameters: { cap: { value: 0.5, label } },
  rules: [
    { id: "first", label },
    { id: "second", label },
  ],
  tables: { fines: { label, rows: [{ id: "r1" }, { id: "r2" }] } },
};

it("is found wherever it stands by now", () => {
  expect(whatAbout(DOCUMENT, "parameter/cap")).toEqual({ pointer: "/parameters/cap", label });
  expect(whatAbout(DOCUMENT, "rule/second")).toEqual({ pointer: "/rules/1", label });
  expect(whatAbout(DOCUMENT, "row/fines#r2")).toEqual({ pointer: "/tables/fines/rows/1", label, row: 2 });
});

it("is nothing where the document has it no more", () => {
  for (const about of ["parameter/gone", "rule/gone", "row/fines#gone", "row/gone#r1", "header/title", "odd"])
    expect(whatAbout(DOCUMENT, about)).toBeUndefined();
});
