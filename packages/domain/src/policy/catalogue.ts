import type { LocalizedText } from "../text.ts";
import type { DerivedFact, FactDeclaration, FactType, PartyKind, Scope } from "./fact.ts";
import { PARTY_KINDS } from "./fact.ts";
import { DISPOSITIONS, RULE_STAGES } from "./event.ts";
import type { RuleStage } from "./event.ts";
import type { Parameter, ParameterUnit, Policy } from "./policy.ts";
import { PARAMETER_PREFIX } from "./value.ts";

/** The type of anything a condition can name: declared types, and those only derived facts and parameters have. */
export type ValueType = FactType | "ratio" | Exclude<ParameterUnit, "money" | "rate" | "count" | "date">;

/** What may be compared with what: two values compare when their dimensions are the same. */
export type Dimension =
  | "money"
  | "number"
  | "rate"
  | "boolean"
  | "date"
  | "instant"
  | "text"
  | "set"
  | "party"
  | "days"
  | "working-days"
  | "months"
  | "hours"
  | "minutes";

const DIMENSIONS: Readonly<Record<ValueType, Dimension>> = {
  money: "money",
  integer: "number",
  decimal: "number",
  rate: "rate",
  ratio: "rate",
  boolean: "boolean",
  date: "date",
  instant: "instant",
  text: "text",
  enum: "text",
  set: "set",
  party: "party",
  months: "months",
  "calendar-days": "days",
  "working-days": "working-days",
  hours: "hours",
  minutes: "minutes",
};

export function dimensionOf(type: ValueType): Dimension {
  return DIMENSIONS[type];
}

/** Types that order; the others compare for equality and membership only. */
export function isOrdered(type: ValueType): boolean {
  return !["boolean", "text", "set", "party"].includes(DIMENSIONS[type]);
}

/** Something a condition or an event can name. */
export type CatalogueEntry = {
  readonly name: string;
  readonly type: ValueType;
  /** A party fact is known in party rules only; case facts and parameters in both. */
  readonly scope: Scope;
  readonly label: LocalizedText;
  readonly source: "declared" | "derived" | "built-in" | "parameter";
  /** The first stage in which it is known. */
  readonly knownFrom: RuleStage;
  readonly declaration?: FactDeclaration;
  readonly derivation?: DerivedFact;
  readonly parameter?: Parameter;
};

/** Facts that every policy knows without declaring them; a policy may declare them itself, with the same type. */
export const STANDARD_FACTS = {
  case: {
    decidedOn: { type: "date", label: { en: "day of the decision", zh: "处理决定日" } },
  },
  party: {
    monthlyBonus: { type: "money", label: { en: "monthly performance bonus", zh: "月度绩效奖金" } },
  },
} as const satisfies Record<Scope, Record<string, FactDeclaration>>;

/** Facts known to every policy that names a statutory guard. */
export const GUARD_FACTS = {
  case: {
    actOn: { type: "date", label: { en: "day of the act", zh: "行为发生日" } },
    heardOn: { type: "date", label: { en: "day the person was heard", zh: "听取申辩日" } },
    noticeGivenOn: { type: "date", label: { en: "day written notice was given", zh: "书面告知日" } },
  },
  party: {
    monthlyWage: { type: "money", label: { en: "monthly wage", zh: "月工资" } },
    minimumWage: { type: "money", label: { en: "local minimum wage", zh: "当地最低工资" } },
    averageDailyWage: { type: "money", label: { en: "average daily wage", zh: "日平均工资" } },
  },
} as const satisfies Record<Scope, Record<string, FactDeclaration>>;

type BuiltIn = {
  readonly type: ValueType;
  readonly scope: Scope;
  readonly knownFrom: RuleStage;
  readonly label: LocalizedText;
  readonly values?: readonly string[];
};

/** Facts the engine itself supplies. No policy may declare one of these names. */
export const BUILT_IN_FACTS = {
  evaluatedOn: {
    type: "date",
    scope: "case",
    knownFrom: "intake",
    label: { en: "day of evaluation", zh: "核算日" },
  },
  evaluatedAt: {
    type: "instant",
    scope: "case",
    knownFrom: "intake",
    label: { en: "moment of evaluation", zh: "核算时刻" },
  },
  disposition: {
    type: "enum",
    scope: "case",
    knownFrom: "attribution",
    label: { en: "disposition", zh: "处理结论" },
    values: DISPOSITIONS,
  },
  category: { type: "text", scope: "case", knownFrom: "attribution", label: { en: "category", zh: "类别" } },
  severity: {
    type: "text",
    scope: "case",
    knownFrom: "attribution",
    label: { en: "severity", zh: "严重程度" },
  },
  partyKind: {
    type: "enum",
    scope: "party",
    knownFrom: "attribution",
    label: { en: "kind of party", zh: "当事方类型" },
    values: PARTY_KINDS,
  },
  supportingEvidence: {
    type: "integer",
    scope: "party",
    knownFrom: "attribution",
    label: { en: "pieces of evidence for the party", zh: "支持该方的证据件数" },
  },
  assignedRole: {
    type: "text",
    scope: "party",
    knownFrom: "penalty",
    label: { en: "role in the matter", zh: "责任角色" },
  },
  chargedTotal: {
    type: "money",
    scope: "case",
    knownFrom: "deadline",
    label: { en: "total charged", zh: "处罚与扣减合计" },
  },
  chargedParties: {
    type: "integer",
    scope: "case",
    knownFrom: "deadline",
    label: { en: "number of those charged", zh: "被处罚方数量" },
  },
  gradedParties: {
    type: "integer",
    scope: "case",
    knownFrom: "deadline",
    label: { en: "number of those given a grade", zh: "受纪律处分人数" },
  },
} as const satisfies Record<string, BuiltIn>;

