import {
  type DerivedFact,
  type Literal,
  PARAMETER_PREFIX,
  type PartyTest,
  type Policy,
  type Value,
  decimalFraction,
  isFactReference,
  parseDay,
} from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import {
  FALSE,
  TRUE,
  type Term,
  and,
  atMost,
  implies,
  int,
  ite,
  less,
  literalOf,
  minus,
  not,
  or,
  plus,
  same,
  times,
} from "./terms.ts";
import { type NumberTerm, type ValueTerm, amongList, whole } from "./values.ts";
import { type World, sameDayNearly } from "./world.ts";

/** What one version's rules can name, as far as it is worked out. */
export type Facts = {
  readonly world: World;
  readonly loaded: LoadedVersion;
  /** Told apart from those of another version in the same text. */
  readonly tag: string;
  /** The tag of everything that follows from the other parties: shared by versions that attribute alike. */
  readonly othersTag: string;
  /** The tag of what the other parties' facts put on the person: shared by versions in which that is the same. */
  readonly namedTag: string;
  /** The person is a party of the case, and not only named by one. */
  readonly isParty: Term;
  readonly values: Map<string, ValueTerm>;
  /** By id: which rules hold; by name: which conditions do; and the facts of comparisons that were left open. */
  readonly fired: Map<string, Term>;
  readonly named: Map<string, Term>;
  readonly opened: string[];
};

const MS_PER_UNIT = { "days-between": 1, "hours-between": 3_600_000, "minutes-between": 60_000 } as const;
const UNKNOWN_NUMBER: NumberTerm = whole(int(0), FALSE);

/** What a name stands for. Throws on a name that the policy does not know, which validation excludes. */
export function valueNamed(facts: Facts, name: string): ValueTerm {
  const known = facts.values.get(name);
  if (known) return known;
  const value = name.startsWith(PARAMETER_PREFIX) ? parameterNamed(facts, name) : derivedNamed(facts, name);
  facts.values.set(name, value);
  return value;
}

/** What a value of an event or of a condition stands for. */
export function valueTerm(facts: Facts, value: Value): ValueTerm {
  return isFactReference(value) ? valueNamed(facts, value.fact) : literalTerm(facts, value);
}

export function literalTerm({ world }: Facts, literal: Literal): ValueTerm {
  if (typeof literal === "boolean") return { kind: "truth", known: TRUE, holds: literal ? TRUE : FALSE };
  if (typeof literal === "string") return { kind: "code", known: TRUE, code: world.codes.of(literal) };
  const { numerator, denominator } = decimalFraction(literal);
  return { kind: "number", known: TRUE, top: int(numerator), under: int(denominator) };
}

export function numberTerm(facts: Facts, value: Value): NumberTerm {
  return asNumber(valueTerm(facts, value));
}

function asNumber(value: ValueTerm): NumberTerm {
  return value.kind === "number" ? value : UNKNOWN_NUMBER;
}

function parameterNamed(facts: Facts, name: string): ValueTerm {
  const parameter = facts.loaded.version.policy.parameters[name.slice(PARAMETER_PREFIX.length)];
  if (!parameter) throw new Error(`no parameter is called \`${name}\``);
  if (parameter.unit === "date") return whole(int(parseDay(String(parameter.value)) ?? 0), TRUE);
  return literalTerm(facts, Number(parameter.value));
}

function derivedNamed(facts: Facts, name: string): ValueTerm {
  const derivation = facts.loaded.catalogue.get(name)?.derivation;
  if (!derivation) throw new Error(`nothing is called \`${name}\``);
  const value = derive(facts, name, derivation);
  if (value.kind !== "number") return value;
  const define = (part: string, term: Term): Term =>
    facts.world.script.define(`${facts.tag}: ${name}${part}`, part === " known" ? "Bool" : "Int", term);
  return {
    kind: "number",
    known: define(" known", value.known),
    top: define("", value.top),
    under: define(" divisor", value.under),
  };
}

