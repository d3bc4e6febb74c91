import {
  type Comparison,
  type Condition,
  type FactValue,
  OPPOSITE_OPERATORS,
  type Operator,
  PARTY_KINDS,
  type PartyKind,
  type Rule,
  isFactReference,
} from "@evenhand/domain";
import { type Seen, aimAt, numberOf } from "./boundaries.ts";
import type { ProbedFact } from "./probed-fact.ts";
import { type Slot, type Trial, valueAt, withCase, withParties, withValue } from "./trial.ts";
import { conditionNumber, fromUnits, toUnits, unitsOfNumber } from "./units.ts";
import { boundsOf, valuesFor } from "./values.ts";

/** Whom a rule is to hold of, and which way to take where there are several. */
export type Wish = Omit<Seen, "trial"> & { readonly party: string; readonly choice: number };

/**
 * A trial changed so that a condition should hold of a party, or should not. A guess, to be tried: what other rules make
 * of it is not looked at.
 */
export function satisfied(trial: Trial, condition: Condition, wish: Wish, holds = true): Trial {
  if ("not" in condition) return satisfied(trial, condition.not, wish, !holds);
  if ("condition" in condition) {
    const named = wish.loaded.version.policy.conditions?.[condition.condition];
    return named ? satisfied(trial, named, wish, holds) : trial;
  }
  if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    const isEach = "all" in condition === holds;
    const chosen = isEach ? parts : parts.slice(wish.choice % parts.length).slice(0, 1);
    return chosen.reduce((changed, part) => satisfied(changed, part, wish, holds), trial);
  }
  const operator = holds ? condition.operator : OPPOSITE_OPERATORS[condition.operator];
  return compared(trial, { ...condition, operator }, wish);
}

function compared(trial: Trial, comparison: Comparison, wish: Wish): Trial {
  const { fact: name } = comparison;
  const fact = wish.facts.find((one) => one.name === name);
  if (fact) return withFactCompared(trial, fact, comparison, wish);
  const entry = wish.loaded.catalogue.get(name);
  if (entry?.source === "built-in") return withBuiltIn(trial, comparison, wish);
  const derivation = entry?.derivation;
  switch (derivation?.kind) {
    case "count": {
      const source = wish.facts.find((one) => one.name === derivation.of);
      const wanted = numberWanted(comparison, { ...wish, trial });
      if (!source || wanted === undefined) return trial;
      const values = Object.keys(source.declaration.values ?? {}).slice(0, Math.max(0, wanted));
      return withValue(trial, slotIn(source, wish), values);
    }
    case "count-parties": {
      const wanted = numberWanted(comparison, { ...wish, trial }) ?? 0;
      const isSome = wanted > 0;
      return trial.request.case.parties.reduce((changed, { id }, index) => {
        const [test] = derivation.where.filter(({ fact: tested }) => tested !== "partyKind");
        if (!test || (isSome && index > 0)) return changed;
        return compared(
          changed,
          { ...test, operator: isSome ? test.operator : OPPOSITE_OPERATORS[test.operator] },
          { ...wish, party: id },
        );
      }, trial);
    }
    case "first-known":
    case "greatest":
      return compared(trial, { ...comparison, fact: derivation.of[0] ?? "" }, wish);
    default:
      return throughAim(trial, comparison, wish);
  }
}

function slotIn({ name, scope, code }: ProbedFact, { party }: Wish): Slot {
  return { fact: name, ...(scope === "party" ? { party } : {}), ...(code === undefined ? {} : { code }) };
}

function withFactCompared(trial: Trial, fact: ProbedFact, comparison: Comparison, wish: Wish): Trial {
  const { operator, value } = comparison;
  const slot = slotIn(fact, wish);
  const current = valueAt(trial, slot);
  if (value === null)
    return operator === "equal"
      ? withValue(trial, slot, undefined)
      : withValue(trial, slot, current ?? someValue(fact, slot, { ...wish, trial }));
  if (typeof value === "boolean") return withValue(trial, slot, operator === "equal" ? value : !value);
  if (typeof value === "string" || Array.isArray(value)) {
    const listed = [value].flat().filter((one) => typeof one === "string");
    return withValue(trial, slot, wordWanted(fact, { operator, listed, current }, wish.choice));
  }
  return throughAim(trial, comparison, wish);
}

