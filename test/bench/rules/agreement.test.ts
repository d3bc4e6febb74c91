import { compileRules, referenceRules } from "@evenhand/engine";
import { describe, expect, it } from "vitest";
import { assertAgreement } from "./agreement.ts";
import { generatedPolicy } from "./generated-policy.ts";
import { reusedEngine } from "./reused-engine.ts";

const workload = generatedPolicy({ rules: 40, cases: 100, seed: 1 });

describe("what is timed", () => {
  it("answers every case alike, some rules fire, and some do not", async () => {
    const { set } = workload;
    const fired = await assertAgreement(workload, [
      compileRules(set),
      referenceRules(set),
      reusedEngine(set),
    ]);
    expect(fired).toBeGreaterThan(0.5);
    expect(fired).toBeLessThan(10);
  });

  it("is not timed where one of them leaves a rule out in a single case", async () => {
    const { fire } = compileRules(workload.set);
    const lastFiring = workload.cases.findLast((facts) => fire(facts).length > 0);
    const slipping = {
      name: "slipping",
      fire: (facts: typeof lastFiring & object) => fire(facts).slice(facts === lastFiring ? 1 : 0),
    };
    await expect(assertAgreement(workload, [{ name: "compiled", fire }, slipping])).rejects.toThrow(
      "slipping fires",
    );
  });

  it("is the same work on every run", () => {
    const again = generatedPolicy({ rules: 40, cases: 100, seed: 1 });
    expect(again.cases).toEqual(workload.cases);
    expect(again.set.rules).toEqual(workload.set.rules);
    expect(generatedPolicy({ rules: 40, cases: 100, seed: 2 }).cases).not.toEqual(workload.cases);
  });
});
