import { type Comparison, type Literal, OPPOSITE_OPERATORS, type Operator } from "@evenhand/domain";
import { type FactDomain, earlierOf, laterOf } from "./fact-domain.ts";

/** A comparison with what is always the same: a literal, a list of them, or a parameter's figure in place of its name. */
export type ConstantComparison = {
  readonly operator: Operator;
  readonly value: Exclude<Comparison["value"], { readonly fact: string }>;
};

/**
 * What a fact can still be when a comparison holds of it, or, `denied`, when it does not. A comparison with an unknown does
 * not hold, so one that is denied leaves the unknown possible.
 *
 * @example narrow(domain, { operator: "lessThan", value: 5 }, { denied: false }).to // { at: 5, included: false }
 */
export function narrow(
  domain: FactDomain,
  { operator, value }: ConstantComparison,
  { denied }: { readonly denied: boolean },
): FactDomain {
  if (value === null) return ofKnown(domain, { mustBeKnown: (operator === "notEqual") !== denied });
  const known = denied ? domain : { ...domain, mayBeUnknown: false };
  return narrowKnown(known, { operator: denied ? OPPOSITE_OPERATORS[operator] : operator, value });
}

function ofKnown(domain: FactDomain, { mustBeKnown }: { readonly mustBeKnown: boolean }): FactDomain {
  return mustBeKnown ? { ...domain, mayBeUnknown: false } : { ...domain, among: new Set() };
}

function narrowKnown(domain: FactDomain, { operator, value }: ConstantComparison): FactDomain {
  switch (operator) {
    case "equal":
      return { ...domain, among: intersection(domain.among, [value as Literal]) };
    case "in":
      return { ...domain, among: intersection(domain.among, value as readonly Literal[]) };
    case "notEqual":
      return { ...domain, except: new Set([...domain.except, value as Literal]) };
    case "notIn":
      return { ...domain, except: new Set([...domain.except, ...(value as readonly Literal[])]) };
    case "lessThan":
    case "lessThanInclusive":
      return {
        ...domain,
        to: earlierOf(domain.to, { at: Number(value), included: operator === "lessThanInclusive" }),
      };
    case "greaterThan":
    case "greaterThanInclusive":
      return {
        ...domain,
        from: laterOf(domain.from, { at: Number(value), included: operator === "greaterThanInclusive" }),
      };
    case "contains":
      return { ...domain, holds: new Set([...domain.holds, value as Literal]) };
    case "doesNotContain":
      return { ...domain, lacks: new Set([...domain.lacks, value as Literal]) };
  }
}

function intersection(
  among: ReadonlySet<Literal> | undefined,
  values: readonly Literal[],
): ReadonlySet<Literal> {
  return new Set(among ? values.filter((value) => among.has(value)) : values);
}
