import type { Comparison, Condition, Operator, RootCondition, Rule } from "@evenhand/domain";
import type { ConditionValue, FactSlots, RuleSet } from "@evenhand/engine";
import { factLayout, ruleSet } from "@evenhand/engine";
import fc from "fast-check";

/**
 * Rule sets as validation lets them through: conditions of at most four levels, every operator where its types allow
 * it, parameters, other facts, named conditions, tests for unknown, and few priorities, so that many tie.
 */
export function ruleSets(): fc.Arbitrary<RuleSet> {
  const named = fc.record(
    Object.fromEntries(NAMES.map((name) => [name, groups(MOST_LEVELS - 1, { named: false })])),
  );
  return fc
    .record({ rules: rules(), named })
    .map((drawn) => ruleSet(drawn.rules, LAYOUT, drawn.named, CONSTANTS));
}

/** Facts of one case: some unknown, and numbers mostly at a threshold or right beside one. */
export function caseFacts(): fc.Arbitrary<FactSlots> {
  return fc.tuple(...LAYOUT.names.map((name) => values(dimensionOfFact(name))));
}

const MOST_LEVELS = 4;
const NAMES = ["in-scope", "grave", "repeated"];

type Dimension = {
  readonly facts: readonly string[];
  readonly parameters: Readonly<Record<string, ConditionValue>>;
  /** What a policy may write out; nothing where only parameters and facts are compared. */
  readonly literals: readonly (number | string | boolean)[];
  readonly operators: readonly Operator[];
  readonly known: readonly Exclude<ConditionValue, null>[];
};

const ORDERS: readonly Operator[] = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"];
const EQUALITIES: readonly Operator[] = ["equal", "notEqual"];
const MEMBERSHIPS: readonly Operator[] = ["in", "notIn"];

/** Each threshold with what lies just below and above it, in steps of the fact. */
const around = (thresholds: readonly number[], step: number): readonly number[] =>
  thresholds.flatMap((threshold) => [threshold - step, threshold, threshold + step]);

const WORDS = ["quality-defect", "late-delivery", "other", "Other", ""];
const DAYS = [20_454, 20_640, 20_641];
const MOMENTS = [1_767_225_600_000, 1_767_225_600_001, 1_800_000_000_000];

const DIMENSIONS: readonly Dimension[] = [
  {
    facts: ["lossAmount", "orderAmount", "monthlyBonus"],
    parameters: { "parameter.minorLoss": 50_000, "parameter.majorLoss": 100_000 },
    literals: [0, 1, 50_000, 100_000, 9_007_199_254_740_991],
    operators: [...ORDERS, ...EQUALITIES, ...MEMBERSHIPS],
    known: [-0, 0, 1, 2, 7, ...around([50_000, 100_000], 1), 9_007_199_254_740_991],
  },
  {
    // Exact ratios reach conditions in millionths, or half-way between two of them.
    facts: ["overrun", "returnRate"],
    parameters: { "parameter.tolerance": 0.003, "parameter.whole": 1 },
    literals: [0, 0.000_001, 0.003, 0.333_333, 1],
    operators: [...ORDERS, ...EQUALITIES, ...MEMBERSHIPS],
    known: [0, 0.000_000_5, 0.000_001, ...around([0.003, 1], 0.000_000_5), ...around([0.333_333], 0.000_001)],
  },
  {
    facts: ["receivedOn", "closedOn"],
    parameters: { "parameter.since": 20_640 },
    literals: [],
    operators: [...ORDERS, ...EQUALITIES],
    known: around(DAYS, 1),
  },
  {
    facts: ["receivedAt", "answeredAt"],
    parameters: {},
    literals: [],
    operators: [...ORDERS, ...EQUALITIES],
    known: MOMENTS,
  },
  {
    facts: ["responsible", "concealed"],
    parameters: {},
    literals: [true, false],
    operators: EQUALITIES,
    known: [true, false],
  },
  {
    facts: ["complaintKind", "accusedBy"],
    parameters: {},
    literals: WORDS,
    operators: [...EQUALITIES, ...MEMBERSHIPS],
    known: [...WORDS, "unheard-of"],
  },
  {
    facts: ["faults"],
    parameters: {},
    literals: WORDS,
    operators: ["contains", "doesNotContain"],
    known: [[], ["other"], ["late-delivery", "other"], ["", "Other"], WORDS],
  },
];

const LAYOUT = factLayout(DIMENSIONS.flatMap(({ facts }) => facts));
const CONSTANTS = new Map(DIMENSIONS.flatMap(({ parameters }) => Object.entries(parameters)));

