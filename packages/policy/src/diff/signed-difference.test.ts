import { expect, it } from "vitest";
import { sideOf } from "./sides.ts";
import { SAMPLE_VERSION as SAMPLE } from "./sample-version.ts";
import { type Figures, differenceText } from "./signed-difference.ts";

const SIDE = sideOf(SAMPLE);
const said = (figures: Figures, language: "en" | "zh" = "en") =>
  differenceText({ ...figures, sides: { before: SIDE, after: SIDE } }, language);

it("says by how much a figure changed in its own unit, always signed", () => {
  expect(said({ before: 60_000, after: 80_000, type: "money" }, "zh")).toBe("，变动+200.00元");
  expect(said({ before: 80_000, after: 60_000, type: "money" })).toBe(", −200.00");
  expect(said({ before: 3, after: 5, type: "working-days" })).toBe(", +2 working days");
});

it("says of rates percentage points, without what binary fractions leave", () => {
  expect(said({ before: 0.18, after: 0.2, type: "rate" })).toBe(", +2 percentage points");
  expect(said({ before: 0.2, after: 0.19, type: "rate" })).toBe(", −1 percentage point");
  expect(said({ before: 0.18, after: 0.2, type: "rate" }, "zh")).toBe("，变动+2个百分点");
});

it("says nothing of what is no figure on both sides, nor of money in another currency", () => {
  expect(said({ before: { fact: "parameter.cap" }, after: 0.2, type: "rate" })).toBe("");
  expect(said({ before: "2026-01-01", after: "2027-01-01", type: "date" })).toBe("");
  const dollars = sideOf({ ...SAMPLE, currency: "USD" });
  const figures = { before: 1, after: 2, type: "money" } as const;
  expect(differenceText({ ...figures, sides: { before: SIDE, after: dollars } }, "en")).toBe("");
});