function derive(facts: Facts, name: string, derived: DerivedFact): ValueTerm {
  switch (derived.kind) {
    case "days-between":
    case "hours-between":
    case "minutes-between":
      return between(facts, derived);
    case "ratio":
      return quotient(
        asNumber(valueNamed(facts, derived.numerator)),
        asNumber(valueNamed(facts, derived.denominator)),
      );
    case "relative-excess":
      return relativeExcess(
        asNumber(valueNamed(facts, derived.of)),
        asNumber(valueNamed(facts, derived.over)),
      );
    case "count":
      return count(valueNamed(facts, derived.of));
    case "count-parties":
      return whole(
        plus(ite(and(facts.isParty, passes(facts, derived.where)), int(1), int(0)), othersCount(facts, name)),
        TRUE,
      );
    case "sum":
      return sum(facts, name, derived);
    case "maximum":
      return maximum(facts, name, derived);
    case "on-record":
      return onRecord(facts, name);
    case "first-known":
      return derived.of
        .map((one) => valueNamed(facts, one))
        .reduceRight((rest, first) => firstKnown(first, rest));
    case "greatest":
      return derived.of.map((one) => asNumber(valueNamed(facts, one))).reduceRight(greatestOf);
    case "local-day":
      return localDay(facts, name, asNumber(valueNamed(facts, derived.of)));
  }
}

type Between = Extract<DerivedFact, { readonly kind: "days-between" | "hours-between" | "minutes-between" }>;

function between(facts: Facts, derived: Between): NumberTerm {
  const [from, to] = [asNumber(valueNamed(facts, derived.from)), asNumber(valueNamed(facts, derived.to))];
  const unit = int(MS_PER_UNIT[derived.kind]);
  const after = derived.after ? asNumber(valueNamed(facts, derived.after.fact)) : whole(int(0), TRUE);
  const passed = minus(to.top, from.top);
  return {
    kind: "number",
    known: and(from.known, to.known, after.known),
    top: minus(times(passed, after.under), times(after.top, unit)),
    under: times(unit, after.under),
  };
}

/** Kept above 0 below the line, since comparisons multiply by it. */
function quotient(above: NumberTerm, below: NumberTerm): NumberTerm {
  const [top, under] = [times(above.top, below.under), times(above.under, below.top)];
  const isNegative = less(below.top, int(0));
  return {
    kind: "number",
    known: and(above.known, below.known, not(same(below.top, int(0)))),
    top: ite(isNegative, minus(int(0), top), top),
    under: ite(isNegative, minus(int(0), under), under),
  };
}

function relativeExcess(of: NumberTerm, over: NumberTerm): NumberTerm {
  const excess: NumberTerm = {
    kind: "number",
    known: and(of.known, over.known),
    top: minus(times(of.top, over.under), times(over.top, of.under)),
    under: times(of.under, over.under),
  };
  return quotient(excess, over);
}

function count(set: ValueTerm): NumberTerm {
  if (set.kind !== "set") return UNKNOWN_NUMBER;
  return whole(plus(...[...set.members.values()].map((holds) => ite(holds, int(1), int(0)))), TRUE);
}

/** Whether the tests of a derived fact hold of the person in question. */
function passes(facts: Facts, tests: readonly PartyTest[]): Term {
  return and(
    ...tests.map(({ fact, operator, value }) => {
      const seen = valueNamed(facts, fact);
      if (value === null) return operator === "equal" ? not(seen.known) : seen.known;
      const listed = (typeof value === "object" ? value : [value]).map((one) => literalTerm(facts, one));
      const found = amongList(seen, listed) ?? FALSE;
      return and(seen.known, operator === "notEqual" ? not(found) : found);
    }),
  );
}

function othersCount(facts: Facts, name: string): Term {
  const { script, alone } = facts.world;
  const others = script.declare(`${facts.othersTag}: ${name}, other parties`, "Int");
  script.assert(and(atMost(int(0), others), implies(alone, same(others, int(0)))));
  leaveOthersOpen(facts, name);
  return others;
}

type OverParties = Extract<DerivedFact, { readonly kind: "sum" | "maximum" }>;

