import type { CaseChange } from "@evenhand/analysis";
import { expect, it } from "vitest";
import { changeRow } from "./change-row.ts";

const GROUND = { scheduled: [], closedThrough: null, findings: [] };

const CHANGE: CaseChange = {
  id: "case-1",
  decidedOn: "2026-07-10",
  appliesOn: null,
  by: "earlier-month",
  kinds: ["schedule", "approval"],
  causes: [],
  baselineMinor: 0,
  candidateMinor: 0,
  approval: "higher",
  parties: [
    { party: "P1", kind: "person", baselineMinor: 0, candidateMinor: 0, from: "none", to: "reminder" },
    { party: "P2", kind: "external", baselineMinor: 0, candidateMinor: 0, from: "none", to: "deduction" },
  ],
  groups: { unit: [null] },
  sides: { baseline: GROUND, candidate: GROUND },
};

const CASE = {
  id: "case-1",
  content: "{}",
  content_hash: "",
  applies_on: null,
  decided_on: "2026-07-10",
  evaluated_at: 1,
};

it("is found by its label, its kinds, a higher approval, and where those of the company went", () => {
  expect(changeRow("job-1", CASE, { change: CHANGE, position: 1 }).keys).toEqual([
    "by:earlier-month",
    "kind:schedule",
    "kind:approval",
    "approval:higher",
    'transition:["none","reminder"]',
    "group:unit=",
  ]);
});
