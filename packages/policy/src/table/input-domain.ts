import type { CatalogueEntry, DerivedFact, Policy } from "@evenhand/domain";
import {
  BUILT_IN_FACTS,
  PARAMETER_PREFIX,
  closedValues,
  decimalFraction,
  fraction,
  hasAtMostSixPlaces,
  isFactReference,
  isOrdered,
  parseDay,
} from "@evenhand/domain";
import type { Interval, Lattice } from "./lattice.ts";
import { intersection, intervalBetween } from "./lattice.ts";

/**
 * What a table's input can be, before any row is looked at.
 * - `ordered`: ticks of a lattice within bounds
 * - `listed`: the values that are known by name; `open` says that there may be others
 * - `opaque`: nothing that a cell could tell apart (sets, and instants, which compare with other facts only)
 */
export type InputDomain = { readonly mayBeUnknown: boolean } & (
  | { readonly kind: "ordered"; readonly lattice: Lattice; readonly bounds: Interval }
  | { readonly kind: "listed"; readonly values: readonly (string | boolean)[]; readonly open: boolean }
  | { readonly kind: "opaque" }
);

/** The document and its names, as every part of the analysis needs them. */
export type TableContext = {
  readonly policy: Policy;
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
};

const WHOLE: Lattice = { perUnit: 1n };
const MILLIONTHS: Lattice = { perUnit: 1_000_000n };
const HALF_MILLIONTHS: Lattice = { perUnit: 2_000_000n };

/** The domain of a fact by its declaration: its type's own bounds, and `minimum` and `maximum` where they are stated. */
export function domainOf(entry: CatalogueEntry, context: TableContext): InputDomain {
  const mayBeUnknown = canBeUnknown(entry);
  if (entry.type === "set" || entry.type === "instant") return { kind: "opaque", mayBeUnknown };
  if (isOrdered(entry.type))
    return { kind: "ordered", mayBeUnknown, ...numbersOf(entry, { context, known: new Map() }) };
  if (entry.type === "boolean") return { kind: "listed", values: [true, false], open: false, mayBeUnknown };
  const closed = closedValues(entry);
  const values = closed ?? Object.keys(entry.declaration?.values ?? {});
  return { kind: "listed", values, open: closed === undefined, mayBeUnknown };
}

/**
 * The exact number behind a literal or a parameter's value, a day as its epoch day; `undefined` for anything that is no
 * such number (which the validator reports).
 */
export function numberOf(value: unknown): ReturnType<typeof decimalFraction> | undefined {
  if (typeof value === "number") return hasAtMostSixPlaces(value) ? decimalFraction(value) : undefined;
  if (typeof value !== "string") return undefined;
  const day = parseDay(value);
  return day === undefined ? undefined : decimalFraction(day);
}

/** A value with a reference to a parameter replaced by the parameter's own value; other facts have no value here. */
export function resolveValue(value: unknown, policy: Policy): unknown {
  if (!isFactReference(value)) return value;
  if (!value.fact.startsWith(PARAMETER_PREFIX)) return undefined;
  const id = value.fact.slice(PARAMETER_PREFIX.length);
  return Object.hasOwn(policy.parameters, id) ? policy.parameters[id]?.value : undefined;
}

/** A case states every required fact, an absent boolean is false, an absent set empty; so those are never unknown. */
function canBeUnknown(entry: CatalogueEntry): boolean {
  switch (entry.source) {
    case "parameter":
      return false;
    case "built-in":
      return !NEVER_UNKNOWN.has(entry.name);
    case "derived":
      return entry.derivation?.kind !== "count" && entry.derivation?.kind !== "count-parties";
    case "declared":
      if (entry.type === "boolean") return entry.declaration?.whenAbsent === "unknown";
      return entry.type !== "set" && entry.declaration?.required !== true;
  }
}

const NEVER_UNKNOWN: ReadonlySet<string> = new Set<keyof typeof BUILT_IN_FACTS>([
  "disposition",
  "partyKind",
  "supportingEvidence",
  "chargedTotal",
  "chargedParties",
  "gradedParties",
]);

type Numbers = { readonly lattice: Lattice; readonly bounds: Interval };

/** Every fact is worked out once, however many derived facts build on it; one that builds on itself ends here as well. */
type Search = { readonly context: TableContext; readonly known: Map<string, Numbers> };

function numbersOf(entry: CatalogueEntry, search: Search): Numbers {
  const known = search.known.get(entry.name);
  if (known) return known;
  search.known.set(entry.name, { lattice: WHOLE, bounds: {} });
  const lattice = latticeOf(entry, search);
  const numbers = { lattice, bounds: boundsOf(entry, lattice, search) };
  search.known.set(entry.name, numbers);
  return numbers;
}

