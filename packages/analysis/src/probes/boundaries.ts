import {
  type Comparison,
  type Condition,
  type DerivedFact,
  PARAMETER_PREFIX,
  type Policy,
  isFactReference,
  localDay,
} from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import type { ProbedFact } from "./probed-fact.ts";
import { type Trial, valueAt } from "./trial.ts";
import { conditionNumber, toUnits, unitsOfNumber } from "./units.ts";

/** All comparisons that rules and rows of tables make, named conditions written out, each once. */
export function comparisonsOf({ version: { rules, policy } }: LoadedVersion): readonly Comparison[] {
  const found = new Map<string, Comparison>();
  for (const { rule } of rules)
    for (const leaf of leavesOf(rule.conditions, policy)) found.set(JSON.stringify(leaf), leaf);
  return [...found.values()];
}

function leavesOf(condition: Condition, policy: Policy): readonly Comparison[] {
  if ("all" in condition) return condition.all.flatMap((part) => leavesOf(part, policy));
  if ("any" in condition) return condition.any.flatMap((part) => leavesOf(part, policy));
  if ("not" in condition) return leavesOf(condition.not, policy);
  if (!("condition" in condition)) return [condition];
  const named = policy.conditions?.[condition.condition];
  return named ? leavesOf(named, policy) : [];
}

/** A stated fact with the number, as conditions see it, at which something is reached. */
export type Aim = { readonly fact: string; readonly number: number };

/** The numbers of a trial as one party's rules see them. */
export type Seen = {
  readonly loaded: LoadedVersion;
  readonly facts: readonly ProbedFact[];
  readonly trial: Trial;
  /** Left out where rules of the case look. */
  readonly party?: string;
};

/**
 * The units of stated facts at which a comparison turns, by fact: thresholds of derived facts are traced to what they are
 * worked out from, so that a delay above 24 hours becomes the moment of an answer.
 *
 * @example boundariesIn(comparisons, seen).get("lossAmount") // Set { 100000 }
 */
export function boundariesIn(
  comparisons: readonly Comparison[],
  seen: Seen,
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const { fact, value } of comparisons) {
    const other = isFactReference(value) ? value.fact : undefined;
    const number =
      typeof value === "number" ? value : other === undefined ? undefined : numberOf(other, seen);
    if (number !== undefined) note(aimAt(fact, number, seen));
    const own = other === undefined || other.startsWith(PARAMETER_PREFIX) ? undefined : numberOf(fact, seen);
    if (other !== undefined && own !== undefined) note(aimAt(other, own, seen));
  }
  return found;

  function note(aims: readonly Aim[]): void {
    for (const { fact, number } of aims) {
      const type = seen.facts.find(({ name }) => name === fact)?.type;
      if (type === undefined) continue;
      const units = unitsOfNumber(number, type);
      found.set(fact, (found.get(fact) ?? new Set()).add(units));
    }
  }
}

/** What a numeric fact, parameter or built-in day is in a trial; `undefined` where that is not known or not worked out here. */
export function numberOf(name: string, { loaded, facts, trial, party }: Seen): number | undefined {
  const constant = loaded.constants.get(name);
  if (typeof constant === "number") return constant;
  const { timeZone } = loaded.version.policy;
  if (name === "evaluatedAt") return trial.evaluatedAt;
  if (name === "evaluatedOn") return localDay(trial.evaluatedAt, timeZone);
  const known = facts.find((one) => one.name === name);
  if (known) {
    const { scope, code } = known;
    const slot = {
      fact: name,
      ...(scope === "party" && party !== undefined ? { party } : {}),
      ...(code && { code }),
    };
    const units =
      scope === "party" && party === undefined ? undefined : toUnits(valueAt(trial, slot), known.type);
    if (units !== undefined) return conditionNumber(units, known.type);
    return name === "decidedOn" ? localDay(trial.evaluatedAt, timeZone) : undefined;
  }
  const derivation = loaded.catalogue.get(name)?.derivation;
  const sources = derivation?.kind === "first-known" || derivation?.kind === "greatest" ? derivation.of : [];
  const numbers = sources.flatMap(
    (source) => numberOf(source, { loaded, facts, trial, ...(party && { party }) }) ?? [],
  );
  return derivation?.kind === "greatest" && numbers.length > 0 ? Math.max(...numbers) : numbers[0];
}

/** The stated facts, each with the number, at which a fact reaches `number`, the others staying as they are. */
export function aimAt(name: string, number: number, seen: Seen): readonly Aim[] {
  if (seen.facts.some((fact) => fact.name === name)) return [{ fact: name, number }];
  const derivation = seen.loaded.catalogue.get(name)?.derivation;
  return derivation ? aimThrough(derivation, number, seen) : [];
}

const MS_PER = { "days-between": 1, "hours-between": 3_600_000, "minutes-between": 60_000 } as const;

function aimThrough(derivation: DerivedFact, number: number, seen: Seen): readonly Aim[] {
  const at = (source: string, wanted: number | undefined): readonly Aim[] =>
    wanted === undefined || !Number.isFinite(wanted) ? [] : aimAt(source, wanted, seen);
  const of = (source: string): number | undefined => numberOf(source, seen);
  const combined = (
    sources: readonly (number | undefined)[],
    combine: (...numbers: readonly number[]) => number,
  ): number | undefined => {
    const known = sources.filter((source) => source !== undefined);
    return known.length === sources.length ? combine(...known) : undefined;
  };
  switch (derivation.kind) {
    case "days-between":
    case "hours-between":
    case "minutes-between": {
      const allowed = derivation.after ? of(derivation.after.fact) : 0;
      const length = combined([allowed], (after = 0) => (number + after) * MS_PER[derivation.kind]);
      return [
        ...at(
          derivation.to,
          combined([of(derivation.from), length], (from = 0, long = 0) => from + long),
        ),
        ...at(
          derivation.from,
          combined([of(derivation.to), length], (to = 0, long = 0) => to - long),
        ),
      ];
    }
    case "ratio":
      return [
        ...at(
          derivation.numerator,
          combined([of(derivation.denominator)], (below = 0) => number * below),
        ),
        ...at(
          derivation.denominator,
          combined([of(derivation.numerator)], (above = 0) => above / number),
        ),
      ];
    case "relative-excess":
      return at(
        derivation.of,
        combined([of(derivation.over)], (over = 0) => (1 + number) * over),
      );
    case "first-known":
      return at(derivation.of.find((source) => of(source) !== undefined) ?? derivation.of[0] ?? "", number);
    case "greatest":
      return derivation.of.flatMap((source) => at(source, number));
    case "sum":
      return at(derivation.of, number - sumOfOthers(derivation.of, seen));
    case "maximum":
      return at(derivation.of, number);
    case "local-day":
    case "count":
    case "count-parties":
    case "on-record":
      return [];
  }
}

function sumOfOthers(fact: string, seen: Seen): number {
  return seen.trial.request.case.parties
    .filter(({ id }) => id !== seen.party)
    .reduce((sum, { id }) => sum + (numberOf(fact, { ...seen, party: id }) ?? 0), 0);
}
