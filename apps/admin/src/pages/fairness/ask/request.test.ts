import { readFileSync } from "node:fs";
import type { Policy } from "@evenhand/domain";
import type { FairnessAsked } from "@evenhand/service";
import { describe, expect, it } from "vitest";
import { isSameQuestion, readAsked } from "./asked.ts";
import { choicesOf } from "./choices.ts";
import { askedOf, requestOf } from "./request.ts";

// INVARIANT: it is one of the policies that the service comes with.
const POLICY = JSON.parse(
  readFileSync(new URL("../../../../../../rules/branch-complaints/v1.json", import.meta.url), "utf8"),
) as Policy;

const RUN: FairnessAsked = {
  policy: "branch-complaints",
  from: "2026-01-01",
  scope: [],
  categories: ["damage"],
  groups: ["market"],
  reference: [{ fact: "market", value: "domestic" }],
  same: { category: true, lossBand: false, facts: ["line"] },
  cross: ["market", "line"],
  rank: { fact: "line", order: ["factory", "business", "service"] },
  parts: [{ part: "did", fact: "person", by: "names" }],
  payFacts: ["monthlyWage", "monthlyBonus"],
  steps: [{ step: "close", fact: "reachedBranchOn" }],
  unitFact: "market",
  draft: null,
};

describe("a question and its request", () => {
  it("are found again in the run that came of it", () => {
    const asked = askedOf(RUN);
    expect(requestOf(asked, POLICY)).toEqual({
      policy: "branch-complaints",
      from: "2026-01-01",
      categories: ["damage"],
      groups: ["market"],
      reference: [{ fact: "market", value: "domestic" }],
      same: { category: true, lossBand: false, facts: ["line"] },
      cross: ["market", "line"],
      rank: { fact: "line" },
      parts: [{ part: "did", fact: "person", by: "names" }],
      steps: [{ step: "close", fact: "reachedBranchOn" }],
      unitFact: "market",
    });
    expect(isSameQuestion(asked, askedOf({ ...RUN }))).toBe(true);
    expect(isSameQuestion(asked, askedOf({ ...RUN, until: "2026-06-30" }))).toBe(false);
  });

  it("name no group to stand beside for a fact that nobody groups by", () => {
    const asked = { ...askedOf(RUN), groups: [] };
    expect(requestOf(asked, POLICY)).toMatchObject({ groups: [], reference: [] });
  });

  it("ask for all days, kinds and no draft where nothing was chosen", () => {
    expect(requestOf({ ...readAsked({}), policy: "branch-complaints" }, POLICY)).toEqual({
      policy: "branch-complaints",
      groups: [],
      reference: [],
      same: { category: true, lossBand: true, facts: [] },
      parts: [],
      steps: [],
    });
  });
});

describe("the choices of a policy", () => {
  it("offer to tell people apart by closed lists alone, and never by who they are", () => {
    const groups = choicesOf(POLICY).groups.map(({ fact }) => fact);
    expect(groups).toContain("market");
    expect(groups).not.toContain("person");
  });

  it("offer facts that are unread first, steps by name, and days to say when they were done", () => {
    const { market } = POLICY.facts.case;
    if (!market) throw new Error("the fact is missing");
    const facts = { ...POLICY.facts, case: { ...POLICY.facts.case, market: { ...market, protected: true } } };
    const choices = choicesOf({ ...POLICY, facts });
    expect(choices.groups[0]).toMatchObject({ fact: "market", isProtected: true });
    expect(choices.moments.map(({ fact }) => fact)).toContain("reachedBranchOn");
    expect(choices.steps.length).toBeGreaterThan(0);
  });
});
