import type { Condition, Rule, RootCondition } from "@evenhand/domain";
import type { ConditionValue } from "@evenhand/engine";
import { factLayout, ruleSet } from "@evenhand/engine";
import type { Random } from "../random.ts";
import { randomFrom } from "../random.ts";
import type { Workload } from "./workload.ts";

/**
 * A policy of the shape policies here have: most rules ask the disposition, a kind or two, and where some amounts
 * stand to thresholds, half of which are parameters; one in four also has an `any` or a `not`, compares two facts, or
 * asks what a set holds. Amounts of cases fall evenly over the range of the thresholds; one value in twenty is unknown.
 */
export function generatedPolicy(options: {
  readonly rules: number;
  readonly cases: number;
  readonly seed: number;
}): Workload {
  const random = randomFrom(options.seed);
  const rules = Array.from({ length: options.rules }, (_, index) => drawRule(index, random));
  const set = ruleSet(rules, factLayout(FACTS.map(({ name }) => name)), NAMED, parameters());
  return {
    name: `generated, ${options.rules} rules`,
    set,
    cases: Array.from({ length: options.cases }, () => FACTS.map((fact) => drawValue(fact, random))),
  };
}

type Fact = { readonly name: string; readonly kind: "number" | "word" | "flag" | "set" };

const AMOUNTS = [
  "lossAmount",
  "orderAmount",
  "monthlyBonus",
  "daysLate",
  "basePoints",
  "occurrences",
  "hoursToReply",
];
const KINDS = ["disposition", "complaintKind", "function", "seriousness", "partyKind"];
const FLAGS = ["responsible", "customerCaused", "concealed", "repeat"];

const FACTS: readonly Fact[] = [
  ...AMOUNTS.map((name) => ({ name, kind: "number" }) as const),
  ...KINDS.map((name) => ({ name, kind: "word" }) as const),
  ...FLAGS.map((name) => ({ name, kind: "flag" }) as const),
  { name: "faults", kind: "set" },
];

const WORDS = ["a", "b", "c", "d", "e", "f", "g", "h"].map((letter) => `word-${letter}`);
const LARGEST_AMOUNT = 1_000;
const PARAMETERS = 50;

const NAMED: Readonly<Record<string, RootCondition>> = {
  heard: { any: [{ fact: "disposition", operator: "in", value: WORDS.slice(0, 5) }] },
};

function parameters(): ReadonlyMap<string, ConditionValue> {
  const step = LARGEST_AMOUNT / PARAMETERS;
  return new Map(Array.from({ length: PARAMETERS }, (_, index) => [`parameter.p${index}`, index * step]));
}

function drawRule(index: number, random: Random): Rule {
  const conditions: Condition[] = [{ condition: "heard" }, wordTest(random)];
  for (let more = 1 + random.below(3); more > 0; more -= 1) conditions.push(simpleTest(random));
  if (random.chance(0.25)) conditions.push(harderTest(random));
  return {
    id: `rule-${String(index).padStart(4, "0")}`,
    stage: "penalty",
    scope: "party",
    label: { en: `Rule ${index}`, zh: `规则${index}` },
    references: [],
    rule: {
      conditions: { all: conditions },
      event: { type: "fine", params: { amount: { fact: "parameter.p1" } } },
      priority: 1 + random.below(3),
    },
  };
}

function simpleTest(random: Random): Condition {
  const kind = random.below(4);
  if (kind < 2) return amountTest(random);
  return kind === 2
    ? wordTest(random)
    : { fact: random.pick(FLAGS), operator: "equal", value: random.chance(0.5) };
}

function amountTest(random: Random): Condition {
  const operator = random.pick([
    "lessThan",
    "lessThanInclusive",
    "greaterThan",
    "greaterThanInclusive",
  ] as const);
  const value = random.chance(0.5)
    ? { fact: `parameter.p${random.below(PARAMETERS)}` }
    : random.below(LARGEST_AMOUNT);
  return { fact: random.pick(AMOUNTS), operator, value };
}

function wordTest(random: Random): Condition {
  const fact = random.pick(KINDS);
  if (random.chance(0.5)) return { fact, operator: "equal", value: random.pick(WORDS) };
  return { fact, operator: "in", value: [random.pick(WORDS), random.pick(WORDS), random.pick(WORDS)] };
}

function harderTest(random: Random): Condition {
  switch (random.below(4)) {
    case 0:
      return {
        any: [
          amountTest(random),
          wordTest(random),
          { fact: "faults", operator: "contains", value: random.pick(WORDS) },
        ],
      };
    case 1:
      return { not: { all: [amountTest(random), wordTest(random)] } };
    case 2:
      return { fact: random.pick(AMOUNTS), operator: "lessThan", value: { fact: random.pick(AMOUNTS) } };
    default:
      return { fact: "faults", operator: "contains", value: random.pick(WORDS) };
  }
}

function drawValue(fact: Fact, random: Random): ConditionValue {
  if (fact.kind === "set") return WORDS.filter(() => random.chance(0.2));
  if (random.chance(0.05)) return null;
  switch (fact.kind) {
    case "number":
      return random.below(LARGEST_AMOUNT);
    case "word":
      return random.pick(WORDS);
    case "flag":
      return random.chance(0.5);
  }
}
