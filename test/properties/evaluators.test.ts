import type { Condition, Operator, RootCondition } from "@evenhand/domain";
import type { FactSlots, RuleSet } from "@evenhand/engine";
import { compileRules, referenceRules, traceRule } from "@evenhand/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseFacts, ruleSets } from "./random-rules.ts";

/** The titles print it; `SEED=… npm test` draws other rules and cases. */
const SEED = Number(process.env["SEED"] ?? 20_261_122);

const RULE_SETS = 2_000;
const CASES_OF_A_SET = 5;

type Readings = Readonly<Record<"compiled" | "reference" | "trace", readonly string[]>>;

/** Changes what the compiled evaluator is given, so that it answers as a broken one would. */
type Canary = {
  readonly set?: (set: RuleSet) => RuleSet;
  readonly facts?: (facts: FactSlots) => FactSlots;
};

/** What each reading fires in each case, by id and in its order. One evaluator of each kind serves all the cases. */
async function read(set: RuleSet, cases: readonly FactSlots[], canary: Canary): Promise<readonly Readings[]> {
  const compiledSet = canary.set?.(set) ?? set;
  const compiled = compileRules(compiledSet);
  const reference = referenceRules(set);
  const idsIn = ({ rules }: RuleSet, fired: readonly number[]): readonly string[] =>
    fired.map((index) => rules[index]?.id ?? "no such rule");
  return Promise.all(
    cases.map(async (facts) => ({
      compiled: idsIn(compiledSet, compiled.fire(canary.facts?.(facts) ?? facts)),
      reference: idsIn(set, await reference.fire(facts)),
      trace: set.rules
        .filter((rule) => traceRule(rule, set, facts, (_, value) => value).met)
        .map(({ id }) => id),
    })),
  );
}

function agreement(seen: (readings: Readings, set: RuleSet) => void, canary: Canary = {}) {
  const cases = fc.array(caseFacts(), { minLength: CASES_OF_A_SET, maxLength: CASES_OF_A_SET });
  return fc.asyncProperty(ruleSets(), cases, async (set, drawn) => {
    for (const readings of await read(set, drawn, canary)) {
      expect(readings.compiled).toEqual(readings.reference);
      expect(readings.trace).toEqual(readings.reference);
      seen(readings, set);
    }
  });
}

describe(`both evaluators and the trace (seed ${SEED})`, () => {
  it("fire the same rules in the same order on 10,000 random pairs of rule set and case", async () => {
    const count = { pairs: 0, asked: 0, fired: 0 };
    await fc.assert(
      agreement(({ reference }, { rules }) => {
        count.pairs += 1;
        count.asked += rules.length;
        count.fired += reference.length;
      }),
      { seed: SEED, numRuns: RULE_SETS },
    );
    expect(count.pairs).toBe(10_000);
    // Rules that never fire, or always do, would agree whatever the evaluators made of them.
    expect(count.fired / count.asked).toBeGreaterThan(0.2);
    expect(count.fired / count.asked).toBeLessThan(0.8);
  });
});

/** Each operator, and one that differs from it in little. */
const SLIPS: readonly (readonly [Operator, Operator])[] = [
  ["lessThan", "lessThanInclusive"],
  ["lessThanInclusive", "lessThan"],
  ["greaterThan", "greaterThanInclusive"],
  ["greaterThanInclusive", "greaterThan"],
  ["equal", "notEqual"],
  ["notEqual", "equal"],
  ["in", "notIn"],
  ["notIn", "in"],
  ["contains", "doesNotContain"],
  ["doesNotContain", "contains"],
];

describe(`the comparison of evaluators (seed ${SEED})`, () => {
  async function finds(canary: Canary): Promise<boolean> {
    const property = agreement(() => undefined, canary);
    return (await fc.check(property, { seed: SEED, numRuns: RULE_SETS, endOnFailure: true })).failed;
  }

  it.each(SLIPS)("finds an evaluator that takes `%s` for `%s`", async (operator, slip) => {
    expect(await finds({ set: (set) => withSlip(set, operator, slip) })).toBe(true);
  });

  it("finds an evaluator that takes an unknown for zero", async () => {
    expect(await finds({ facts: (facts) => facts.map((value) => value ?? 0) })).toBe(true);
  });

  it("finds an evaluator that answers in another order", async () => {
    expect(await finds({ set: (set) => ({ ...set, rules: set.rules.toReversed() }) })).toBe(true);
  });
});

function withSlip(set: RuleSet, operator: Operator, slip: Operator): RuleSet {
  const slipped = <Part extends Condition>(part: Part): Part =>
    JSON.parse(JSON.stringify(part), (key, value: unknown) =>
      key === "operator" && value === operator ? slip : value,
    ) as Part;
  const conditions = Object.entries(set.conditions).map(([name, root]) => [
    name,
    slipped<RootCondition>(root),
  ]);
  return {
    ...set,
    rules: set.rules.map((rule) => ({
      ...rule,
      rule: { ...rule.rule, conditions: slipped(rule.rule.conditions) },
    })),
    conditions: Object.fromEntries(conditions) as RuleSet["conditions"],
  };
}
