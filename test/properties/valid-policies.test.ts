import { decide, decideByReference, loadVersion, missingGates } from "@evenhand/engine";
import { preparePolicy, validatePolicy } from "@evenhand/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutatedPolicies, readsAddedFact } from "../support/mutate-policy.ts";
import { requestsFor } from "../support/random-case.ts";
import { loadRules } from "../support/rules.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
const rules = loadRules();
const context = {
  guards: new Map(rules.guards.map((guard) => [guard.jurisdiction, guard])),
  calendars: new Set([rules.calendar.id]),
};
const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");

/** What recording adds to a case: everything is in order but that nobody is named who decides. */
const RECORDING = {
  decidedOn: "2026-07-10",
  recordedOn: "2026-07-10",
  publishedOn: "2026-06-01",
  decider: null,
  hasReason: true,
  punishedFor: () => false,
} as const;

describe(`a policy that validates, seed ${SEED}`, () => {
  it("never makes the engine fail, and both evaluators decide alike under it", async () => {
    let valid = 0;
    let decided = 0;
    let reading = 0;
    let gated = 0;
    let met = 0;
    await fc.assert(
      fc.asyncProperty(
        mutatedPolicies(rules.versions.map(({ policy }) => policy)),
        fc.nat(),
        async (mutant, caseSeed) => {
          const { policy } = validatePolicy(mutant, context);
          if (!policy) return;
          valid += 1;
          if (policy.rules.some(({ rule }) => readsAddedFact(rule.event))) reading += 1;
          const loaded = loadVersion(preparePolicy(policy), rules);
          for (const request of fc.sample(requestsFor(policy), { seed: caseSeed, numRuns: 3 })) {
            const result = decide(loaded, request, { evaluatedAt });
            expect(await decideByReference(loaded, request, { evaluatedAt })).toEqual(result);
            if ("refusal" in result) continue;
            decided += 1;
            const asked = missingGates(loaded, { ...RECORDING, request, decided: result });
            if (asked.met.length + asked.missing.length > 0) gated += 1;
            met += asked.met.length;
          }
        },
      ),
      { seed: SEED, numRuns: 2_500 },
    );
    // A generator whose documents hardly ever validate, or whose cases are all refused, would show nothing.
    expect(valid).toBeGreaterThan(300);
    expect(decided).toBeGreaterThan(valid);
    expect(reading).toBeGreaterThan(100);
    expect(gated).toBeGreaterThan(50);
    expect(met).toBeGreaterThan(gated);
  });
});
