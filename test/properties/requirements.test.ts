import type { Policy } from "@evenhand/domain";
import { decide, loadVersion, readRequest, requirements } from "@evenhand/engine";
import { preparePolicy, validatePolicy } from "@evenhand/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutatedPolicies } from "../support/mutate-policy.ts";
import { loadRules } from "../support/rules.ts";

/** The title prints it; `SEED=… npm test` draws other policies. */
const SEED = Number(process.env["SEED"] ?? 20_261_122);

const rules = loadRules();
const context = {
  guards: new Map(rules.guards.map((guard) => [guard.jurisdiction, guard])),
  calendars: new Set([rules.calendar.id]),
};
const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");

/** A mutation may divide by points that can only be 0, or twice over: no case fits such a policy, whatever it states. */
const DIVIDING: ReadonlySet<string> = new Set(["out-of-range", "shares-exceed-whole"]);

function dividesByPoints({ rules: all }: Policy): boolean {
  return all.some(({ rule: { event } }) => event.type === "bear" && event.params.portion === "points");
}

describe(`the example of the requirements, seed ${SEED}`, () => {
  it.each(rules.loaded.map((loaded) => [loaded.version.policy.id, loaded] as const))(
    "of %s is read and decided as it stands, and states something of a party",
    (_id, loaded) => {
      const { example } = requirements(loaded.version);
      expect(readRequest(JSON.parse(JSON.stringify(example)))).toEqual({ request: example });
      expect(decide(loaded, example, { evaluatedAt })).toHaveProperty("response");
      if (Object.keys(loaded.version.policy.facts.party).length === 0) return;
      expect(example.case.parties.some(({ facts }) => Object.keys(facts).length > 0)).toBe(true);
    },
  );

  it("of any valid policy is read and decided as it stands", () => {
    let valid = 0;
    let undivided = 0;
    fc.assert(
      fc.property(mutatedPolicies(rules.versions.map(({ policy }) => policy)), (mutant) => {
        const { policy } = validatePolicy(mutant, context);
        if (!policy) return;
        valid += 1;
        const version = preparePolicy(policy);
        const { example } = requirements(version);
        expect(readRequest(JSON.parse(JSON.stringify(example)))).toEqual({ request: example });
        const decided = decide(loadVersion(version, rules), example, { evaluatedAt });
        const problems = "refusal" in decided ? decided.refusal.problems : [];
        expect(problems.filter(({ code }) => !DIVIDING.has(code) || !dividesByPoints(policy))).toEqual([]);
        if (problems.length > 0) undivided += 1;
      }),
      { seed: SEED, numRuns: 2_000 },
    );
    expect(valid).toBeGreaterThan(300);
    expect(undivided).toBeLessThan(valid / 50);
  });
});