/** What the person adds, and what the others add, of whom nothing is known. */
function sum(facts: Facts, name: string, { of, where = [] }: OverParties): NumberTerm {
  const { script, alone } = facts.world;
  const own = plainNumber(facts, of);
  const others = script.declare(`${facts.othersTag}: ${name}, other parties`, "Int");
  script.assert(implies(alone, same(others, int(0))));
  leaveOthersOpen(facts, name);
  return {
    kind: "number",
    known: TRUE,
    top: plus(ite(and(facts.isParty, own.known, passes(facts, where)), own.top, int(0)), others),
    under: own.under,
  };
}

function maximum(facts: Facts, name: string, { of, where = [] }: OverParties): NumberTerm {
  const { script, alone } = facts.world;
  const own = plainNumber(facts, of);
  const counts = and(facts.isParty, own.known, passes(facts, where));
  const known = script.declare(`${facts.othersTag}: ${name}, anybody's known`, "Bool");
  const most = script.declare(`${facts.othersTag}: ${name}, the largest`, "Int");
  script.assert(implies(counts, and(known, atMost(own.top, most))));
  script.assert(implies(alone, and(`(= ${known} ${counts})`, implies(counts, same(most, own.top)))));
  leaveOthersOpen(facts, name);
  return { kind: "number", known, top: most, under: own.under };
}

/** INVARIANT: what is added up or compared over the parties is stated, in one and the same unit; never a quotient. */
function plainNumber(facts: Facts, name: string): NumberTerm {
  const value = asNumber(valueNamed(facts, name));
  if (literalOf(value.under) === undefined) throw new Error(`\`${name}\` has no unit that all parties share`);
  return value;
}

function leaveOthersOpen({ world: { script } }: Facts, name: string): void {
  script.approximate(name, {
    en: "what the other parties of a case add to it is left open",
    zh: "案件其他当事方对其的影响未作限定",
  });
}

function onRecord(facts: Facts, name: string): NumberTerm {
  const { script } = facts.world;
  const times = script.declare(`${facts.tag}: ${name}`, "Int");
  script.assert(and(atMost(int(0), times), implies(facts.world.alone, same(times, int(0)))));
  script.approximate(name, {
    en: "how often something is on record is left open: any number of times",
    zh: "既往记录的次数未作限定，可为任意次数",
  });
  return whole(times, TRUE);
}

function firstKnown(first: ValueTerm, rest: ValueTerm): ValueTerm {
  const known = or(first.known, rest.known);
  if (first.kind === "number" && rest.kind === "number")
    return {
      kind: "number",
      known,
      top: ite(first.known, first.top, rest.top),
      under: ite(first.known, first.under, rest.under),
    };
  if (first.kind === "code" && rest.kind === "code")
    return { kind: "code", known, code: ite(first.known, first.code, rest.code) };
  if (first.kind === "truth" && rest.kind === "truth")
    return { kind: "truth", known, holds: ite(first.known, first.holds, rest.holds) };
  return first;
}

function greatestOf(left: NumberTerm, right: NumberTerm): NumberTerm {
  const isLeft = and(
    left.known,
    or(not(right.known), atMost(times(right.top, left.under), times(left.top, right.under))),
  );
  return {
    kind: "number",
    known: or(left.known, right.known),
    top: ite(isLeft, left.top, right.top),
    under: ite(isLeft, left.under, right.under),
  };
}

function localDay(facts: Facts, name: string, instant: NumberTerm): NumberTerm {
  const { script } = facts.world;
  const day = script.declare(`${facts.tag}: ${name}`, "Int");
  script.assert(implies(instant.known, sameDayNearly(day, instant.top)));
  script.approximate(name, {
    en: "the local day of a moment is left open by a day to either side",
    zh: "时刻所在的当地日期，前后各留一日余地",
  });
  return whole(day, instant.known);
}

/** The value that the policy's own cap on a month has: a rate, since only parameters may stand there. */
export function capRateOf(policy: Policy): number {
  return Number(policy.parameters[policy.cap.rate.fact.slice(PARAMETER_PREFIX.length)]?.value ?? 0);
}
