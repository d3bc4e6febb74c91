import type { LocalizedText } from "../text.ts";
import type { EvaluateRequest } from "../case.ts";
import type { RootCondition } from "./condition.ts";
import type { PolicyEvent, RuleStage } from "./event.ts";
import type { DerivedFact, FactDeclaration, Scope } from "./fact.ts";
import type { Gate } from "../gate.ts";
import type { DecisionTable } from "./table.ts";
import type { FactReference, Reference } from "./value.ts";

export const PARAMETER_UNITS = [
  "money",
  "rate",
  "months",
  "count",
  "calendar-days",
  "working-days",
  "hours",
  "minutes",
  "date",
] as const;
export type ParameterUnit = (typeof PARAMETER_UNITS)[number];

/** A named figure of the policy. Money in minor units, rates and months as decimals of at most six places. */
export type Parameter = {
  readonly value: number | string;
  readonly unit: ParameterUnit;
  readonly label: LocalizedText;
  readonly references: readonly Reference[];
  readonly notes?: LocalizedText;
};

/** json-rules-engine's own form of a rule; it runs there whole and unchanged. Higher priority comes first; default 1. */
export type EngineRule = {
  readonly conditions: RootCondition;
  readonly event: PolicyEvent;
  readonly priority?: number;
};

export type Rule = {
  readonly id: string;
  readonly stage: RuleStage;
  readonly scope: Scope;
  readonly label: LocalizedText;
  readonly references: readonly Reference[];
  readonly notes?: LocalizedText;
  readonly rule: EngineRule;
};

/** A choice made where the measure leaves something open, or something an auditor should know. */
export type PolicyNote = { readonly text: LocalizedText; readonly references?: readonly Reference[] };

/** A case with what must come out of it: `expect` is compared as a part of the outcome, `reasons` are rule ids that must fire. */
export type PolicyExample = {
  readonly id: string;
  readonly title: LocalizedText;
  readonly request: EvaluateRequest;
  /** The moment of evaluation, RFC 3339; without it the case's own dates must suffice. */
  readonly evaluatedAt?: string;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly reasons: readonly string[];
};

/** One version of a policy, as HR writes it and as it stands in `rules/<id>/v<version>.json`. */
export type Policy = {
  readonly id: string;
  readonly version: number;
  readonly title: LocalizedText;
  readonly summary?: LocalizedText;
  /** A day, `YYYY-MM-DD`, in the policy's time zone. */
  readonly effectiveFrom: string;
  /** The case fact (date or instant) whose local day decides which version a case uses. */
  readonly appliesBy: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA time zone. */
  readonly timeZone: string;
  readonly calendar: string;
  readonly guards: readonly string[];
  /** The case fact (money) that is divided among bearers, where the policy divides one. */
  readonly lossFact?: string;
  /** Of a person's monthly bonus at most this rate is deducted in a month, over all cases and policies. */
  readonly cap: { readonly rate: FactReference };
  /** Who may not decide: the parties, and whoever the named party facts point to. Deciding nonetheless is refused. */
  readonly conflict?: {
    readonly decider: string;
    readonly instructors: readonly string[];
    readonly references: readonly Reference[];
  };
  /** What must be so before a decision that costs a person something may be recorded. */
  readonly gates?: readonly Gate[];
  /** Grades of discipline that the policy uses, mildest first. */
  readonly grades: readonly string[];
  readonly facts: {
    readonly case: Readonly<Record<string, FactDeclaration>>;
    readonly party: Readonly<Record<string, FactDeclaration>>;
  };
  readonly derived?: {
    readonly case?: Readonly<Record<string, DerivedFact>>;
    readonly party?: Readonly<Record<string, DerivedFact>>;
  };
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Named conditions: `{ "condition": "in-scope" }` in a rule stands for the whole tree. They do not name one another. */
  readonly conditions?: Readonly<Record<string, RootCondition>>;
  readonly tables: Readonly<Record<string, DecisionTable>>;
  readonly rules: readonly Rule[];
  /** Labels of the words that outcomes use: roles, grounds, grades, steps, levels, bearers, measures, warning codes, categories. */
  readonly words: Readonly<Record<string, LocalizedText>>;
  readonly notes?: readonly PolicyNote[];
  readonly examples: readonly PolicyExample[];
};

/** A version ready to be decided under: the document, its identity, and its rules with every table compiled. */
export type PolicyVersion = {
  readonly policy: Policy;
  /** SHA-256 of the document's canonical JSON, lower-case hex. */
  readonly hash: string;
  /** The rules of the document and then those of its tables, table by table in the order of their ids. */
  readonly rules: readonly Rule[];
};