function someValue(fact: ProbedFact, slot: Slot, seen: Seen): FactValue | undefined {
  const { type } = fact;
  if (type === "boolean") return true;
  const number = toNumber(fact, seen);
  if (toUnits(fromUnits(number, type, "UTC"), type) !== undefined) {
    const [least, most] = boundsOf(fact, seen);
    const { timeZone } = seen.loaded.version.policy;
    return fromUnits(Math.min(Math.max(number, least), most), type, timeZone);
  }
  return valuesFor({ fact, slot, seen, boundaries: new Set(), comparisons: [] }).find(
    (value) => value !== undefined,
  );
}

/** A likely number where nothing is stated: an amount of 1,000.00, the day of evaluation, one of anything else. */
function toNumber({ type }: ProbedFact, { trial }: Seen): number {
  if (type === "money") return 100_000;
  if (type === "instant") return Math.floor(trial.evaluatedAt / 60_000);
  return type === "date" ? Math.floor(trial.evaluatedAt / 86_400_000) : 1;
}

type WordsWanted = {
  readonly operator: Operator;
  readonly listed: readonly string[];
  readonly current: FactValue | undefined;
};

function wordWanted(fact: ProbedFact, { operator, listed, current }: WordsWanted, choice: number): FactValue {
  const all = Object.keys(fact.declaration.values ?? {});
  const [first = ""] = listed;
  const set: readonly string[] = typeof current === "object" && current !== null ? current : [];
  switch (operator) {
    case "contains":
      return [...new Set([...set, first])];
    case "doesNotContain":
      return set.filter((value) => value !== first);
    case "equal":
    case "in":
      if (typeof current === "string" && listed.includes(current)) return current;
      return listed[choice % listed.length] ?? "";
    default:
      if (typeof current === "string" && !listed.includes(current)) return current;
      return all.find((value) => !listed.includes(value)) ?? "something else";
  }
}

/** The number that a comparison asks for, one unit to the side where it must not be equal. */
function numberWanted({ fact, operator, value }: Comparison, seen: Seen): number | undefined {
  const against = isFactReference(value) ? numberOf(value.fact, seen) : value;
  if (typeof against !== "number") return undefined;
  const unit = leastStep(seen.loaded.catalogue.get(fact)?.type);
  if (operator === "greaterThan" || operator === "notEqual") return against + unit;
  return operator === "lessThan" ? against - unit : against;
}

function leastStep(type: string | undefined): number {
  if (type === "instant") return 60_000;
  return type === "decimal" || type === "rate" || type === "ratio" ? 0.01 : 1;
}

function throughAim(trial: Trial, comparison: Comparison, wish: Wish): Trial {
  const { value } = comparison;
  const given = stated(trial, isFactReference(value) ? [value.fact] : [], wish);
  const seen = { ...wish, trial: given };
  const number = numberWanted(comparison, seen);
  const aims = number === undefined ? [] : aimAt(comparison.fact, number, seen);
  const aim = aims[wish.choice % Math.max(1, aims.length)];
  const sources = sourcesOf(comparison.fact, wish);
  if (!aim && number !== undefined && sources.length > 0) {
    const whole = stated(given, sources, wish);
    return whole === given ? given : throughAim(whole, comparison, wish);
  }
  const fact = wish.facts.find(({ name }) => name === aim?.fact);
  if (!aim || !fact) return given;
  const slot = slotIn(fact, wish);
  const isAtLeast = comparison.operator.startsWith("greaterThan");
  const units = unitsOfNumber(aim.number, fact.type, isAtLeast ? Math.ceil : Math.floor);
  const now = toUnits(valueAt(given, slot), fact.type);
  if (now !== undefined && holdsAlready(conditionNumber(now, fact.type), comparison.operator, aim.number))
    return given;
  return withValue(given, slot, fromUnits(units, fact.type, wish.loaded.version.policy.timeZone));
}