export type BuiltInFact = keyof typeof BUILT_IN_FACTS;

/** The part of a policy that says what its rules can name. */
export type PolicyDeclarations = Pick<Policy, "guards" | "facts" | "derived" | "parameters"> &
  Partial<Pick<Policy, "appliesBy">>;

/**
 * The facts a case under this policy may state: those it declares, the standard ones, and the guards' where it names any.
 * The fact that decides which version applies is required whatever its declaration says; `decidedOn` alone has a default.
 */
export function knownDeclarations(
  policy: PolicyDeclarations,
): Readonly<Record<Scope, Readonly<Record<string, FactDeclaration>>>> {
  const guarded = policy.guards.length > 0;
  const { appliesBy } = policy;
  const dating =
    appliesBy === undefined || appliesBy === "decidedOn" ? undefined : policy.facts.case[appliesBy];
  return {
    case: {
      ...STANDARD_FACTS.case,
      ...(guarded ? GUARD_FACTS.case : {}),
      ...policy.facts.case,
      ...(appliesBy !== undefined && dating ? { [appliesBy]: { ...dating, required: true } } : {}),
    },
    party: { ...STANDARD_FACTS.party, ...(guarded ? GUARD_FACTS.party : {}), ...policy.facts.party },
  };
}

const DERIVED_TYPES = {
  "days-between": "calendar-days",
  "hours-between": "hours",
  "minutes-between": "minutes",
  ratio: "ratio",
  "relative-excess": "ratio",
  count: "integer",
  "count-parties": "integer",
  "on-record": "integer",
  "local-day": "date",
} as const satisfies Partial<Record<DerivedFact["kind"], ValueType>>;

const PARAMETER_TYPES: Readonly<Record<ParameterUnit, ValueType>> = {
  money: "money",
  rate: "rate",
  months: "months",
  count: "integer",
  "calendar-days": "calendar-days",
  "working-days": "working-days",
  hours: "hours",
  minutes: "minutes",
  date: "date",
};

export function parameterType(unit: ParameterUnit): ValueType {
  return PARAMETER_TYPES[unit];
}

/**
 * Everything a rule of this policy can name, by name, parameters as `parameter.<id>`.
 * A derived fact whose type cannot be told, because its source does not exist or is itself, is left out.
 */
export function catalogueOf(policy: PolicyDeclarations): ReadonlyMap<string, CatalogueEntry> {
  const entries = new Map<string, CatalogueEntry>();
  for (const [id, parameter] of Object.entries(policy.parameters)) {
    const name = PARAMETER_PREFIX + id;
    entries.set(name, {
      name,
      type: parameterType(parameter.unit),
      scope: "case",
      label: parameter.label,
      source: "parameter",
      knownFrom: "intake",
      parameter,
    });
  }
  for (const [name, fact] of Object.entries<BuiltIn>(BUILT_IN_FACTS)) {
    entries.set(name, {
      name,
      type: fact.type,
      scope: fact.scope,
      label: fact.label,
      source: "built-in",
      knownFrom: fact.knownFrom,
    });
  }
  const declarations = knownDeclarations(policy);
  for (const scope of ["case", "party"] as const) {
    for (const [name, declaration] of Object.entries(declarations[scope])) {
      entries.set(name, {
        name,
        type: declaration.type,
        scope,
        label: declaration.label,
        source: "declared",
        knownFrom: "intake",
        declaration,
      });
    }
  }
  addDerived(policy, entries);
  return entries;
}

/** Derived facts may build on one another in any order of the document, so rounds are made until nothing new is known. */
function addDerived(policy: PolicyDeclarations, entries: Map<string, CatalogueEntry>): void {
  let waiting = (["case", "party"] as const).flatMap((scope) =>
    Object.entries(policy.derived?.[scope] ?? {}).map(([name, derivation]) => ({ name, scope, derivation })),
  );
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length;
    waiting = waiting.filter(({ name, scope, derivation }) => {
      const type = derivedType(derivation, entries);
      if (type)
        entries.set(name, {
          name,
          type,
          scope,
          label: derivation.label,
          source: "derived",
          knownFrom: "intake",
          derivation,
        });
      return !type;
    });
  }
}

function derivedType(
  derivation: DerivedFact,
  known: ReadonlyMap<string, CatalogueEntry>,
): ValueType | undefined {
  switch (derivation.kind) {
    case "sum": {
      // Rates added up may pass 1, so their sum is a ratio: to be compared, never to be taken for a rate.
      const type = known.get(derivation.of)?.type;
      return type === "rate" ? "ratio" : type;
    }
    case "maximum":
      return known.get(derivation.of)?.type;
    case "first-known":
    case "greatest":
      return known.get(derivation.of[0] ?? "")?.type;
    default:
      return DERIVED_TYPES[derivation.kind];
  }
}

/** Whether a fact known from `knownFrom` on can be read in `stage`. */
export function isKnownIn(entry: CatalogueEntry, stage: RuleStage): boolean {
  return RULE_STAGES.indexOf(entry.knownFrom) <= RULE_STAGES.indexOf(stage);
}

/** The values an enum or set fact can take, where they are closed; `undefined` where anything goes. */
export function closedValues(entry: CatalogueEntry): readonly string[] | undefined {
  if (entry.declaration?.values && !entry.declaration.open) return Object.keys(entry.declaration.values);
  if (entry.source === "built-in")
    return (BUILT_IN_FACTS as Readonly<Record<string, BuiltIn>>)[entry.name]?.values;
  return undefined;
}

export function requiredOf(declaration: FactDeclaration, kind: PartyKind | undefined): boolean {
  if (declaration.required === undefined || typeof declaration.required === "boolean")
    return declaration.required === true;
  return kind !== undefined && declaration.required.includes(kind);
}
