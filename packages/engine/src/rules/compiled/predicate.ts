import type { Comparison, Condition, Operator } from "@evenhand/domain";
import { isFactReference } from "@evenhand/domain";
import type { KnownValue } from "../operators.ts";
import { comparisonHolds, knownAsAsked } from "../operators.ts";
import type { RuleSet } from "../rule-set.ts";
import { namedCondition, valueOf } from "../rule-set.ts";

/** One side of a comparison: a slot of the facts, or a value that no case changes. */
export type Operand = { readonly slot: number } | { readonly constant: KnownValue };

/**
 * A condition made ready to be asked often: names are resolved to slots and trees, parameters to their values, and
 * what no case can change is decided.
 */
export type Predicate =
  | { readonly kind: "decided"; readonly met: boolean }
  | { readonly kind: "known"; readonly slot: number; readonly known: boolean }
  | ComparisonPredicate
  | { readonly kind: "all" | "any"; readonly of: readonly Predicate[] }
  | { readonly kind: "not"; readonly of: Predicate };

export type ComparisonPredicate = {
  readonly kind: "comparison";
  readonly operator: Operator;
  readonly left: Operand;
  readonly right: Operand;
};

/**
 * The predicate a condition comes down to in this set. No group holds a decided part, a single part, or a group of
 * its own kind.
 *
 * @example predicateOf({ all: [{ fact: "parameter.zero", operator: "equal", value: 0 }] }, set)
 * // { kind: "decided", met: true }, where the parameter is 0
 */
export function predicateOf(condition: Condition, set: RuleSet): Predicate {
  if ("all" in condition) return groupOf("all", condition.all, set);
  if ("any" in condition) return groupOf("any", condition.any, set);
  if ("not" in condition) return negationOf(predicateOf(condition.not, set));
  if ("condition" in condition) return predicateOf(namedCondition(set, condition.condition), set);
  return comparisonOf(condition, set);
}

/** The slots a predicate reads, each once. */
export function slotsOf(predicate: Predicate): ReadonlySet<number> {
  switch (predicate.kind) {
    case "decided":
      return new Set();
    case "known":
      return new Set([predicate.slot]);
    case "comparison":
      return new Set(
        [predicate.left, predicate.right].flatMap((side) => ("slot" in side ? [side.slot] : [])),
      );
    case "all":
    case "any":
      return new Set(predicate.of.flatMap((part) => [...slotsOf(part)]));
    case "not":
      return slotsOf(predicate.of);
  }
}

/** `all` of nothing is met and `any` of nothing is not, which is what is left where every part was decided. */
function groupOf(kind: "all" | "any", conditions: readonly Condition[], set: RuleSet): Predicate {
  const settledBy = kind === "any";
  const parts: Predicate[] = [];
  for (const condition of conditions) {
    const part = predicateOf(condition, set);
    if (part.kind === kind) parts.push(...part.of);
    else if (part.kind !== "decided") parts.push(part);
    else if (part.met === settledBy) return part;
  }
  const [only, ...others] = parts;
  if (only === undefined) return { kind: "decided", met: !settledBy };
  return others.length === 0 ? only : { kind, of: parts };
}

function negationOf(denied: Predicate): Predicate {
  switch (denied.kind) {
    case "decided":
      return { kind: "decided", met: !denied.met };
    case "known":
      return { ...denied, known: !denied.known };
    case "not":
      return denied.of;
    default:
      return { kind: "not", of: denied };
  }
}

function comparisonOf({ fact, operator, value }: Comparison, set: RuleSet): Predicate {
  const left = operandOf(fact, set);
  if (value === null) return nullTestOf(operator, left);
  const right = isFactReference(value) ? operandOf(value.fact, set) : { constant: value };
  // Nothing compares with a parameter that is unknown.
  if (!left || !right) return { kind: "decided", met: false };
  if ("constant" in left && "constant" in right) {
    return { kind: "decided", met: comparisonHolds(operator, left.constant, right.constant) };
  }
  return { kind: "comparison", operator, left, right };
}

function nullTestOf(operator: Operator, operand: Operand | undefined): Predicate {
  if (!operand || !("slot" in operand)) {
    return { kind: "decided", met: knownAsAsked(operator, { known: operand !== undefined }) };
  }
  const metWhenKnown = knownAsAsked(operator, { known: true });
  if (metWhenKnown === knownAsAsked(operator, { known: false }))
    return { kind: "decided", met: metWhenKnown };
  return { kind: "known", slot: operand.slot, known: metWhenKnown };
}

function operandOf(name: string, set: RuleSet): Operand | undefined {
  const slot = set.layout.slotOf.get(name);
  if (slot !== undefined) return { slot };
  const constant = valueOf(set, name, []);
  return constant === null ? undefined : { constant };
}
