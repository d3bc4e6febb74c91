import { expect, it } from "vitest";
import { unfilledAt } from "./unfilled.ts";

const LABEL = { en: "", zh: "新事项" };
const DOCUMENT = {
  facts: { case: { fact2: { type: "text", label: LABEL } } },
  parameters: { cap: { value: "50", label: LABEL, references: [] } },
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
  tables: { fines: { outputs: ["times", "amount"], rows: [{ then: [1, null] }, { then: [1, "much"] }] } },
};

it("a result that is left empty is told by its row and what it is", () => {
  const found = { code: "wrong-shape", at: "/tables/fines/rows/0/then/1" } as const;
  expect(unfilledAt(DOCUMENT, found)).toEqual({ row: 1, output: "amount" });
});

it.each([
  ["/facts/case/fact2/label/en", DOCUMENT.facts.case.fact2, ["label", "en"]],
  ["/parameters/cap/references", DOCUMENT.parameters.cap, ["references"]],
])("%s that holds nothing is told by its field", (at, part, field) => {
  expect(unfilledAt(DOCUMENT, { code: "wrong-shape", at })).toEqual({ part, field });
});

it.each([
  ["wrong-shape", "/tables/fines/rows/1/then/1"],
  ["wrong-shape", "/parameters/cap/value"],
  ["missing-field", "/facts/case/fact2/label/en"],
] as const)("of %s at %s more is wrong than that", (code, at) => {
  expect(unfilledAt(DOCUMENT, { code, at })).toBeUndefined();
});