function dimensionOfFact(name: string): Dimension {
  const dimension = DIMENSIONS.find(({ facts }) => facts.includes(name));
  if (!dimension) throw new Error(`no dimension has the fact \`${name}\``);
  return dimension;
}

function values({ known }: Dimension): fc.Arbitrary<ConditionValue> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 6, arbitrary: fc.constantFrom(...known) },
  );
}

/** Mostly a few rules; now and then more than fit into two words of a mask. */
function rules(): fc.Arbitrary<readonly Rule[]> {
  const rule = fc
    .record({ id: ids(), conditions: groups(MOST_LEVELS, { named: true }), priority: priorities() })
    .map(ruleOf);
  const someRules = (minLength: number, maxLength: number): fc.Arbitrary<Rule[]> =>
    fc.uniqueArray(rule, { minLength, maxLength, size: "max", selector: ({ id }) => id });
  return fc.oneof({ weight: 24, arbitrary: someRules(1, 9) }, { weight: 1, arbitrary: someRules(33, 70) });
}

function ids(): fc.Arbitrary<string> {
  const row = fc.nat({ max: 99 });
  return fc.oneof(
    row.map((number) => `rule-${number}`),
    row.map((number) => `table#${number}`),
    row.map((number) => `Rule-${number}`),
  );
}

function priorities(): fc.Arbitrary<number | undefined> {
  return fc.constantFrom(undefined, 1, 2, 10);
}

type Drawn = {
  readonly id: string;
  readonly conditions: RootCondition;
  readonly priority: number | undefined;
};

function ruleOf({ id, conditions, priority }: Drawn): Rule {
  return {
    id,
    stage: "penalty",
    scope: "party",
    label: { en: id, zh: id },
    references: [],
    rule: {
      conditions,
      event: { type: "fine", params: { amount: { fact: "parameter.minorLoss" } } },
      ...(priority === undefined ? {} : { priority }),
    },
  };
}

type Naming = { readonly named: boolean };

function conditions(levels: number, naming: Naming): fc.Arbitrary<Condition> {
  if (levels <= 1) return comparisons();
  return fc.oneof(
    { weight: 3, arbitrary: comparisons() },
    { weight: 2, arbitrary: groups(levels, naming) as fc.Arbitrary<Condition> },
  );
}

function groups(levels: number, naming: Naming): fc.Arbitrary<RootCondition> {
  const parts = fc.array(conditions(levels - 1, naming), { minLength: 1, maxLength: 4 });
  const unnamed: fc.Arbitrary<RootCondition>[] = [
    parts.map((all) => ({ all })),
    parts.map((any) => ({ any })),
    conditions(levels - 1, naming).map((not) => ({ not })),
  ];
  const byName = fc.constantFrom(...NAMES).map((condition) => ({ condition }));
  return fc.oneof(...unnamed, ...(naming.named ? [byName] : []));
}

function comparisons(): fc.Arbitrary<Comparison> {
  return fc.oneof(...DIMENSIONS.map(comparisonsOf));
}

function comparisonsOf(dimension: Dimension): fc.Arbitrary<Comparison> {
  const { facts, parameters, operators } = dimension;
  const fact = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...facts) },
    { weight: 1, arbitrary: fc.constantFrom(...facts, ...Object.keys(parameters)) },
  );
  const compared = fc
    .constantFrom(...operators)
    .chain((operator) =>
      fc.record({ fact, operator: fc.constant(operator), value: operands(dimension, operator) }),
    );
  const nullTest = fc.record({ fact, operator: fc.constantFrom(...EQUALITIES), value: fc.constant(null) });
  return fc.oneof({ weight: 8, arbitrary: compared }, { weight: 1, arbitrary: nullTest });
}

function operands(dimension: Dimension, operator: Operator): fc.Arbitrary<Comparison["value"]> {
  const { facts, parameters, literals } = dimension;
  if (MEMBERSHIPS.includes(operator)) {
    const listed = literals.filter((literal) => typeof literal !== "boolean");
    return fc.uniqueArray(fc.constantFrom(...listed), { minLength: 1, maxLength: 3 });
  }
  // What a set may hold is a word; it is never compared with another set.
  const others =
    operator === "contains" || operator === "doesNotContain" ? ["complaintKind", "accusedBy"] : facts;
  const references = [...others, ...Object.keys(parameters)].map((fact) => ({ fact }));
  const referred: fc.Arbitrary<Comparison["value"]> = fc.constantFrom(...references);
  return literals.length === 0 ? referred : fc.oneof(fc.constantFrom(...literals), referred);
}