/** The facts that a derived one is worked out from. */
function sourcesOf(name: string, { loaded }: Wish): readonly string[] {
  const derivation = loaded.catalogue.get(name)?.derivation;
  if (!derivation) return [];
  const { label: _, kind: __, ...sources } = derivation;
  return Object.values(sources).filter((source) => typeof source === "string");
}

/** The trial with something stated where one of these facts is not; the same trial where nothing was missing. */
function stated(trial: Trial, names: readonly string[], wish: Wish): Trial {
  return names.reduce((changed, name) => {
    const fact = wish.facts.find((one) => one.name === name);
    const slot = fact && slotIn(fact, wish);
    if (!slot || valueAt(changed, slot) !== undefined) return changed;
    return withValue(changed, slot, someValue(fact, slot, { ...wish, trial: changed }));
  }, trial);
}

function holdsAlready(now: number, operator: Operator, wanted: number): boolean {
  if (operator.startsWith("greaterThan")) return now >= wanted;
  return operator.startsWith("lessThan") ? now <= wanted : now === wanted;
}

/** What earlier stages find is reached by satisfying a rule that finds it. */
function withBuiltIn(trial: Trial, { fact, operator, value }: Comparison, wish: Wish): Trial {
  const { party, loaded } = wish;
  const words = [value].flat().filter((one) => typeof one === "string");
  const isWanted = operator === "equal" || operator === "in";
  const setParty = (change: { readonly kind: PartyKind }): Trial =>
    withParties(
      trial,
      trial.request.case.parties.map((one) => (one.id === party ? { ...one, ...change } : one)),
    );
  switch (fact) {
    case "partyKind": {
      const now = trial.request.case.parties.find(({ id }) => id === party)?.kind;
      const kind = PARTY_KINDS.find((one) => words.includes(one));
      return kind === undefined || !isWanted || words.includes(now ?? "") ? trial : setParty({ kind });
    }
    case "supportingEvidence": {
      const evidence = [{ id: "E1", kind: "statement", supports: party }];
      const wants = operator.startsWith("greaterThan") || (operator === "notEqual" && value === 0);
      return withCase(trial, { ...trial.request.case, evidence: wants ? evidence : [] });
    }
    case "assignedRole":
    case "disposition":
    case "category":
    case "severity": {
      if (fact === "disposition" && isWanted && words.includes("upheld")) return upheld(trial, wish);
      const giving = loaded.version.rules.filter(
        (rule) =>
          gives(rule, fact) !== undefined && (words.length === 0 || words.includes(gives(rule, fact) ?? "")),
      );
      const rule = giving[wish.choice % Math.max(1, giving.length)];
      return rule && (isWanted || value === null) ? satisfied(trial, rule.rule.conditions, wish) : trial;
    }
    default:
      return trial;
  }
}

/** A case is upheld where no rule says otherwise. */
function upheld(trial: Trial, wish: Wish): Trial {
  return wish.loaded.version.rules.reduce((changed, rule) => {
    const disposition = gives(rule, "disposition");
    return disposition === undefined || disposition === "upheld"
      ? changed
      : satisfied(changed, rule.rule.conditions, wish, false);
  }, trial);
}

function gives({ rule: { event } }: Rule, fact: string): string | undefined {
  if (event.type === "role" && fact === "assignedRole") return event.params.role;
  if (event.type === "disposition" && fact === "disposition") return event.params.disposition;
  if (event.type !== "classify" || (fact !== "category" && fact !== "severity")) return undefined;
  const given = event.params[fact];
  return typeof given === "string" ? given : undefined;
}
