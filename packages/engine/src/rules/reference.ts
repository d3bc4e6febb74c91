import { OPERATORS } from "@evenhand/domain";
import { Engine, Rule as EngineRule } from "json-rules-engine";
import type { RuleProperties, TopLevelCondition } from "json-rules-engine";
import type { ComparedValue } from "./operators.ts";
import { comparisonHolds, knownAsAsked } from "./operators.ts";
import type { FactSlots, RuleEvaluator, RuleSet } from "./rule-set.ts";

/**
 * Asks json-rules-engine itself, with every rule as it stands in the policy. Slow, and there to be agreed with: it
 * shows that HR's rules mean here what they mean to the library they are written for.
 * Rejects on anything the library cannot answer, such as a comparison that reaches into a fact by `path`.
 *
 * @example await referenceRules(set).fire([120_000]) // [0, 3]
 */
export function referenceRules(set: RuleSet): RuleEvaluator<Promise<readonly number[]>> {
  return {
    name: "reference",
    async fire(facts) {
      const { results, failureResults } = await freshEngine(set, facts).run();
      // INVARIANT: every rule is heard. The library drops rules without a word where its state is disturbed.
      if (results.length + failureResults.length !== set.rules.length) {
        throw new Error("json-rules-engine left a rule out");
      }
      // Within one priority the library answers in the order in which facts happened to resolve.
      return results.map(({ name }) => Number(name)).sort((a, b) => a - b);
    },
  };
}

/** Unknown facts go by this one value, so that no comparison takes one for a literal `null`, or for any other value. */
const UNKNOWN = Object.freeze({ known: false });

/** Default decorators of the library: with one of them, `not:equal` would be an operator too. */
const DECORATORS = ["someFact", "someValue", "everyFact", "everyValue", "swap", "not"];

/**
 * One engine for one evaluation: two runs that overlap on the same engine end each other, and rules of the slower one
 * are lost.
 */
function freshEngine(set: RuleSet, facts: FactSlots): Engine {
  const engine = new Engine([], { allowUndefinedFacts: false, pathResolver: refusePath });
  replaceOperators(engine);
  for (const [name, condition] of Object.entries(set.conditions)) {
    engine.setCondition(name, condition as TopLevelCondition);
  }
  for (const [name, value] of set.constants) addFact(engine, name, value);
  set.layout.names.forEach((name, slot) => addFact(engine, name, facts[slot]));
  set.rules.forEach((rule, index) => {
    const asked = new EngineRule(rule.rule as RuleProperties);
    // The place in the set tells the answers apart; policies give ids to rules, not names.
    asked.name = String(index);
    engine.addRule(asked);
  });
  return engine;
}

/** The library's own operators compare text as numbers, and hold `notEqual` and `notIn` true of what is unknown. */
function replaceOperators(engine: Engine): void {
  for (const decorator of DECORATORS) engine.removeOperatorDecorator(decorator);
  for (const operator of OPERATORS) {
    engine.removeOperator(operator);
    engine.addOperator<EngineValue, EngineValue>(operator, (left, right) => {
      if (right === null) return knownAsAsked(operator, { known: left !== UNKNOWN });
      return comparisonHolds(operator, orNull(left), orNull(right));
    });
  }
}

type EngineValue = ComparedValue | typeof UNKNOWN;

function orNull(value: EngineValue): ComparedValue {
  return value === UNKNOWN ? null : (value as ComparedValue);
}

/** Values are constant, so the library's cache of computed facts, which hashes each name on every run, has no use. */
function addFact(engine: Engine, name: string, value: ComparedValue | undefined): void {
  if (value !== undefined) engine.addFact(name, value ?? UNKNOWN, { cache: false });
}

function refusePath(): never {
  throw new Error("conditions do not reach into a fact");
}
