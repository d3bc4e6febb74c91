import type { LocalizedText } from "../text.ts";
import type { FactReference } from "./value.ts";

/**
 * The types a fact may have.
 * - `money`: integer minor units, 0 or more
 * - `integer`; `decimal`: at most six places; `rate`: 0 to 1, at most six places
 * - `date`: a day, `YYYY-MM-DD`; `instant`: RFC 3339 with an offset
 * - `enum`: one of `values`; `set`: any number of `values`; `party`: the id of a party
 */
export const FACT_TYPES = [
  "money",
  "integer",
  "decimal",
  "rate",
  "boolean",
  "date",
  "instant",
  "text",
  "enum",
  "set",
  "party",
] as const;
export type FactType = (typeof FACT_TYPES)[number];

export const PARTY_KINDS = ["person", "team", "department", "external", "company"] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Whether a fact belongs to the case as a whole or to each of its parties. */
export type Scope = "case" | "party";

/** Which way a fact weighs: whether more of it makes the matter worse or milder. */
export const WEIGHTS = ["worse", "milder"] as const;
export type Weight = (typeof WEIGHTS)[number];

/** One declared fact. Names are unique over both scopes, so that a party's rule can read the case as well. */
export type FactDeclaration = {
  readonly type: FactType;
  readonly label: LocalizedText;
  readonly help?: LocalizedText;
  /** `true`: every case (or party) states it; a list: every party of these kinds does. */
  readonly required?: boolean | readonly PartyKind[];
  /** Of `enum` and `set`: the values with their labels, in order. */
  readonly values?: Readonly<Record<string, LocalizedText>>;
  /** Of `enum`: a value outside `values` is accepted, with a warning where it looks like a slip. */
  readonly open?: boolean;
  /** Of `boolean`: an absent fact is unknown (null), not false. */
  readonly whenAbsent?: "unknown";
  /**
   * Of `boolean`: the fact as a statement of either kind, for sentences, where the label alone would read badly:
   * "the party was trained on the task" and "the party was not trained on the task".
   */
  readonly says?: { readonly true: LocalizedText; readonly false: LocalizedText };
  /** Of numbers: the least value, in the fact's own unit. Money is never below 0, rates never outside 0 to 1. */
  readonly minimum?: number;
  readonly maximum?: number | FactReference;
  /** Of `party`: it must be a party of the case. Otherwise it may name anyone. */
  readonly mustBeParty?: boolean;
  /** Of `party`: what the named one is when they are no party of the case themselves (default `person`). */
  readonly namesKind?: PartyKind;
  /**
   * What more of it makes of the matter: a larger number, a later day or moment, a later one of `values`, `true`, a larger
   * set. Not of text, parties and open enums, which have no order. Rules may read it either way; probes hold them to it.
   */
  readonly weighs?: Weight;
  /** Nothing in the policy may read it: rank, site, sex, age, tenure, or what stands for one of them. */
  readonly protected?: boolean;
};

/** Picks parties in a derived fact: every test must hold of the party's own facts (or of `partyKind`). */
export type PartyTest = {
  readonly fact: string;
  readonly operator: "equal" | "notEqual" | "in";
  readonly value: string | number | boolean | null | readonly string[];
};

/**
 * A fact computed from others, from a closed set; there is no formula language.
 * Anything computed from an unknown (null) fact is unknown; `first-known`, `greatest`, `sum` and `maximum` skip unknowns.
 * - `days-between`, `hours-between`, `minutes-between`: from `from` to `to`, exact, negative when `to` is earlier;
 *   `after` (a parameter, in the same unit) is taken off, so that what is left is how late something is
 * - `ratio`: numerator ÷ denominator; `relative-excess`: (of − over) ÷ over; unknown over zero
 * - `count`: the size of a set; `sum`, `maximum`: of a party fact over the parties; `count-parties`: those `where` holds of
 * - `on-record`: how often `code` is on record for the party in the `months` before the case's `appliesBy` day
 * - `first-known`: the first of several facts that is known; `greatest`: the largest known of several numbers
 * - `local-day`: the day of an instant in the policy's time zone
 */
export type DerivedFact = { readonly label: LocalizedText } & (
  | {
      readonly kind: "days-between" | "hours-between" | "minutes-between";
      readonly from: string;
      readonly to: string;
      readonly after?: FactReference;
    }
  | { readonly kind: "ratio"; readonly numerator: string; readonly denominator: string }
  | { readonly kind: "relative-excess"; readonly of: string; readonly over: string }
  | { readonly kind: "count"; readonly of: string }
  | { readonly kind: "sum" | "maximum"; readonly of: string; readonly where?: readonly PartyTest[] }
  | { readonly kind: "count-parties"; readonly where: readonly PartyTest[] }
  | { readonly kind: "on-record"; readonly code: string; readonly months: FactReference }
  | { readonly kind: "first-known"; readonly of: readonly string[] }
  | { readonly kind: "greatest"; readonly of: readonly string[] }
  | { readonly kind: "local-day"; readonly of: string }
);

export type DerivedKind = DerivedFact["kind"];