function latticeOf({ type, source, derivation }: CatalogueEntry, search: Search): Lattice {
  if (derivation?.kind === "first-known" || derivation?.kind === "greatest") {
    return finest(sourcesOf(derivation.of, search).map(({ lattice }) => lattice));
  }
  switch (type) {
    case "money":
    case "integer":
    case "date":
      return WHOLE;
    case "ratio":
      return HALF_MILLIONTHS;
    case "calendar-days":
    case "hours":
    case "minutes":
      return source === "parameter" ? MILLIONTHS : durationLattice(derivation, search.context);
    default:
      return MILLIONTHS;
  }
}

/** `greatest` and `first-known` give a value of any of their sources, so they need every tick of each. */
function finest(lattices: readonly Lattice[]): Lattice {
  return lattices.reduce((fine, lattice) => (lattice.perUnit > fine.perUnit ? lattice : fine), WHOLE);
}

/** Between two days there are whole days; anything with an instant in it may be any fraction. */
function durationLattice(derivation: DerivedFact | undefined, context: TableContext): Lattice {
  if (derivation?.kind !== "days-between") return HALF_MILLIONTHS;
  const isDay = (name: string): boolean => context.catalogue.get(name)?.type === "date";
  const allowance = derivation.after === undefined ? 0 : resolveValue(derivation.after, context.policy);
  return isDay(derivation.from) && isDay(derivation.to) && Number.isInteger(allowance)
    ? WHOLE
    : HALF_MILLIONTHS;
}

function boundsOf(entry: CatalogueEntry, lattice: Lattice, search: Search): Interval {
  if (entry.parameter) {
    const at = numberOf(entry.parameter.value);
    return at === undefined
      ? {}
      : intervalBetween(lattice, { from: { at, included: true }, to: { at, included: true } });
  }
  if (entry.source === "built-in") return entry.type === "date" ? {} : { from: 0n };
  if (entry.derivation) return derivedBounds(entry.derivation, lattice, search);
  return intersection(naturalBounds(entry, lattice), statedBounds(entry, lattice, search.context));
}

function naturalBounds({ type }: CatalogueEntry, lattice: Lattice): Interval {
  if (type === "money") return { from: 0n };
  if (type === "rate") return { from: 0n, to: lattice.perUnit };
  return {};
}

function statedBounds({ declaration }: CatalogueEntry, lattice: Lattice, { policy }: TableContext): Interval {
  const from = numberOf(declaration?.minimum);
  const to = numberOf(resolveValue(declaration?.maximum, policy));
  return intervalBetween(lattice, {
    from: from && { at: from, included: true },
    to: to && { at: to, included: true },
  });
}

function derivedBounds(derivation: DerivedFact, lattice: Lattice, search: Search): Interval {
  const neverNegative = (...names: readonly string[]): boolean =>
    sourcesOf(names, search).filter(({ bounds }) => bounds.from !== undefined && bounds.from >= 0n).length ===
    names.length;
  switch (derivation.kind) {
    case "count":
    case "count-parties":
    case "on-record":
      return { from: 0n };
    case "ratio":
      return neverNegative(derivation.numerator, derivation.denominator) ? { from: 0n } : {};
    case "relative-excess":
      return neverNegative(derivation.of, derivation.over) ? { from: -lattice.perUnit } : {};
    case "sum":
      return neverNegative(derivation.of) ? { from: 0n } : {};
    case "maximum":
      return hull(sourcesOf([derivation.of], search), lattice);
    case "first-known":
    case "greatest":
      return hull(sourcesOf(derivation.of, search), lattice);
    default:
      return {};
  }
}

function sourcesOf(names: readonly string[], search: Search): readonly Numbers[] {
  return names.flatMap((name) => {
    const entry = search.context.catalogue.get(name);
    return entry && isOrdered(entry.type) ? [numbersOf(entry, search)] : [];
  });
}

/** The narrowest bounds around all of them, counted in the ticks of `lattice`. */
function hull(parts: readonly Numbers[], lattice: Lattice): Interval {
  const scaled = parts.map((part) => scale(part, lattice));
  const froms = scaled.flatMap(({ from }) => (from === undefined ? [] : [from]));
  const tos = scaled.flatMap(({ to }) => (to === undefined ? [] : [to]));
  return {
    ...(froms.length === parts.length &&
      froms.length > 0 && { from: froms.reduce((a, b) => (b < a ? b : a)) }),
    ...(tos.length === parts.length && tos.length > 0 && { to: tos.reduce((a, b) => (b > a ? b : a)) }),
  };
}

function scale({ bounds, lattice }: Numbers, to: Lattice): Interval {
  const bound = (tick: bigint) => ({ at: fraction(tick, lattice.perUnit), included: true });
  return intervalBetween(to, {
    from: bounds.from === undefined ? undefined : bound(bounds.from),
    to: bounds.to === undefined ? undefined : bound(bounds.to),
  });
}
