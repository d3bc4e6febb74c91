import { readFileSync } from "node:fs";
import type { FactValue, Policy } from "@evenhand/domain";
import { expect, it } from "vitest";
import type { ShownCase } from "./shown-case.ts";
import { unstatedFacts } from "./unstated-facts.ts";

const FINES_2 = new URL("../../../../../rules/complaint-fines/v2.json", import.meta.url);
const POLICY = JSON.parse(readFileSync(FINES_2, "utf8")) as Policy;

function shown(
  facts: Readonly<Record<string, FactValue>>,
  ofParty: Readonly<Record<string, FactValue>>,
): ShownCase {
  const request = {
    case: { reference: "C", facts, parties: [{ id: "P1", kind: "person" as const, facts: ofParty }] },
  };
  return { request, evaluatedAt: "", onRecord: [], party: "P1", chargeMinor: 0, grade: null, schedule: [] };
}

it("names what a case leaves unknown and rules that charge read", () => {
  const unstated = unstatedFacts(POLICY, shown({ receivedOn: "2026-07-01" }, { basePoints: null }));
  expect(unstated).toContain("basePoints");
  expect(unstated).not.toContain("receivedOn");
});

it("names what only the grade rests on where a grade is charged for, and only there", () => {
  const nothing = shown({}, {});
  expect(unstatedFacts(POLICY, nothing)).toContain("seriousness");
  const rules = POLICY.rules.filter(({ rule: { event } }) => event.type !== "deduct");
  expect(unstatedFacts({ ...POLICY, rules }, nothing)).not.toContain("seriousness");
});

it("names nothing that is stated, and nothing for which a blank is a no", () => {
  const facts = [...Object.keys(POLICY.facts.case), ...Object.keys(POLICY.facts.party)];
  const all = Object.fromEntries(facts.map((name) => [name, 1]));
  expect(unstatedFacts(POLICY, shown(all, all))).toEqual([]);
  expect(unstatedFacts(POLICY, shown({}, {}))).not.toContain("responsible");
});
