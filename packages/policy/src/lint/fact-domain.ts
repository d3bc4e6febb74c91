import { type CatalogueEntry, type Literal, closedValues, isOrdered } from "@evenhand/domain";
import { isSnapped } from "../validate/check-comparison.ts";

/** What a fact can still be after some of what a rule asks of it: unknown, or one of some values. */
export type FactDomain = {
  readonly mayBeUnknown: boolean;
  /** `undefined` where the values are not listed. */
  readonly among?: ReadonlySet<Literal>;
  readonly except: ReadonlySet<Literal>;
  /** Of numbers, days and moments. */
  readonly from: End;
  readonly to: End;
  readonly isWhole: boolean;
  /** Of a set: what it must hold, and what it must not. */
  readonly holds: ReadonlySet<Literal>;
  readonly lacks: ReadonlySet<Literal>;
};

type End = { readonly at: number; readonly included: boolean };

const FROM_ANY: End = { at: -Infinity, included: false };
const TO_ANY: End = { at: Infinity, included: false };

/**
 * What a fact can be before anything is asked of it.
 *
 * @example domainOf(lossAmount, undefined).from // { at: 0, included: true }: money is never below 0
 */
export function domainOf(entry: CatalogueEntry, possible: ReadonlySet<string> | undefined): FactDomain {
  const { declaration, type } = entry;
  const values: Iterable<Literal> | undefined =
    type === "boolean" ? [true, false] : (possible ?? closedValues(entry));
  const { maximum } = declaration ?? {};
  const atMost = Math.min(type === "rate" ? 1 : Infinity, typeof maximum === "number" ? maximum : Infinity);
  const atLeast = Math.max(isNeverNegative(entry) ? 0 : -Infinity, declaration?.minimum ?? -Infinity);
  return {
    mayBeUnknown: mayBeUnknown(entry),
    ...(values && type !== "set" && { among: new Set(values) }),
    except: new Set(),
    from: atLeast === -Infinity ? FROM_ANY : { at: atLeast, included: true },
    to: atMost === Infinity ? TO_ANY : { at: atMost, included: true },
    isWhole: isOrdered(type) && !isSnapped(entry) && WHOLE.has(type),
    holds: new Set(),
    lacks: new Set(),
  };
}

const WHOLE: ReadonlySet<CatalogueEntry["type"]> = new Set<CatalogueEntry["type"]>([
  "money",
  "integer",
  "date",
  "instant",
]);
const COUNTS: ReadonlySet<string> = new Set(["count", "count-parties", "on-record"]);

/** Sums and largest of money are money again, so an amount is never below 0 wherever it comes from. */
function isNeverNegative({ type, source, derivation }: CatalogueEntry): boolean {
  if (type === "money" || type === "rate") return true;
  return type === "integer" && (source === "built-in" || COUNTS.has(derivation?.kind ?? ""));
}

function mayBeUnknown({ source, type, declaration, derivation, name }: CatalogueEntry): boolean {
  if (source === "parameter" || name === "disposition" || name === "partyKind") return false;
  if (derivation) return derivation.kind !== "count" && derivation.kind !== "count-parties";
  if (type === "boolean") return declaration?.whenAbsent === "unknown";
  return declaration?.required !== true && type !== "set";
}

/**
 * Whether nothing is left that the fact could be.
 *
 * @example isEmpty({ ...domain, mayBeUnknown: false, among: new Set() }) // true
 */
export function isEmpty(domain: FactDomain): boolean {
  if (domain.mayBeUnknown) return false;
  if ([...domain.holds].some((value) => domain.lacks.has(value))) return true;
  if (domain.among)
    return [...domain.among].every((value) => domain.except.has(value) || !isWithin(value, domain));
  const { from, to } = domain.isWhole ? toWhole(domain) : domain;
  if (from.at > to.at || (from.at === to.at && !(from.included && to.included))) return true;
  return from.at === to.at && domain.except.has(from.at);
}

function isWithin(value: Literal, { from, to }: FactDomain): boolean {
  if (typeof value !== "number") return true;
  return (
    (from.included ? value >= from.at : value > from.at) && (to.included ? value <= to.at : value < to.at)
  );
}

function toWhole({ from, to }: FactDomain): { readonly from: End; readonly to: End } {
  const first = from.included ? Math.ceil(from.at) : Math.floor(from.at) + 1;
  const last = to.included ? Math.floor(to.at) : Math.ceil(to.at) - 1;
  return { from: { at: first, included: true }, to: { at: last, included: true } };
}

/** The stricter of two lower ends. */
export function laterOf(a: End, b: End): End {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.included ? b : a;
}

/** The stricter of two upper ends. */
export function earlierOf(a: End, b: End): End {
  if (a.at !== b.at) return a.at < b.at ? a : b;
  return a.included ? b : a;
}
